using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <summary>
/// What a button says when it is pressed: what to do, to which duty, as of which version. Never a right or a fact: those are looked up.
/// </summary>
/// <param name="Verb">Names the feature, for example <c>task.accept</c>.</param>
/// <param name="Version">The number of events the duty had when the card was rendered.</param>
/// <param name="Nonce">Makes two presses of one form the same act.</param>
/// <param name="Extras">What else tells this button from another of the same verb.</param>
public sealed record CardAction(
    string Verb,
    [property: JsonConverter(typeof(DutyIdAsCode))] DutyId? Duty = null,
    long? Version = null,
    string? Nonce = null,
    IReadOnlyDictionary<string, string>? Extras = null
)
{
    /// <summary>The one key of a button's data that is not an input.</summary>
    public const string DataKey = "dutybot";

    /// <summary>The same button, telling one thing more.</summary>
    public CardAction With(string name, string value) =>
        this with
        {
            Extras = new Dictionary<string, string>(Extras ?? EmptyExtras, StringComparer.Ordinal) { [name] = value },
        };

    /// <summary>Of a button that tells nothing more.</summary>
    public static IReadOnlyDictionary<string, string> EmptyExtras { get; } = new Dictionary<string, string>();
}

internal sealed class DutyIdAsCode : JsonConverter<DutyId>
{
    public override DutyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => DutyId.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, DutyId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
