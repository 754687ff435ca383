using System.Net;
using DutyBot.Teams.Connector;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DutyBot.Teams.Graph;

/// <summary>
/// The same patience as towards the Bot Connector, for other answers: 429 and 503 say that nothing was carried out and are tried again whatever
/// the call; what leaves that open (502, 504, a broken or silent connection) only for reading. A notification must not come twice, and an
/// installation is asked for again by its caller. The client library's own retries are not used.
/// </summary>
internal static class GraphRetries
{
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time) =>
        ConnectorRetries.Configure(pipeline, time, attempt => IsWorthAnother(attempt, time));

    private static bool IsWorthAnother(RetryPredicateArguments<HttpResponseMessage> attempt, TimeProvider time)
    {
        var isReading = attempt.Context.GetRequestMessage()?.Method == HttpMethod.Get;
        return attempt.Outcome switch
        {
            { Result: { } response } => IsTransient(response.StatusCode, isReading) && ConnectorRetries.IsShortWait(response, time),
            { Exception: HttpRequestException failure } => isReading || ConnectorRetries.NeverLeft(failure),
            { Exception: TimeoutRejectedException } => isReading,
            _ => false,
        };
    }

    private static bool IsTransient(HttpStatusCode status, bool isReading) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || (isReading && status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout);
}
