using System.Collections.Immutable;
using System.Text.Json;

namespace DutyBot.Teams.Activities;

/// <summary>What an activity asks for; a switch over it reads like a table.</summary>
public abstract record Incoming
{
    private Incoming() { }

    /// <summary>Typed by a person; the mention of the bot is gone.</summary>
    public sealed record Text(string Words) : Incoming;

    /// <summary>A button of a card.</summary>
    /// <param name="Verb">Of <c>Action.Execute</c>; null when the host fell back to <c>Action.Submit</c>, where only the data speaks.</param>
    /// <param name="Data">A JSON object: the button's data with the inputs of the card merged in, every input a string.</param>
    public sealed record CardAction(string? Verb, JsonElement Data) : Incoming;

    /// <summary>A button asks for its dialog.</summary>
    public sealed record DialogFetch(JsonElement Data) : Incoming;

    /// <summary>A dialog was sent.</summary>
    public sealed record DialogSubmit(JsonElement Data) : Incoming;

    /// <summary>The app came to, or left, this conversation. Repeated at will by hosts: handle it idempotently.</summary>
    /// <param name="IsUpgrade">It was there already, in an earlier version.</param>
    public sealed record Installation(bool Added, bool IsUpgrade = false) : Incoming;

    /// <summary>People or bots joined or left. Repeated at will by hosts: handle it idempotently.</summary>
    public sealed record MembersChanged(ImmutableArray<Account> Added, ImmutableArray<Account> Removed) : Incoming;

    /// <summary>Everything DutyBot has no use for.</summary>
    public sealed record Other : Incoming;
}

public sealed partial record Activity
{
    public Incoming Read() =>
        (Type, Name) switch
        {
            ("message", _) when string.IsNullOrWhiteSpace(Text) => Value is { ValueKind: JsonValueKind.Object } data
                ? new Incoming.CardAction(null, data)
                : new Incoming.Other(),
            ("message", _) => new Incoming.Text(PlainText()),
            ("invoke", "adaptiveCard/action") => ReadExecute(),
            ("invoke", "task/fetch") => Data(Value) is { } data ? new Incoming.DialogFetch(data) : new Incoming.Other(),
            ("invoke", "task/submit") => Data(Value) is { } data ? new Incoming.DialogSubmit(data) : new Incoming.Other(),
            ("installationUpdate", _) => new Incoming.Installation(Action is "add" or "add-upgrade", Action is "add-upgrade"),
            ("conversationUpdate", _) when MembersAdded is not null || MembersRemoved is not null => new Incoming.MembersChanged(
                [.. MembersAdded ?? []],
                [.. MembersRemoved ?? []]
            ),
            _ => new Incoming.Other(),
        };

    private Incoming ReadExecute()
    {
        var action = Property(Value, "action");
        var verb = Property(action, "verb");
        return verb is { ValueKind: JsonValueKind.String } && Data(action) is { } data
            ? new Incoming.CardAction(verb.Value.GetString(), data)
            : new Incoming.Other();
    }

    /// <summary>A button without data is as good as one with an empty object.</summary>
    private static JsonElement? Data(JsonElement? holder) =>
        holder is not { ValueKind: JsonValueKind.Object } ? null
        : Property(holder, "data") is not { } data ? EmptyObject
        : data.ValueKind == JsonValueKind.Object ? data
        : null;

    private static JsonElement? Property(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var found) ? found : null;

    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");
}
