using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace DutyBot.Teams.Auth;

/// <summary>
/// The Bot Connector sends one token with many activities, so its signature, by far the dearest check of a request, is verified once and
/// then remembered for some minutes. Only verified tokens get in, and only the very same token gets out.
/// </summary>
internal sealed class TokenMemory(TimeProvider time)
{
    /// <summary>After this a token is verified again, so that a withdrawn key does not live on here.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const int Capacity = 1024;

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> verified = new(StringComparer.Ordinal);

    public bool TryRecall(string token, [NotNullWhen(true)] out Caller? caller)
    {
        var isKnown = verified.TryGetValue(token, out var entry) && time.GetUtcNow() < entry.Until;
        caller = isKnown ? entry.Caller : null;
        return isKnown;
    }

    public void Learn(string token, Caller caller, DateTimeOffset expires)
    {
        if (verified.Count >= Capacity)
        {
            verified.Clear();
        }

        var forget = time.GetUtcNow() + Longest;
        verified[token] = (caller, expires < forget ? expires : forget);
    }
}
