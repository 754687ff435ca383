using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace DutyBot.Teams.Connector;

/// <summary>
/// <para>Which calls are tried again at once: at most three times, with exponential back-off and jitter, or after the service's
/// <c>Retry-After</c> when that is at most ten seconds. Longer waits belong to the caller's queue.</para>
/// <para>A doubled notice is a nuisance, a lost one a broken duty, but the queue behind the caller can tell the two apart and this
/// class cannot. So:</para>
/// <list type="bullet">
/// <item>412, 429 and 503 say that nothing was carried out: tried again, whatever the call.</item>
/// <item>502 and 504 leave open whether it was. Teams tells bots to try them again
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), so they are, also for a POST; a rare double is accepted.</item>
/// <item>A connection that never came about: tried again. One that broke or fell silent after the request was on its way: tried again only
/// for GET and PUT, which may run twice. A POST ends as <see cref="ConnectorFailure.Unavailable"/> with
/// <c>MaybeCarriedOut</c>, and the queue decides.</item>
/// <item>500 is not tried again; Teams says that it does not help.</item>
/// </list>
/// </summary>
internal static class ConnectorRetries
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Of a request whose caller has a queue: a 429 is the caller's to wait for, lest one busy conversation hold up the others.</summary>
    public static readonly HttpRequestOptionsKey<bool> LeavesThrottling = new("DutyBot.LeavesThrottling");

    private static readonly HttpRequestOptionsKey<bool> InDoubt = new("DutyBot.InDoubt");

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time) =>
        Configure(pipeline, time, attempt => IsWorthAnother(attempt, time));

    /// <summary>The waits and limits alone; what is tried again, the caller says.</summary>
    public static void Configure(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline,
        TimeProvider time,
        Func<RetryPredicateArguments<HttpResponseMessage>, bool> isWorthAnother
    )
    {
        pipeline.TimeProvider = time;
        pipeline.AddRetry(
            new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(isWorthAnother(attempt)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? RetryAfter(response, time) : null),
            }
        );
        pipeline.AddTimeout(AttemptTimeout);
    }

    /// <summary>True when an attempt left open whether the service carried out a request that must not run twice.</summary>
    public static bool MaybeCarriedOut(HttpRequestMessage request) => request.Options.TryGetValue(InDoubt, out var inDoubt) && inDoubt;

    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        };

    /// <summary>False when the service names a time that belongs to the caller's queue.</summary>
    public static bool IsShortWait(HttpResponseMessage response, TimeProvider time) => (RetryAfter(response, time) ?? TimeSpan.Zero) <= LongestWait;

    /// <summary>The service was certainly not told.</summary>
    public static bool NeverLeft(HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError;

    private static bool IsWorthAnother(RetryPredicateArguments<HttpResponseMessage> attempt, TimeProvider time)
    {
        var mayRunTwice = attempt.Context.GetRequestMessage()?.Method != HttpMethod.Post;
        if (!mayRunTwice && LeavesDoubt(attempt.Outcome))
        {
            attempt.Context.GetRequestMessage()!.Options.Set(InDoubt, true);
        }

        return attempt.Outcome switch
        {
            { Result: { StatusCode: HttpStatusCode.TooManyRequests } } when IsLeftToCaller(attempt) => false,
            { Result: { } response } => IsTransient(response.StatusCode) && IsShortWait(response, time),
            { Exception: HttpRequestException failure } => mayRunTwice || NeverLeft(failure),
            { Exception: TimeoutRejectedException } => mayRunTwice,
            _ => false,
        };
    }

    private static bool IsLeftToCaller(RetryPredicateArguments<HttpResponseMessage> attempt) =>
        attempt.Context.GetRequestMessage() is { } request && request.Options.TryGetValue(LeavesThrottling, out var leaves) && leaves;

    private static bool IsTransient(HttpStatusCode status) =>
        status
            is HttpStatusCode.PreconditionFailed
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    private static bool LeavesDoubt(Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Result: { } response } => response.StatusCode >= HttpStatusCode.InternalServerError
                && response.StatusCode != HttpStatusCode.ServiceUnavailable,
            { Exception: HttpRequestException failure } => !NeverLeft(failure),
            _ => true,
        };
}
