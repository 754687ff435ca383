using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <content>Between the office's dates and hours and the UTC instants that are stored.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>The office's date at that instant.</summary>
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The first instant of the day, as UTC.</summary>
    public Instant StartOfDay(LocalDate date) => date.AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>
    /// 24:00 of the day, which is the first instant of the next day, as UTC (Civil Code art. 148.6). In Viet Nam the end of 25/11/2026 is
    /// 2026-11-25T17:00:00Z.
    /// </summary>
    public Instant EndOfDay(LocalDate date) => StartOfDay(date.PlusDays(1));

    /// <summary>The date a deadline belongs to: 24:00 of a day is that day's, not the next one's.</summary>
    public LocalDate DayOfDeadline(Instant due) => DateOf(due - Duration.Epsilon);

    /// <summary>An instant on that date in local time, for example a notice at 08:00.</summary>
    public Instant At(LocalDate date, LocalTime time) => date.At(time).InZoneLeniently(Zone).ToInstant();

    public bool IsWorkingTime(Instant instant) => PeriodsFrom(DateOf(instant)).First(p => instant < p.End).Contains(instant);

    /// <summary>The instant itself inside working hours, otherwise the start of the next half day that is worked.</summary>
    public Instant NextWorkingTime(Instant instant) => Instant.Max(instant, PeriodsFrom(DateOf(instant)).First(p => instant < p.End).Start);

    /// <summary>
    /// The end of a period in working hours, which run from the moment of the event and only inside <see cref="Hours"/>. A period that
    /// fills a half day ends with it: 08:00 and four hours give 12:00, not 13:00.
    /// </summary>
    public Instant AddWorkingHours(Instant start, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        var left = Duration.FromHours(hours);
        if (left == Duration.Zero)
        {
            return start;
        }

        foreach (var period in PeriodsFrom(DateOf(start)).Where(p => p.End > start))
        {
            var from = Instant.Max(start, period.Start);
            if (left <= period.End - from)
            {
                return from + left;
            }

            left -= period.End - from;
        }

        throw new InvalidOperationException("Half days never run out.");
    }

    /// <summary>
    /// Working days that began after the day of the deadline, up to and including the day on which the act was done. Zero when it was
    /// done in time, and also when it was late but no working day had begun since: ask <see cref="IsLate"/> for the difference.
    /// </summary>
    public int WorkingDaysLate(Instant due, Instant done) => IsLate(due, done) ? WorkingDaysBetween(DayOfDeadline(due), DateOf(done)) : 0;

    /// <summary>Whether something done at that instant missed the deadline. A deadline's instant no longer belongs to the period.</summary>
    public static bool IsLate(Instant due, Instant done) => done >= due;

    // Endless: the halves of all working days from the given date on.
    private IEnumerable<Interval> PeriodsFrom(LocalDate date)
    {
        for (var day = NextWorkingDayOnOrAfter(date); ; day = NextWorkingDay(day))
        {
            yield return new Interval(At(day, Hours.MorningFrom), At(day, Hours.MorningTo));
            yield return new Interval(At(day, Hours.AfternoonFrom), At(day, Hours.AfternoonTo));
        }
    }
}
