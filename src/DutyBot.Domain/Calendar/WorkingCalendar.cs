using System.Collections.Frozen;
using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <summary>
/// Counts deadlines by <c>docs/rules.md</c>: the day of the event is not counted, a period ends with its last day at 24:00, and a calendar
/// period that ends on a rest day goes on to the end of the next working day (Civil Code 2015 art. 147, 148). Immutable.
/// </summary>
/// <remarks>
/// A deadline's instant is <i>exclusive</i>: it is 24:00 of the last day, so whatever happens at or after it is late.
/// Monday to Friday are worked unless an entry says otherwise.
/// </remarks>
public sealed partial class WorkingCalendar
{
    private readonly FrozenDictionary<LocalDate, CalendarEntry> entries;

    /// <exception cref="ArgumentException">Two entries name the same date.</exception>
    public WorkingCalendar(IEnumerable<CalendarEntry> entries, DateTimeZone zone, WorkHours hours)
    {
        // Not ToFrozenDictionary(key): it would let the later of two contradicting entries win unseen.
        this.entries = entries.ToDictionary(e => e.Date).ToFrozenDictionary();
        Zone = zone;
        Hours = hours;
    }

    private WorkingCalendar(WorkingCalendar days, WorkHours hours) => (entries, Zone, Hours) = (days.entries, days.Zone, hours);

    public DateTimeZone Zone { get; }

    public WorkHours Hours { get; }

    /// <summary>The same calendar with this entry in the place of any other of its date.</summary>
    public WorkingCalendar With(CalendarEntry entry) => new(entries.Values.Where(e => e.Date != entry.Date).Append(entry), Zone, Hours);

    /// <summary>The same days with other hours.</summary>
    public WorkingCalendar WithHours(WorkHours hours) => hours == Hours ? this : new(this, hours);

    /// <summary>The same calendar with nothing said of the date.</summary>
    public WorkingCalendar Without(LocalDate date) => new(entries.Values.Where(e => e.Date != date), Zone, Hours);

    /// <summary>The entries of a year in order of date; none means that the year's notice has not been entered yet.</summary>
    public IEnumerable<CalendarEntry> EntriesOf(int year) => entries.Values.Where(e => e.Date.Year == year).OrderBy(e => e.Date);

    /// <summary>
    /// The year whose days off ought to be known on a date and are not: that of the date, or from 1/11 on the next one (D-05). Null when there is
    /// none.
    /// </summary>
    public int? YearMissedOn(LocalDate date) =>
        !EntriesOf(date.Year).Any() ? date.Year
        : date.Month >= 11 && !EntriesOf(date.Year + 1).Any() ? date.Year + 1
        : null;

    /// <summary>What makes the date differ from its day of the week, if anything does.</summary>
    public CalendarEntry? EntryOn(LocalDate date) => entries.GetValueOrDefault(date);

    public bool IsWorkingDay(LocalDate date) =>
        entries.TryGetValue(date, out var entry) ? entry.IsWorked : date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    /// <summary>The first working day strictly after the date.</summary>
    public LocalDate NextWorkingDay(LocalDate date) => NextWorkingDayOnOrAfter(date.PlusDays(1));

    public LocalDate NextWorkingDayOnOrAfter(LocalDate date) => Seek(date, 1);

    /// <summary>The last working day strictly before the date.</summary>
    public LocalDate PreviousWorkingDay(LocalDate date) => PreviousWorkingDayOnOrBefore(date.PlusDays(-1));

    /// <summary>For what must be done <i>before</i> a day, such as the monthly report: the safe reading goes back, not forward.</summary>
    public LocalDate PreviousWorkingDayOnOrBefore(LocalDate date) => Seek(date, -1);

    /// <summary>
    /// The <paramref name="count"/>-th working day after the day of the event, or before it when negative. Zero is the day itself, rolled
    /// forward to a working day.
    /// </summary>
    public LocalDate AddWorkingDays(LocalDate date, int count)
    {
        if (count == 0)
        {
            return NextWorkingDayOnOrAfter(date);
        }

        for (var left = Math.Abs(count); left > 0; left--)
        {
            date = count > 0 ? NextWorkingDay(date) : PreviousWorkingDay(date);
        }

        return date;
    }

    /// <summary>A period in days, its last day rolled forward to a working day (art. 148.5).</summary>
    public LocalDate AddCalendarDays(LocalDate date, int count) => NextWorkingDayOnOrAfter(date.PlusDays(count));

    /// <summary>A period in months: the same day of the month, or its last day, rolled forward to a working day (art. 148.3, 148.5).</summary>
    public LocalDate AddMonths(LocalDate date, int count) => NextWorkingDayOnOrAfter(date.PlusMonths(count));

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is the earlier.</summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private LocalDate Seek(LocalDate date, int step)
    {
        while (!IsWorkingDay(date))
        {
            date = date.PlusDays(step);
        }

        return date;
    }
}
