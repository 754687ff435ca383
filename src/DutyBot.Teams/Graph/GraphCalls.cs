using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Polly.Timeout;

namespace DutyBot.Teams.Graph;

/// <summary>One question to Graph and what came of it, as a value.</summary>
/// <param name="client">Null while Graph is switched off.</param>
internal sealed partial class GraphCalls(GraphServiceClient? client, Uri baseUrl, TimeProvider time, ILogger<GraphCalls> log)
{
    /// <summary>Pages may be empty and still have a next one; a service that never ends is not followed for ever.</summary>
    private const int MostPages = 100;

    private readonly ConcurrentDictionary<string, bool> consents = new(StringComparer.Ordinal);

    public bool IsOn => client is not null;

    public Uri BaseUrl => baseUrl;

    /// <summary>Whether the permission was given when it was last needed; null while nothing has needed it since the program started.</summary>
    public bool? IsGiven(GraphConsent permission) => consents.TryGetValue(permission.Name, out var given) ? given : null;

    /// <param name="permission">Named when the service says that consent is missing.</param>
    /// <param name="answerTo">Takes a refusal for an answer, where it is one.</param>
    /// <param name="limit">How long the question may take in all, retries included; for callers that hold something up meanwhile.</param>
    public async Task<GraphAnswer<T>> Ask<T>(
        GraphConsent permission,
        Func<GraphServiceClient, CancellationToken, Task<T?>> question,
        CancellationToken cancel,
        Func<GraphRefusal, T?>? answerTo = null,
        TimeSpan? limit = null
    )
        where T : class
    {
        if (client is null)
        {
            return new GraphFailure.NotConfigured();
        }

        using var limited = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancel, limited.Token);
        try
        {
            var answer = await question(client, linked.Token);
            consents[permission.Name] = true;
            return answer is { } found ? found : Unusable(permission, "NoAnswer");
        }
        catch (GraphRefusedException refused)
        {
            return answerTo?.Invoke(refused.Refusal) is { } found ? found : Refused(permission, refused.Refusal);
        }
        catch (GraphUnusableException unusable)
        {
            return Unusable(permission, unusable.Code);
        }
        catch (AuthenticationFailedException failure)
        {
            Log.NoToken(log, failure);
            return new GraphFailure.Failed("NoToken");
        }
        catch (Exception failure) when (IsOutage(failure, cancel))
        {
            return Unusable(permission, failure is TimeoutRejectedException or OperationCanceledException ? "Timeout" : failure.GetType().Name);
        }
    }

    /// <summary>Follows the pages until there are enough.</summary>
    /// <param name="page">Gets the page at an address, or the first one.</param>
    /// <returns>At most <paramref name="most"/>, and whether there would be more.</returns>
    public async Task<(ImmutableArray<T> Items, bool HasMore)> Gather<TPage, T>(
        Func<string?, Task<TPage?>> page,
        Func<TPage, IEnumerable<T>> read,
        int most
    )
        where TPage : BaseCollectionPaginationCountResponse
    {
        var items = ImmutableArray.CreateBuilder<T>();
        string? next = null;
        for (var number = 0; number < MostPages; number++)
        {
            var got = await page(next) ?? throw new GraphUnusableException("NoAnswer");
            items.AddRange(read(got));
            next = got.OdataNextLink;
            if (next is null || items.Count > most)
            {
                return ([.. items.Take(most)], items.Count > most);
            }

            Guard(next);
        }

        return ([.. items.Take(most)], true);
    }

    /// <summary>The next request carries the bot's token, so it goes where the first one went and nowhere else.</summary>
    private void Guard(string next)
    {
        var isOurs =
            Uri.TryCreate(next, UriKind.Absolute, out var link)
            && Uri.Compare(
                link,
                baseUrl,
                UriComponents.SchemeAndServer | UriComponents.UserInfo,
                UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0
            && link.AbsolutePath.StartsWith($"{baseUrl.AbsolutePath.TrimEnd('/')}/", StringComparison.Ordinal);
        if (!isOurs)
        {
            throw new GraphUnusableException("ForeignNextLink");
        }
    }

    private static bool IsOutage(Exception failure, CancellationToken cancel) =>
        failure is HttpRequestException or TimeoutRejectedException or JsonException or ApiException or IOException
        || (failure is OperationCanceledException && !cancel.IsCancellationRequested);

    private GraphFailure Refused(GraphConsent permission, GraphRefusal refusal)
    {
        Log.Refused(log, permission.Name, (int)refusal.Status, refusal.Code);
        var failure = refusal.For(permission);
        // Whoever is told that there is no such thing, was allowed to ask.
        if (failure is GraphFailure.ConsentMissing or GraphFailure.NotFound)
        {
            consents[permission.Name] = failure is GraphFailure.NotFound;
        }

        return failure;
    }

    private GraphFailure.Failed Unusable(GraphConsent permission, string code)
    {
        Log.Unusable(log, permission.Name, code);
        return new GraphFailure.Failed(code);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph answered a request that needs {Permission} with {Status} {Code}.")]
        public static partial void Refused(ILogger log, string permission, int status, string? code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph gave no usable answer to a request that needs {Permission}: {Failure}.")]
        public static partial void Unusable(ILogger log, string permission, string failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The bot got no token for Graph.")]
        public static partial void NoToken(ILogger log, Exception failure);
    }
}
