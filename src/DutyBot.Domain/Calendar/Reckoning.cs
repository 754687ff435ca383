using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Calendar;

/// <summary>In what a term is counted.</summary>
public enum TermUnit
{
    WorkingDays,

    /// <summary>Every day; a last day that is no working day goes on to the next one (art. 148.5).</summary>
    CalendarDays,
    Months,
    WorkingHours,
}

/// <summary>A term somebody asks about.</summary>
/// <param name="Assumed">The unit was not said: days of an office are working days until somebody says otherwise.</param>
/// <param name="From">The day of the event, which is not counted; null for now.</param>
public sealed record AskedTerm(int Count, TermUnit Unit, bool Assumed, LocalDate? From)
{
    /// <summary>Working days and days; terms beyond are a slip of the pen.</summary>
    public const int MostDays = 1_000;
    public const int MostHours = 400;
    public const int MostMonths = 120;

    /// <summary>No law reaches so far, and every day of the answer is still a date.</summary>
    private const int LastYear = 2_999;

    public bool IsAnswerable =>
        Count >= 1
        && Count
            <= Unit switch
            {
                TermUnit.WorkingHours => MostHours,
                TermUnit.Months => MostMonths,
                _ => MostDays,
            }
        && From is not { Year: < 1_900 or > LastYear };
}

/// <summary>When a term ends, and why: what an official asks of whoever says "30/11".</summary>
public sealed record Reckoning
{
    private Reckoning() { }

    public required AskedTerm Asked { get; init; }

    /// <summary>From when it runs (UTC); of a term in days only the day matters, and that is not counted.</summary>
    public required Instant Start { get; init; }

    /// <summary>The first instant that is too late (UTC).</summary>
    public required Instant End { get; init; }

    /// <summary>The last day of the term before it was moved, where it fell on a day that is not worked.</summary>
    public LocalDate? MovedFrom { get; init; }

    /// <summary>Weekly rest days within the term that do not count.</summary>
    public int RestDays { get; init; }

    /// <summary>Holidays, days in lieu and swapped days within the term, in order; those that are worked count.</summary>
    public ImmutableArray<CalendarEntry> Entries { get; init; } = [];

    /// <summary>Years the term touches whose holidays nobody has entered.</summary>
    public ImmutableArray<int> UnknownYears { get; init; } = [];

    /// <param name="asked">Answerable.</param>
    public static Reckoning Of(AskedTerm asked, Instant now, WorkingCalendar calendar)
    {
        var start = asked.From is { } from ? calendar.StartOfDay(from) : now;
        var day = calendar.DateOf(start);
        var plain = asked.Unit switch
        {
            TermUnit.CalendarDays => day.PlusDays(asked.Count),
            TermUnit.Months => day.PlusMonths(asked.Count),
            _ => (LocalDate?)null,
        };
        var end = asked.Unit switch
        {
            TermUnit.WorkingDays => new Term.WorkingDays(asked.Count).From(start, calendar),
            TermUnit.WorkingHours => new Term.WorkingHours(asked.Count).From(start, calendar),
            _ => calendar.EndOfDay(calendar.NextWorkingDayOnOrAfter(plain!.Value)),
        };
        return Explained(asked, start, end, plain, calendar);
    }

    private static Reckoning Explained(AskedTerm asked, Instant start, Instant end, LocalDate? plain, WorkingCalendar calendar)
    {
        // Hours run from the moment itself, so its day belongs to them; every other term begins with the day after (art. 147).
        var first = calendar.DateOf(start).PlusDays(asked.Unit == TermUnit.WorkingHours ? 0 : 1);
        var last = calendar.DayOfDeadline(end);
        // Of a term in all days only the end depends on which are worked.
        var since = plain is { } day ? LocalDate.Max(first, day) : first;
        var days = Enumerable.Range(0, Math.Max(0, Period.DaysBetween(since, last) + 1)).Select(since.PlusDays).ToList();
        return new Reckoning
        {
            Asked = asked,
            Start = start,
            End = end,
            MovedFrom = plain is { } unmoved && unmoved != last ? unmoved : null,
            RestDays = days.Count(date => calendar.EntryOn(date) is null && !calendar.IsWorkingDay(date)),
            Entries = [.. days.Select(calendar.EntryOn).OfType<CalendarEntry>()],
            UnknownYears = [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Where(year => !calendar.EntriesOf(year).Any())],
        };
    }
}
