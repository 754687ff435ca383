using System.Collections.Concurrent;
using System.Text.Json;

namespace DutyBot.Tests.Fixtures;

/// <summary>What the Bot Connector answers when nothing is wrong: it knows rosters and channels, and gives ids in order.</summary>
public sealed class ConnectorAnswers
{
    private int lastId;

    /// <summary>The rosters, by conversation id: each member as the JSON object the service would show.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Members { get; } = new();

    /// <summary>The channels, by team id: each as the JSON object the service would show.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Channels { get; } = new();

    /// <summary>What is answered to whoever writes to a conversation or posts to a channel, by its id, for as long as it stands here.</summary>
    public ConcurrentDictionary<string, ConnectorReply> Refusals { get; } = new();

    public ConnectorReply To(ConnectorRequest request) => Refusal(request) ?? Usual(request);

    private ConnectorReply? Refusal(ConnectorRequest request) =>
        (request.Method, PathOf(request)) switch
        {
            ("POST", [_, var conversation, "activities", ..]) => Refusals.GetValueOrDefault(conversation),
            ("POST", [_]) when request.Json.GetProperty("channelData").TryGetProperty("channel", out var channel) => Refusals.GetValueOrDefault(
                channel.GetProperty("id").GetString()!
            ),
            _ => null,
        };

    private static string[] PathOf(ConnectorRequest request) =>
        [.. request.Target.Split('?')[0].Split('/').SkipWhile(part => part != "conversations").Select(Uri.UnescapeDataString)];

    private ConnectorReply Usual(ConnectorRequest request)
    {
        return (request.Method, PathOf(request)) switch
        {
            ("POST", [_]) => Created(request.Json),
            ("POST", [_, _, "activities", ..]) => new(201, $$"""{"id":"{{NextId()}}"}"""),
            ("PUT", [_, _, "activities", var id]) => new(200, $$"""{"id":"{{id}}"}"""),
            ("GET", [_]) => new(200, $$"""{"conversations":[{{string.Join(',', ChannelsOf(TeamIn(request.Target)))}}]}"""),
            ("GET", [_, var conversation, "pagedmembers"]) => new(200, $$"""{"members":[{{string.Join(',', Roster(conversation))}}]}"""),
            ("GET", [_, var conversation, "members", var id]) => Roster(conversation).FirstOrDefault(member => IsMember(member, id)) is { } found
                ? new(200, found)
                : new(404, """{"error":{"code":"MemberNotFoundInConversation","message":"-"}}"""),
            _ => new(404, """{"error":{"code":"NotFound","message":"-"}}"""),
        };
    }

    private ConnectorReply Created(JsonElement asked)
    {
        if (!asked.GetProperty("isGroup").GetBoolean())
        {
            return new(201, $$"""{"id":"a:1-{{asked.GetProperty("members")[0].GetProperty("id").GetString()}}"}""");
        }

        var channel = asked.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString();
        var id = NextId();
        return new(201, $$"""{"id":"{{channel}};messageid={{id}}","activityId":"{{id}}"}""");
    }

    private IReadOnlyList<string> Roster(string conversation) => Members.TryGetValue(conversation, out var roster) ? roster : [];

    private IReadOnlyList<string> ChannelsOf(string team) => Channels.TryGetValue(team, out var channels) ? channels : [];

    private static string TeamIn(string target) =>
        Uri.UnescapeDataString(target.Split('/').SkipWhile(part => part != "teams").ElementAtOrDefault(1) ?? "");

    private static bool IsMember(string member, string id) => JsonElement.Parse(member).GetProperty("id").GetString() == id;

    /// <summary>Looks like Teams' own: milliseconds of some day.</summary>
    private string NextId() => $"1732323{Interlocked.Increment(ref lastId):000000}";
}
