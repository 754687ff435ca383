using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace DutyBot.Teams.Activities;

/// <summary>
/// What arrives from Teams or the Playground: the part of the Activity Protocol that DutyBot uses
/// (https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md).
/// </summary>
/// <param name="Id">Stable when the channel sends the same activity again, so it serves as an idempotency key.</param>
/// <param name="ServiceUrl">Where answers go; with or without a trailing slash, and it may change between two activities.</param>
/// <param name="Name">Which invoke it is, for example <c>adaptiveCard/action</c>.</param>
/// <param name="Action"><c>add</c> or <c>remove</c> of an <c>installationUpdate</c>.</param>
public sealed partial record Activity(
    string Type,
    string ChannelId,
    string ServiceUrl,
    Account From,
    Account Recipient,
    Conversation Conversation,
    string? Id = null,
    string? Name = null,
    string? Text = null,
    JsonElement? Value = null,
    string? ReplyToId = null,
    string? Locale = null,
    string? Action = null,
    DateTimeOffset? Timestamp = null,
    IReadOnlyList<Account>? MembersAdded = null,
    IReadOnlyList<Account>? MembersRemoved = null,
    IReadOnlyList<Entity>? Entities = null,
    ChannelData? ChannelData = null
)
{
    public bool IsInvoke => Type == "invoke";

    /// <summary>The answer to this invoke is a dialog's, not a card's.</summary>
    public bool IsDialog => IsInvoke && Name is not null && Name.StartsWith("task/", StringComparison.Ordinal);

    /// <summary>Every tenant the activity names; all of them must be ours.</summary>
    public IEnumerable<string> Tenants => new[] { Conversation.TenantId, ChannelData?.Tenant?.Id, From.TenantId }.OfType<string>();

    /// <summary>The text without the mention of the bot itself, without the blanks Teams puts around it.</summary>
    public string PlainText()
    {
        var text = Text ?? "";
        foreach (var mention in Entities ?? [])
        {
            if (mention is { Text.Length: > 0, Mentioned: { } mentioned } && mentioned.Id == Recipient.Id)
            {
                text = text.Replace(mention.Text, " ", StringComparison.Ordinal);
            }
        }

        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
    }

    /// <summary>Reads one activity; anything else is a value, because strangers can send what they like.</summary>
    /// <param name="malformedAt">A JSON path such as <c>$.conversation</c>; never a part of the body.</param>
    public static bool TryParse(ReadOnlySequence<byte> json, [NotNullWhen(true)] out Activity? activity, out string malformedAt)
    {
        activity = null;
        malformedAt = "$";
        try
        {
            var reader = new Utf8JsonReader(json);
            activity = JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
            return activity is not null && !reader.Read();
        }
        catch (JsonException malformed)
        {
            activity = null;
            malformedAt = malformed.Path ?? "$";
            return false;
        }
    }
}
