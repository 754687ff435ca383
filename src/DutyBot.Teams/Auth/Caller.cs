using System.Collections.Immutable;

namespace DutyBot.Teams.Auth;

/// <summary>What a verified token says about the sender of an activity.</summary>
/// <param name="ServiceUrl">The only address this token vouches for.</param>
/// <param name="Endorsements">The channels the signing key may speak for; null when its publisher endorses no key at all (sovereign clouds, tests).</param>
internal sealed record Caller(string? ServiceUrl, ImmutableArray<string>? Endorsements)
{
    /// <summary>Nobody was asked; see <see cref="TeamsOptions.AppId"/>.</summary>
    public static Caller Anonymous { get; } = new(null, null);
}
