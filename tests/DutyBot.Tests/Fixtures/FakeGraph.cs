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
public sealed record GraphRequest(string Method, string Target, string? Authorization, string? ConsistencyLevel, string Body)
{
    public string Path => Target.Split('?')[0];

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The query as the service reads it.</summary>
    public IReadOnlyDictionary<string, string> Query =>
        Target.Contains('?', StringComparison.Ordinal)
            ? Target.Split('?', 2)[1].Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => Read(part[0]), part => Read(part[1]))
            : new Dictionary<string, string>();

    private static string Read(string escaped) => Uri.UnescapeDataString(escaped.Replace('+', ' '));
}

/// <summary>Microsoft Graph over real HTTP: one tenant's people and installations, and misbehaviour when told to.</summary>
public sealed class FakeGraph : IAsyncLifetime
{
    public const string ManifestId = "11111111-0000-0000-0000-0000000000a0";
    public const string CatalogueId = "c0ffee00-0000-4000-8000-000000000001";

    private readonly ConcurrentQueue<ConnectorReply> script = new();
    private readonly Channel<GraphRequest> arrivals = Channel.CreateUnbounded<GraphRequest>();
    private readonly ConcurrentQueue<GraphRequest> requests = new();
    private WebApplication server = null!;

    public string BaseUrl => $"{server.Urls.Single()}/v1.0";

    public IReadOnlyCollection<GraphRequest> Requests => requests;

    /// <summary>What the first page of a search shows, each as the JSON object the service would show.</summary>
    public ConcurrentQueue<string> Users { get; } = new();

    /// <summary>Ids of the people and teams that have the app.</summary>
    public ConcurrentDictionary<string, bool> Installed { get; } = new();

    /// <summary>Members of teams, by Entra group id, each as the JSON object the service would show.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Members { get; } = new();

    /// <summary>What mailboxes say of automatic replies, by person.</summary>
    public ConcurrentDictionary<string, string> Mailboxes { get; } = new();

    /// <summary>The app may read only what <c>User.ReadBasic.All</c> shows.</summary>
    public bool BasicOnly { get; set; }

    /// <summary>Last parts of paths for which nobody has consented to the permission.</summary>
    public ConcurrentDictionary<string, bool> NotConsented { get; } = new();

    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["Graph:Enabled"] = "true",
            ["Graph:BaseUrl"] = BaseUrl,
            ["Graph:ManifestId"] = ManifestId,
        };

    public static string ChatOf(string person) => $"19:{person}_28@unq.gbl.spaces";

    /// <summary>An answer with the words a service behind Graph uses.</summary>
    public static ConnectorReply Refuse(int status, string code, string message = "-", string? inner = null) =>
        new(status, $$"""{"error":{"code":"{{code}}","message":"{{message}}","innerError":{"code":"{{inner ?? code}}"} } }""");

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
    public ValueTask<GraphRequest> Arrival(CancellationToken cancel = default) => arrivals.Reader.ReadAsync(cancel);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        var request = await Record(context);
        if (!script.TryDequeue(out var reply))
        {
            reply = Usual(request);
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

    private async Task<GraphRequest> Record(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var request = new GraphRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.Authorization,
            context.Request.Headers["ConsistencyLevel"],
            await body.ReadToEndAsync()
        );
        requests.Enqueue(request);
        await arrivals.Writer.WriteAsync(request);
        return request;
    }

    private static Task Answer(HttpResponse response, ConnectorReply reply)
    {
        response.StatusCode = reply.Status;
        if (reply.RetryAfter is not null)
        {
            response.Headers.RetryAfter = reply.RetryAfter;
        }

        if (reply.Status is >= 300 and < 400)
        {
            response.Headers.Location = "/v1.0/users";
        }

        if (reply.Body.Length == 0)
        {
            return Task.CompletedTask;
        }

        response.ContentType = reply.Body[0] == '<' ? "text/html" : "application/json; odata.metadata=minimal; charset=utf-8";
        return response.WriteAsync(reply.Body);
    }

    private ConnectorReply Usual(GraphRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Uri.UnescapeDataString).ToArray();
        return (request.Method, path) switch
        {
            (_, [.., var last]) when NotConsented.ContainsKey(last) => Refuse(403, "Authorization_RequestDenied"),
            ("GET", ["users"]) => List(Users.Where(user => IsMeant(user, request))),
            ("GET", ["users", _]) => new(200, BasicOnly ? """{"id":"x"}""" : """{"id":"x","accountEnabled":true}"""),
            ("GET", ["users", var person, "mailboxSettings"]) when Mailboxes.TryGetValue(person, out var mailbox) => new(200, mailbox),
            ("GET", ["teams", var team, "members"]) when Members.TryGetValue(team, out var members) => List(members),
            ("GET", ["teams", _, "installedApps"]) => List([]),
            ("GET", ["appCatalogs", "teamsApps"]) => List([$$"""{"id":"{{CatalogueId}}"}"""]),
            ("POST", ["users", var person, "teamwork", "installedApps"]) => Install(person),
            ("POST", ["teams", var team, "installedApps"]) => Install(team),
            ("GET", ["users", var person, "teamwork", "installedApps"]) => List(Installed.ContainsKey(person) ? ["""{"id":"inst=="}"""] : []),
            ("GET", ["users", var person, "teamwork", "installedApps", "inst==", "chat"]) => new(200, $$"""{"id":"{{ChatOf(person)}}"}"""),
            ("POST", ["users", _, "teamwork", "sendActivityNotification"]) => new(204),
            _ => Refuse(404, "Request_ResourceNotFound"),
        };
    }

    // Asked for certain people, it shows those; what was searched for is not looked at.
    private static bool IsMeant(string user, GraphRequest request) =>
        request.Query.GetValueOrDefault("$filter") is not { } filter
        || !filter.StartsWith("id in", StringComparison.Ordinal)
        || filter.Contains($"'{JsonElement.Parse(user).GetProperty("id").GetString()}'", StringComparison.Ordinal);

    private ConnectorReply Install(string whom) => Installed.TryAdd(whom, true) ? new(201) : Refuse(409, "Conflict");

    private static ConnectorReply List(IEnumerable<string> items) => new(200, $$"""{"value":[{{string.Join(',', items)}}]}""");
}
