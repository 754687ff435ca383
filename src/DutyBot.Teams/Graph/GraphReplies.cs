namespace DutyBot.Teams.Graph;

/// <summary>Looks at every final answer before the client library does: what is no success, or no JSON, goes no further.</summary>
internal sealed class GraphReplies(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && IsReadable(response.Content))
        {
            return response;
        }

        using (response)
        {
            if (response.IsSuccessStatusCode)
            {
                throw new GraphUnusableException("NotJson");
            }

            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            throw new GraphRefusedException(GraphRefusal.Of(response, body, time));
        }
    }

    private static bool IsReadable(HttpContent content) =>
        content.Headers.ContentLength == 0 || content.Headers.ContentType?.MediaType is null or "application/json";
}
