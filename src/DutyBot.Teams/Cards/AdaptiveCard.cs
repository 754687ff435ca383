using System.Text.Json.Serialization;

namespace DutyBot.Teams.Cards;

/// <summary>
/// An Adaptive Card 1.5, in just the subset DutyBot uses. All texts are plain: what a person typed is shown as typed
/// (<see cref="LiteralText"/>).
/// </summary>
/// <param name="Lang">ISO 639-1; the voice a screen reader uses.</param>
public sealed record AdaptiveCard(string Lang, IReadOnlyList<CardElement> Body)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>What a host shows that cannot show the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>The persons mentioned; the text of each must occur in the body.</summary>
    [JsonIgnore]
    public IReadOnlyList<CardMention> Mentions { get; init; } = [];

    [JsonPropertyName("msteams")]
    public TeamsProperties Teams => new(Mentions.Count == 0 ? null : Mentions);
}

/// <summary>What only Teams reads: the card takes the width of the conversation.</summary>
public sealed record TeamsProperties(IReadOnlyList<CardMention>? Entities)
{
    public string Width { get; } = "Full";
}

/// <summary>A person mentioned in a card: put <see cref="Text"/> into the body and the record into <see cref="AdaptiveCard.Mentions"/>.</summary>
/// <param name="Mentioned">The person: Entra object id or the channel's <c>29:…</c> id, and the name shown.</param>
public sealed record CardMention(MentionedPerson Mentioned)
{
    public string Type { get; } = "mention";

    public string Text => $"<at>{Mentioned.Name}</at>";

    public static CardMention Of(string id, string name) => new(new MentionedPerson(id, string.Concat(name.Where(IsPlain))));

    // Teams looks for this very text in the body, where such characters would be escaped.
    private static bool IsPlain(char letter) => letter is not ('<' or '>' or '[' or ']' or '*' or '_' or '`' or '\\');
}

public sealed record MentionedPerson(string Id, string Name);
