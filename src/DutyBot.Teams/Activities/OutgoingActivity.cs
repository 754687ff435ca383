using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DutyBot.Teams.Activities;

/// <summary>A person named in a text, so that Teams tells them.</summary>
/// <param name="Id">The channel's id (<c>29:…</c>) or the Entra object id.</param>
public sealed record Mention(string Id, string Name)
{
    /// <summary>Goes into the text at the place of the name.</summary>
    public string Text =>
        $"<at>{Name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</at>";
}

/// <summary>
/// A message of the bot: a text or exactly one card, never both, because Teams and the Playground make two messages of it and return no id.
/// </summary>
public sealed record OutgoingActivity
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Vietnamese stays readable and short; the body is never put into HTML.</summary>
    internal static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private OutgoingActivity() { }

    public string? Text { get; private init; }

    /// <summary>The card as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Card { get; private init; }

    /// <summary>The line in the list of chats and in the notification; without it Teams writes "sent a card".</summary>
    public string? Summary { get; private init; }

    public ImmutableArray<Mention> Mentions { get; private init; } = [];

    public string? ReplyToId { get; init; }

    /// <param name="mentions">Each one's <see cref="Mention.Text"/> stands in the text; the channel refuses the message otherwise.</param>
    public static OutgoingActivity OfText(string text, params ImmutableArray<Mention> mentions) =>
        mentions.FirstOrDefault(mention => !text.Contains(mention.Text, StringComparison.Ordinal)) is { } missing
            ? throw new ArgumentException($"The text does not name {missing.Id}.", nameof(mentions))
            : new() { Text = text, Mentions = mentions };

    /// <summary>Mentions inside a card belong to the card itself (<c>msteams.entities</c>).</summary>
    public static OutgoingActivity OfCard(ReadOnlyMemory<byte> utf8Json, string? summary = null) => new() { Card = utf8Json, Summary = summary };

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "message"u8);
        WriteOptional(json, "text", Text);
        WriteOptional(json, "summary", Summary);
        WriteOptional(json, "replyToId", ReplyToId);
        if (Text is null)
        {
            WriteCard(json);
        }

        if (!Mentions.IsEmpty)
        {
            WriteMentions(json);
        }

        json.WriteEndObject();
    }

    private void WriteCard(Utf8JsonWriter json)
    {
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, AdaptiveCard);
        json.WritePropertyName("content"u8);
        json.WriteRawValue(Card.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteMentions(Utf8JsonWriter json)
    {
        json.WriteStartArray("entities"u8);
        foreach (var mention in Mentions)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "mention"u8);
            json.WriteString("text"u8, mention.Text);
            json.WriteStartObject("mentioned"u8);
            json.WriteString("id"u8, mention.Id);
            json.WriteString("name"u8, mention.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
