using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Teams.Cards;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>What somebody sees: a card or a line of text, in a conversation.</summary>
/// <param name="Conversation">Without the thread.</param>
/// <param name="IsUpdate">It replaced a message that was there.</param>
/// <param name="Summary">What the notification says.</param>
internal sealed record Seen(string Conversation, bool IsUpdate, string? Summary, string? Line, JsonElement Card)
{
    /// <summary>Every word of it, a line each.</summary>
    public string Words => Line ?? string.Join('\n', Texts(Card));

    public DutyId Duty => DutyId.Parse(Actions().First(action => action.TryGetProperty("duty", out _)).GetProperty("duty").GetString()!);

    public IReadOnlyList<string> Buttons =>
        [.. Nodes().Where(node => CardShould.TypeOf(node) == "Action.Execute").Select(node => node.GetProperty("title").GetString()!)];

    /// <summary>The values the inputs of a form show, by id.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        Nodes()
            .Where(node => CardShould.TypeOf(node).StartsWith("Input.", StringComparison.Ordinal) && node.TryGetProperty("value", out _))
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("value").GetString()!);

    /// <summary>Ids of the people Teams tells.</summary>
    public IReadOnlyList<string> Mentioned =>
        Card.ValueKind == JsonValueKind.Object && Card.TryGetProperty("msteams", out var teams) && teams.TryGetProperty("entities", out var entities)
            ? [.. entities.EnumerateArray().Select(entity => entity.GetProperty("mentioned").GetProperty("id").GetString()!)]
            : [];

    public bool Says(string text) => Words.Contains(text, StringComparison.Ordinal);

    /// <summary>The message of a request to the Bot Connector, or null when it carries none.</summary>
    public static Seen? In(ConnectorRequest request)
    {
        var path = request.Target.Split('?')[0].Split('/').SkipWhile(part => part != "conversations").Select(Uri.UnescapeDataString).ToArray();
        return (request.Method, path) switch
        {
            ("POST", [_]) when request.Json.TryGetProperty("activity", out var activity) => Of(
                request.Json.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!,
                false,
                activity
            ),
            ("POST", [_, var conversation, "activities", ..]) => Of(conversation, false, request.Json),
            ("PUT", [_, var conversation, "activities", _]) => Of(conversation, true, request.Json),
            _ => null,
        };
    }

    private static Seen Of(string conversation, bool isUpdate, JsonElement activity) =>
        new(
            conversation.Split(';')[0],
            isUpdate,
            activity.TryGetProperty("summary", out var summary) ? summary.GetString() : null,
            activity.TryGetProperty("text", out var text) ? text.GetString() : null,
            activity.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("content") : default
        );

    private IEnumerable<JsonElement> Nodes() => CardShould.Nodes(Card);

    private IEnumerable<JsonElement> Actions() =>
        Nodes().Where(node => CardShould.TypeOf(node) == "Action.Execute").Select(node => node.GetProperty("data").GetProperty(CardAction.DataKey));

    // In the order of reading; buttons count, their data does not.
    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(member => member.Name is not ("data" or "msteams" or "fallback" or "fallbackText"))
                .SelectMany(member =>
                    member is { Name: "text" or "title" or "value" or "label", Value.ValueKind: JsonValueKind.String }
                        ? [member.Value.GetString()!]
                        : Texts(member.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}
