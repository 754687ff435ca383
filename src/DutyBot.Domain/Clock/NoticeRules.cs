using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Clock;

/// <summary>
/// Which planned notice a duty waits for, and what is given when it falls due. A notice lives as long as the obligation it is about: of a duty
/// that was cancelled, answered or decided there is nothing left to say.
/// </summary>
public static class NoticeRules
{
    /// <summary>The next notice of each open obligation. The later ones follow when it has been given, so that a deadline costs one row.</summary>
    public static IEnumerable<Obligation> Waiting(ImmutableArray<PlannedNotice> plan, IEnumerable<Obligation> open) =>
        from target in open
        let next = plan.Where(notice => notice.Target == target.Name).MinBy(notice => notice.At)
        where next is not null
        select new Obligation(next.Name, ObligationKind.Notice, target.Owner, next.At);

    /// <summary>
    /// What a wake by this name comes to: all notices of the deadline that are due by now, told as one. After days of silence only what still has
    /// a meaning is told, and nothing twice. Null when nothing of that name is due.
    /// </summary>
    /// <param name="due">The deadlines by name of obligation, also those whose passing is recorded.</param>
    public static GivenNotices? Due(
        string name,
        ImmutableArray<PlannedNotice> plan,
        IEnumerable<Obligation> open,
        Func<string, Instant?> due,
        Instant now,
        WorkingCalendar calendar
    )
    {
        if (plan.FirstOrDefault(notice => notice.Name == name && notice.At <= now) is not { Target: var target } || due(target) is not { } deadline)
        {
            return null;
        }

        if (open.All(obligation => obligation.Name != target))
        {
            return null;
        }

        var passed = plan.Where(notice => notice.Target == target && notice.At <= now).ToImmutableArray();
        var days = Days(deadline, now, calendar);
        return new(target, [.. passed.Select(notice => notice.Name)], Meaningful(passed, deadline, now), deadline, days);
    }

    /// <summary>The plan without what has been given.</summary>
    public static ImmutableArray<PlannedNotice> Without(this ImmutableArray<PlannedNotice> plan, GivenNotices given) =>
        plan.RemoveAll(notice => given.Passed.Contains(notice.Name));

    /// <summary>The plan with another one for a deadline whose term began anew.</summary>
    public static ImmutableArray<PlannedNotice> Renewed(
        this ImmutableArray<PlannedNotice> plan,
        string target,
        IEnumerable<PlannedNotice>? notices
    ) => [.. plan.Where(notice => notice.Target != target), .. notices ?? []];

    /// <summary>
    /// The plan with the times of one deadline's notices as the calendar counts them now (D-05). What was given or never planned is not planned
    /// again, and what would by now lie before the term is left out.
    /// </summary>
    /// <param name="counted">All notices of that deadline by the calendar as it is now.</param>
    public static ImmutableArray<PlannedNotice> Rescheduled(
        this ImmutableArray<PlannedNotice> plan,
        string target,
        IEnumerable<PlannedNotice> counted
    )
    {
        var now = counted.ToDictionary(notice => notice.Name);
        return [.. plan.Select(notice => notice.Target == target ? now.GetValueOrDefault(notice.Name) : notice).OfType<PlannedNotice>()];
    }

    /// <summary>How many notices of a plan have another time in the one that takes its place, or none.</summary>
    public static int MovedIn(this ImmutableArray<PlannedNotice> plan, ImmutableArray<PlannedNotice> after) => plan.Except(after).Count();

    // As of the working day on which it is read: a clock that comes back on a Saturday is heard on Monday.
    private static int Days(Instant deadline, Instant now, WorkingCalendar calendar)
    {
        var read = calendar.DateOf(calendar.NextWorkingTime(now));
        var days = calendar.WorkingDaysBetween(read, calendar.DayOfDeadline(deadline));
        return now < deadline ? Math.Max(0, days) : Math.Abs(days);
    }

    // Before the deadline the last word counts; after it every rung has readers of its own.
    private static ImmutableArray<PlannedNotice> Meaningful(ImmutableArray<PlannedNotice> passed, Instant deadline, Instant now) =>
        now >= deadline ? [.. passed.Where(notice => notice.IsRung)]
        : passed.MaxBy(notice => notice.At) is { } last ? [last]
        : [];
}
