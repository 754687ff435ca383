using DutyBot.Benchmarks.Servers;

namespace DutyBot.Benchmarks.Replies;

/// <summary>A way of answering that is compared with the others.</summary>
/// <param name="FreshTokens">A token never seen before with each request; the Bot Connector uses one for about an hour.</param>
/// <param name="Share">Of the plan's requests.</param>
/// <param name="IsDurable">Each request is an answer of its own, and stored.</param>
internal sealed record Variant(
    string Name,
    ServerKind Server,
    bool HasToken = true,
    bool FreshTokens = false,
    double Share = 1,
    bool IsDurable = false
)
{
    public static Variant Floor { get; } = new("A  bare endpoint", ServerKind.Floor, HasToken: false, Share: 2);

    public static Variant Jwt { get; } = new("E  A + JwtBearer", ServerKind.Jwt);

    public static Variant JwtFresh { get; } = new("E' fresh token", ServerKind.Jwt, FreshTokens: true);

    public static Variant[] All { get; } =
    [
        Floor,
        Jwt,
        JwtFresh,
        new("C  channel alone", ServerKind.Channel),
        new("C' fresh token", ServerKind.Channel, FreshTokens: true),
        new("D  DutyBot, SQLite", ServerKind.Sqlite, IsDurable: true),
        new("D' fresh token", ServerKind.Sqlite, FreshTokens: true, IsDurable: true),
        new("F  DutyBot, Azurite", ServerKind.AzureTables, Share: 0.05, IsDurable: true),
    ];

    /// <summary>One caller asks fewer: it waits for the disk each time.</summary>
    public int Requests(ReplyPlan plan, int callers) => (int)(plan.Requests * Share / (callers == 1 ? 4 : 1));
}
