using System.Text.Json;
using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <summary>A pressed button as it came in: what <see cref="CardAction"/> sent out, and what was typed. Nothing of it is to be trusted.</summary>
/// <param name="Inputs">By input id; an input that was left empty may be absent.</param>
public sealed record CardSubmission(
    string Verb,
    DutyId? Duty,
    long? Version,
    string? Nonce,
    IReadOnlyDictionary<string, string> Extras,
    IReadOnlyDictionary<string, string> Inputs
)
{
    /// <summary>
    /// Reads the <c>value</c> of an activity: of a message (<c>Action.Submit</c>), of <c>adaptiveCard/action</c> (<c>Action.Execute</c>), of
    /// <c>task/fetch</c> or of <c>task/submit</c>. Null when it is none of ours or not as we sent it.
    /// </summary>
    public static CardSubmission? Read(JsonElement value)
    {
        try
        {
            return Find(value) is { } data ? ReadData(data) : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON and no valid text, and there is no way to ask before reading it.
            return null;
        }
    }

    private static JsonElement? Find(JsonElement value)
    {
        if (Member(value, "action") is { } execute && Member(execute, "data") is { } executed)
        {
            return executed;
        }

        return Member(value, CardAction.DataKey) is not null ? value : Member(value, "data");
    }

    private static CardSubmission? ReadData(JsonElement data)
    {
        if (Member(data, CardAction.DataKey) is not { ValueKind: JsonValueKind.Object } sent || Text(sent, "verb") is not { Length: > 0 } verb)
        {
            return null;
        }

        var code = Text(sent, "duty");
        var hasDuty = DutyId.TryParse(code, out var duty);
        var version = Member(sent, "version");
        long number = 0;
        if ((code is not null && !hasDuty) || (version is { } given && !(given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out number))))
        {
            return null;
        }

        return new CardSubmission(
            verb,
            hasDuty ? duty : null,
            version is null ? null : number,
            Text(sent, "nonce"),
            Member(sent, "extras") is { } extras ? Strings(extras) : CardAction.EmptyExtras,
            Strings(data)
        );
    }

    // Hosts send inputs as strings; a number or a boolean is read as its text, so that a host that differs is understood.
    private static Dictionary<string, string> Strings(JsonElement element)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                switch (member.Value.ValueKind)
                {
                    case JsonValueKind.String:
                        strings[member.Name] = member.Value.GetString()!;
                        break;
                    case JsonValueKind.Number:
                    case JsonValueKind.True:
                    case JsonValueKind.False:
                        strings[member.Name] = member.Value.GetRawText();
                        break;
                }
            }
        }

        return strings;
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
