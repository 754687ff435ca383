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
    /// <summary>Takes the request at once and answers it after this.</summary>
    public Task After { get; init; } = Task.CompletedTask;

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

    /// <summary>Has a path of its own, as Teams' and the Playground's have, and no slash at its end.</summary>
    public string ServiceUrl => $"{server.Urls.Single()}/apac/_connector";

    public IReadOnlyCollection<ConnectorRequest> Requests => requests;

    /// <summary>What the service knows, and says of it.</summary>
    public ConnectorAnswers Answers { get; } = new();

    /// <inheritdoc cref="ConnectorAnswers.Members"/>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Members => Answers.Members;

    /// <inheritdoc cref="ConnectorAnswers.Channels"/>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Channels => Answers.Channels;

    /// <inheritdoc cref="ConnectorAnswers.Refusals"/>
    public ConcurrentDictionary<string, ConnectorReply> Refusals => Answers.Refusals;

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
            reply = Answers.To(request);
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
            await reply.After;
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
}
