using System.Text.Json;

namespace DutyBot.Teams.Connector;

/// <summary>
/// Finds the service's own word for a refusal. It comes as <c>{error:{code}}</c>, as <c>{code}</c>, or as <c>{errorCode:209, message}</c> with
/// JSON inside the message that has the <c>subCode</c>
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis).
/// </summary>
internal static class ErrorCode
{
    public static string? In(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Word(json.RootElement, "error", "code") ?? SubCode(json.RootElement) ?? Word(json.RootElement, "code");
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing at all: then the status has to say it.
            return null;
        }
    }

    private static string? SubCode(JsonElement root) =>
        Word(root, "message") is not { } message || !message.StartsWith('{') ? Word(root, "message", "subCode") : Nested(message);

    private static string? Nested(string message)
    {
        using var json = JsonDocument.Parse(message);
        return Word(json.RootElement, "subCode");
    }

    internal static string? Word(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
