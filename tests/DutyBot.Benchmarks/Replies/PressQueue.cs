using DutyBot.Benchmarks.Peers;
using DutyBot.Benchmarks.Rounds;

namespace DutyBot.Benchmarks.Replies;

/// <summary>The requests to one server, in order: every answer to a round is given once.</summary>
internal sealed class PressQueue(AnswerPress press, Tokens tokens, int prepared)
{
    private int next;

    public Func<(byte[] Body, string? Token)?> For(Variant variant)
    {
        var same = press.Of(0);
        return () =>
        {
            var number = variant.IsDurable ? Interlocked.Increment(ref next) - 1 : 0;
            return number >= prepared && variant.IsDurable ? null : (variant.IsDurable ? press.Of(number) : same, tokens.For(variant));
        };
    }
}

/// <summary>Tokens made beforehand.</summary>
internal sealed class Tokens(Issuer issuer)
{
    /// <summary>More than anybody remembers at a time, so that each is new again when its turn comes.</summary>
    private const int Many = 4_096;

    private readonly string[] fresh = [.. Enumerable.Range(0, Many).AsParallel().Select(issuer.Mint)];
    private readonly string same = issuer.Mint(-1);
    private int next;

    public string Same => same;

    public string? For(Variant variant) =>
        !variant.HasToken ? null
        : variant.FreshTokens ? fresh[(uint)Interlocked.Increment(ref next) % Many]
        : same;
}
