using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Clock;

/// <summary>
/// Which notices a deadline has (1.7), given the settings and the calendar of the moment when its term begins. A notice of a day is due when
/// work begins on it. What would already be past is not planned.
/// </summary>
public static class NoticePlan
{
    /// <summary>Working hours before the end of work on the day of an urgent deadline (<c>dueSoon.offsets</c>).</summary>
    private static readonly int[] UrgentHours = [4, 1];

    /// <param name="before">Working days before the deadline's day, 0 for the day itself.</param>
    /// <param name="ladder">Working days after it.</param>
    public static IEnumerable<PlannedNotice> Of(
        string target,
        Instant start,
        Instant due,
        ImmutableArray<int> before,
        ImmutableArray<int> ladder,
        WorkingCalendar calendar
    )
    {
        var day = calendar.DayOfDeadline(due);
        return before
            .Select(days => new PlannedNotice(target, -days, StartOfWork(Back(day, days, calendar), calendar)))
            .Where(notice => notice.At < due)
            .Concat(ladder.Select(days => new PlannedNotice(target, days, StartOfWork(calendar.AddWorkingDays(day, days), calendar))))
            .Where(notice => notice.At > start)
            .OrderBy(notice => notice.At);
    }

    /// <summary>As <see cref="Of"/>; an urgent deadline also has notices hours before the end of work on its day.</summary>
    public static IEnumerable<PlannedNotice> Of(
        string target,
        Instant start,
        Instant due,
        ImmutableArray<int> before,
        ImmutableArray<int> ladder,
        Urgency urgency,
        WorkingCalendar calendar
    ) =>
        Of(target, start, due, before, ladder, calendar)
            .Concat(urgency == Urgency.Normal ? [] : Hours(target, start, due, calendar))
            .OrderBy(notice => notice.At);

    /// <summary>Once, when half of the term is over and somebody is at work.</summary>
    public static IEnumerable<PlannedNotice> HalfWay(string target, Instant start, Instant due, WorkingCalendar calendar)
    {
        var at = calendar.NextWorkingTime(start + ((due - start) / 2));
        return at < due ? [new PlannedNotice(target, null, at)] : [];
    }

    private static IEnumerable<PlannedNotice> Hours(string target, Instant start, Instant due, WorkingCalendar calendar)
    {
        var day = calendar.DayOfDeadline(due);
        var end = calendar.IsWorkingDay(day) ? Instant.Min(due, calendar.At(day, calendar.Hours.AfternoonTo)) : due;
        return UrgentHours
            .Select(hours => new PlannedNotice(target, null, BeforeEnd(end, hours, day, calendar), hours))
            .Where(notice => notice.At > start);
    }

    // The break at noon is not worked: four hours before 17:00 is 13:00, and one more hour before that is 11:00.
    private static Instant BeforeEnd(Instant end, int hours, LocalDate day, WorkingCalendar calendar)
    {
        var afternoon = calendar.At(day, calendar.Hours.AfternoonFrom);
        var noon = calendar.At(day, calendar.Hours.MorningTo);
        var at = end - Duration.FromHours(hours);
        return at < afternoon && end > afternoon ? at - (afternoon - noon) : at;
    }

    private static LocalDate Back(LocalDate day, int days, WorkingCalendar calendar) =>
        days == 0 ? calendar.PreviousWorkingDayOnOrBefore(day) : calendar.AddWorkingDays(day, -days);

    private static Instant StartOfWork(LocalDate day, WorkingCalendar calendar) => calendar.NextWorkingTime(calendar.StartOfDay(day));
}
