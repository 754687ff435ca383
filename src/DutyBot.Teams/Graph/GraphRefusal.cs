using System.Net;
using System.Text.Json;
using DutyBot.Teams.Connector;

namespace DutyBot.Teams.Graph;

/// <summary>An answer of Graph that is not a success. The message may name people: it is read here and goes nowhere else.</summary>
internal sealed record GraphRefusal(HttpStatusCode Status, string? Code, bool IsMissingConsent, bool IsBlockedByPolicy, TimeSpan? RetryAfter)
{
    public static GraphRefusal Of(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeProvider time)
    {
        var (code, inner, message) = Words(body);
        var isForbidden = response.StatusCode == HttpStatusCode.Forbidden;
        return new GraphRefusal(
            response.StatusCode,
            code,
            isForbidden && SaysConsentIsMissing(code, inner, message),
            isForbidden && Has(message, "app permission policy"),
            ConnectorRetries.RetryAfter(response, time)
        );
    }

    /// <param name="permission">The permission the request needed.</param>
    public GraphFailure For(GraphConsent permission) =>
        this switch
        {
            { IsMissingConsent: true } => new GraphFailure.ConsentMissing(permission.Name),
            { Status: HttpStatusCode.TooManyRequests } => new GraphFailure.Throttled(RetryAfter),
            { Status: HttpStatusCode.NotFound } => new GraphFailure.NotFound(),
            _ => new GraphFailure.Failed(Code ?? $"{(int)Status}"),
        };

    /// <summary>
    /// Each service behind Graph says it in its own way: Entra by the first code, Exchange by the second, Teams by its message, or by an inner
    /// code when the permission could have been given by a team.
    /// </summary>
    private static bool SaysConsentIsMissing(string? code, string? inner, string? message) =>
        code is "Authorization_RequestDenied" or "ErrorAccessDenied"
        || inner == "MissingRscPermission"
        || Has(message, "missing role permissions")
        || Has(message, "API requires one of");

    private static bool Has(string? message, string words) => message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static (string? Code, string? Inner, string? Message) Words(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return (
                ErrorCode.Word(root, "error", "code"),
                ErrorCode.Word(root, "error", "innerError", "code"),
                ErrorCode.Word(root, "error", "message")
            );
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing at all: then the status has to say it.
            return (null, null, null);
        }
    }
}

/// <summary>Carries a refusal past the client library, which would read the body in its own way and lose the headers of an empty one.</summary>
internal sealed class GraphRefusedException(GraphRefusal refusal) : Exception($"Graph answered {(int)refusal.Status} {refusal.Code}.")
{
    public GraphRefusal Refusal => refusal;
}

/// <summary>An answer that came as a success and cannot be used.</summary>
internal sealed class GraphUnusableException(string code) : Exception($"Graph's answer cannot be used: {code}.")
{
    public string Code => code;
}
