using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Simulation;

/// <summary>Teams as one process reaches it: it takes its time, asks for patience, fails, or takes a message and does not say so.</summary>
internal sealed class SteppedTeams(Replica replica, Turns turns, Mailroom mailroom) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var asked = new ConnectorRequest(request.Method.Method, request.RequestUri!.PathAndQuery, null, body);
        var hand = Hand.Current?.Holding;
        var fate = await turns.Come(replica, StepKind.Teams, $"{asked.Method} {asked.Target} {hand?.Duty} {hand?.Id}", cancellationToken);
        switch (fate)
        {
            case Fate.IsThrottled:
                return Throttled();
            case Fate.Fails:
                Steps.Trouble("Teams");
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }

        var answer = mailroom.Take(asked, hand);
        switch (fate)
        {
            case Fate.DiesAfterwards:
                await replica.Death;
                throw new OperationCanceledException();
            case Fate.FailsAfterwards:
                Steps.Trouble("Teams");
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The simulated connection broke.");
        }

        return new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
    }

    private static HttpResponseMessage Throttled()
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30));
        return response;
    }
}

/// <summary>
/// The outermost handler of a client. Inside it nothing is posted: the HTTP client's own code goes on where a step ends, which is the one thread,
/// and would go to another if it found a context there that it does not know.
/// </summary>
internal sealed class Detached : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return base.SendAsync(request, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
