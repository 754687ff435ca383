using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Fixtures;

/// <summary>One request as it stood on the wire.</summary>
/// <param name="Target">Path and query, still escaped.</param>
public sealed record ConnectorRequest(string Method, string Target, string? Authorization, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}

/// <summary>What the fake says instead of its usual answer.</summary>
public sealed record ConnectorReply(int Status, string Body = "", string? RetryAfter = null)
{
    /// <summary>Takes the request and never says a word.</summary>
    public static ConnectorReply Silence { get; } = new(0);

    /// <summary>Takes the request and drops the connection.</summary>
    public static ConnectorReply Break { get; } = new(-1);
}

/// <summary>The Bot Connector over real HTTP: it records what it is asked, gives ids in order, and misbehaves when told to.</summary>
public sealed class FakeConnector : IAsyncLifetime
{
    private readonly ConcurrentQueue<ConnectorReply> script = new();
    private readonly Channel<ConnectorRequest> arrivals = Channel.CreateUnbounded<ConnectorRequest>();
    private readonly ConcurrentQueue<ConnectorRequest> requests = new();
    private WebApplication server = null!;
    private int lastId;

    /// <summary>Has a path of its own, as Teams' and the Playground's have, and no slash at its end.</summary>
    public string ServiceUrl => $"{server.Urls.Single()}/apac/_connector";

    public IReadOnlyCollection<ConnectorRequest> Requests => requests;

    /// <summary>The rosters, by conversation id: each member as the JSON object the service would show.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Members { get; } = new();

    /// <summary>The channels, by team id: each as the JSON object the service would show.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Channels { get; } = new();

    /// <summary>What is answered to whoever writes to a conversation or posts to a channel, by its id, for as long as it stands here.</summary>
    public ConcurrentDictionary<string, ConnectorReply> Refusals { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(Serve);
        await server.StartAsync();
    }

    /// <summary>The next requests are answered like this, in order; after that the fake behaves again.</summary>
    public void Next(params ConnectorReply[] replies)
    {
        foreach (var reply in replies)
        {
            script.Enqueue(reply);
        }
    }

    /// <summary>Waits for a request that nobody has taken yet.</summary>
    public ValueTask<ConnectorRequest> Arrival(CancellationToken cancel = default) => arrivals.Reader.ReadAsync(cancel);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        var request = await Record(context);
        if (!script.TryDequeue(out var reply))
        {
            reply = Refusal(request) ?? Usual(request);
        }

        if (reply == ConnectorReply.Silence)
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }
        else if (reply == ConnectorReply.Break)
        {
            context.Abort();
        }
        else
        {
            await Answer(context.Response, reply);
        }
    }

    private async Task<ConnectorRequest> Record(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var request = new ConnectorRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.Authorization,
            await body.ReadToEndAsync()
        );
        requests.Enqueue(request);
        await arrivals.Writer.WriteAsync(request);
        return request;
    }

    private static Task Answer(HttpResponse response, ConnectorReply reply)
    {
        response.StatusCode = reply.Status;
        response.ContentType = "application/json; charset=utf-8";
        if (reply.RetryAfter is not null)
        {
            response.Headers.RetryAfter = reply.RetryAfter;
        }

        return response.WriteAsync(reply.Body);
    }

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
