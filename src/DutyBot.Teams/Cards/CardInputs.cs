using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

// No input is "required" for the client: its check is skipped after an update of the card, blocks "add a row", and words its complaint
// in its own way. The one validation is the server's, and a refused form comes back filled in.

/// <param name="Label">Visible above the input and read out with it.</param>
public sealed record TextInput(string Label) : CardElement
{
    public bool IsMultiline { get; init; }

    /// <summary>UTF-16 code units; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }
}

/// <summary>A plain date, <c>yyyy-MM-dd</c>; it has no time and no zone.</summary>
public sealed record DateInput(string Label) : CardElement
{
    public string? Value { get; init; }
}

/// <param name="Value">The chosen value; several are separated by commas, so no value may contain one.</param>
public sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : CardElement
{
    public ChoiceStyle Style { get; init; }

    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }

    /// <summary>Where the host finds more choices by itself, beside <paramref name="Choices"/>.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Data { get; init; }

    public bool Wrap { get; } = true;
}

/// <param name="Dataset">A name the host knows.</param>
public sealed record DataQuery(string Dataset)
{
    /// <summary>Everybody in the tenant of the person who looks at the card; in a channel, its members.</summary>
    public static DataQuery People { get; } = new("graph.microsoft.com/users");

    public string Type { get; } = "Data.Query";
}

public sealed record Choice(string Title, string Value);

/// <summary>A tick box; its title is its label. Sends <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput(string Title) : CardElement
{
    public string? Value { get; init; }

    public bool Wrap { get; } = true;
}
