using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using DutyBot.Teams.Activities;
using Microsoft.Extensions.Logging;
using Polly.Timeout;

namespace DutyBot.Teams.Connector;

/// <summary>One request to the Bot Connector and what came of it, as a value.</summary>
internal sealed partial class ConnectorCalls(HttpClient http, TimeProvider time, ILogger<ConnectorClient> log, bool waits = true)
{
    /// <summary>As this, but throttling is left to the caller.</summary>
    public ConnectorCalls WithoutWaiting() => new(http, time, log, waits: false);

    public Task<ConnectorOutcome<T>> Get<T>(string url, JsonTypeInfo<T> shape, CancellationToken cancel)
        where T : class => Call(new HttpRequestMessage(HttpMethod.Get, url), shape, cancel);

    public Task<ConnectorOutcome<T>> Send<T>(
        HttpMethod method,
        string url,
        Action<Utf8JsonWriter> write,
        JsonTypeInfo<T> shape,
        CancellationToken cancel
    )
        where T : class
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body, OutgoingActivity.Json))
        {
            write(json);
        }

        var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return Call(new HttpRequestMessage(method, url) { Content = content }, shape, cancel);
    }

    private async Task<ConnectorOutcome<T>> Call<T>(HttpRequestMessage request, JsonTypeInfo<T> shape, CancellationToken cancel)
        where T : class
    {
        using var owned = request;
        request.Options.Set(ConnectorRetries.LeavesThrottling, !waits);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.IsSuccessStatusCode ? Read(request, body, shape) : Failed(request, response, body);
        }
        catch (Exception failure) when (IsOutage(failure, cancel))
        {
            Log.NoAnswer(log, request.Method, failure.GetType().Name);
            return new ConnectorFailure.Unavailable(ConnectorRetries.MaybeCarriedOut(request));
        }
        catch (AuthenticationFailedException failure)
        {
            Log.NoToken(log, failure);
            return new ConnectorFailure.Unavailable(MaybeCarriedOut: false);
        }
    }

    private static bool IsOutage(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or TimeoutRejectedException || (failure is OperationCanceledException && !cancel.IsCancellationRequested);

    private ConnectorOutcome<T> Read<T>(HttpRequestMessage request, byte[] body, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, shape) is { } value
                ? value
                : new ConnectorFailure.Unavailable(MaybeCarriedOut: true);
        }
        catch (JsonException)
        {
            Log.NoAnswer(log, request.Method, nameof(JsonException));
            return new ConnectorFailure.Unavailable(MaybeCarriedOut: request.Method != HttpMethod.Get);
        }
    }

    private ConnectorFailure Failed(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        var code = ErrorCode.In(body);
        Log.Refused(log, request.Method, (int)response.StatusCode, code);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new ConnectorFailure.Throttled(ConnectorRetries.RetryAfter(response, time)),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new ConnectorFailure.Unavailable(ConnectorRetries.MaybeCarriedOut(request)),
            var status => new ConnectorFailure.Refused(status, code),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The Bot Connector answered a {Method} with {Status} {Code}.")]
        public static partial void Refused(ILogger log, HttpMethod method, int status, string? code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The Bot Connector gave no usable answer to a {Method}: {Failure}.")]
        public static partial void NoAnswer(ILogger log, HttpMethod method, string failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The bot got no token for the Bot Connector.")]
        public static partial void NoToken(ILogger log, Exception failure);
    }
}
