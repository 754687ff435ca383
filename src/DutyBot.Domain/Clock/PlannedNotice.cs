using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Domain.Clock;

/// <summary>
/// A due notice (nhắc hạn) that the clock is to give, frozen when the term began. It is never counted against anybody.
/// </summary>
/// <param name="Target">The obligation it is about; without that obligation it is not given.</param>
/// <param name="Days">Working days before the day of the deadline (negative), on it (0) or after it (positive: a rung of the ladder, R-52).</param>
/// <param name="At">The instant (UTC) from which it is due.</param>
/// <param name="Hours">Of an urgent deadline: working hours before the end of work on its day; null for a whole day.</param>
public sealed record PlannedNotice(string Target, int? Days, Instant At, int? Hours = null)
{
    /// <summary>Unique in its duty, for example <c>notice:complete:-3</c>; <c>half</c> stands for half of the term.</summary>
    [JsonIgnore]
    public string Name =>
        (Days, Hours) switch
        {
            (_, { } hours) => $"{Prefix}{Target}:-{hours}h",
            ({ } days, _) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Target}:{days:+0;-0;0}"),
            _ => $"{Prefix}{Target}:half",
        };

    /// <summary>It says that the deadline has passed, not that it is near.</summary>
    [JsonIgnore]
    public bool IsRung => Days > 0;

    internal const string Prefix = "notice:";
}

/// <summary>What the clock gave at one time about one deadline: what fell due together is one message .</summary>
/// <param name="Passed">The names of all that fell due, also of those that had lost their meaning.</param>
/// <param name="Told">Those that somebody is told of: the last before the deadline, or every rung after it. May be empty.</param>
/// <param name="Due">The deadline (UTC).</param>
/// <param name="WorkingDays">Left until the day of the deadline, or late after it; never negative.</param>
public sealed record GivenNotices(string Target, ImmutableArray<string> Passed, ImmutableArray<PlannedNotice> Told, Instant Due, int WorkingDays)
{
    /// <summary>
    /// The id of a notice that is told (<see cref="Effects.DueNotice.Id"/>): the same notice of the same term. A term that begins anew has another
    /// deadline, and its notices are others.
    /// </summary>
    public string IdOf(DutyId duty, PlannedNotice told) => $"{duty}/{told.Name}/{InstantPattern.ExtendedIso.Format(Due)}";
}
