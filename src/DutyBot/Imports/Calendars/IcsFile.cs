using System.Collections.Immutable;
using System.Runtime.Serialization;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Teams.Cards;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using CalendarCollection = Ical.Net.CalendarCollection;
using Period = NodaTime.Period;

namespace DutyBot.Imports.Calendars;

/// <summary>A whole day that a calendar file names.</summary>
/// <param name="Kind">Null when the file does not say.</param>
/// <param name="Cancelled">The file says that the day is an ordinary one after all.</param>
internal sealed record IcsDay(LocalDate Date, string Name, CalendarEntryKind? Kind, bool Cancelled);

/// <summary>An event of the file of which no day can be made.</summary>
internal sealed record IcsFault(string Name, Problem Problem);

/// <summary>What an iCalendar file (RFC 5545) says about the days of a period; days outside it are left out and counted.</summary>
internal sealed record IcsFile(ImmutableArray<IcsDay> Days, ImmutableArray<IcsFault> Faults, int Outside)
{
    /// <summary>Days one event may name; no holiday has as many.</summary>
    private const int MostDays = 400;

    private const int NameLength = 200;

    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <returns>Null when the text is no calendar.</returns>
    public static IcsFile? Read(string text, DateInterval period, DateTimeZone zone)
    {
        if (Parsed(text) is not { } events)
        {
            return null;
        }

        var apart = events.Where(one => one.RecurrenceIdentifier is not null).ToLookup(one => one.Uid, one => one.RecurrenceIdentifier!.StartTime);
        var days = new List<IcsDay>();
        var faults = new List<IcsFault>();
        var outside = 0;
        foreach (var one in events)
        {
            if (IcsRules.Unreadable(one) is { } problem)
            {
                faults.Add(new IcsFault(NameOf(one), problem));
                continue;
            }

            var (named, fault) = Dates(one, one.RecurrenceIdentifier is null ? [.. apart[one.Uid]] : [], period, zone);
            var within = named.Where(period.Contains).ToList();
            outside += named.Count == 0 && fault is null ? 1 : named.Count - within.Count;
            days.AddRange(within.Select(date => new IcsDay(date, NameOf(one), IcsKinds.Of(one), IsCancelled(one))));
            faults.AddRange(fault is null ? [] : [new IcsFault(NameOf(one), fault)]);
        }

        return new IcsFile([.. days], [.. faults], outside);
    }

    // What is pasted may begin with blanks, and a file saved by an editor with a byte order mark; some programs write several calendars into one.
    private static List<CalendarEvent>? Parsed(string text) =>
        Understood(() => CalendarCollection.Load(text.Trim().Trim('\uFEFF'))) is { Count: > 0 } calendars
            ? [.. calendars.SelectMany(calendar => calendar.Events)]
            : null;

    // What the reader of the format throws at a text that is something else; the person is told that it is.
    private static T? Understood<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (SerializationException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
        catch (EvaluationException)
        {
            return null;
        }
    }

    private static (List<LocalDate> Dates, Problem? Fault) Dates(
        CalendarEvent one,
        IReadOnlyList<CalDateTime> apart,
        DateInterval period,
        DateTimeZone zone
    )
    {
        var dates = new List<LocalDate>();
        if (Understood(() => Occurrences(one, apart, period, zone)) is not { } occurrences)
        {
            return (dates, new Problem("E-ICS-DATES"));
        }

        foreach (var (first, end) in occurrences)
        {
            if (first >= end)
            {
                return (dates, new Problem("E-ICS-NOT-A-DAY"));
            }

            if (dates.Count + Period.DaysBetween(first, end) > MostDays)
            {
                return (dates, new Problem("E-ICS-TOO-MANY", null, ("n", MostDays)));
            }

            dates.AddRange(Enumerable.Range(0, Period.DaysBetween(first, end)).Select(first.PlusDays));
        }

        return (dates, null);
    }

    // From a year before, so that what begins in one year and ends in the next is found. What stands in the file apart from its series is
    // taken from there.
    private static List<(LocalDate First, LocalDate End)> Occurrences(
        CalendarEvent one,
        IReadOnlyList<CalDateTime> apart,
        DateInterval period,
        DateTimeZone zone
    ) =>
        [
            .. one.GetOccurrences(new CalDateTime(period.Start.Year - 1, 1, 1), Bounded)
                .TakeWhile(occurrence => LocalDate.FromDateOnly(occurrence.Period.StartTime.Date) <= period.End)
                .Where(occurrence => !apart.Any(moment => IcsRules.AreSame(moment, occurrence.Period.StartTime)))
                .Take(MostDays + 1)
                .Select(occurrence => Whole(occurrence, zone)),
        ];

    // The days that it fills from 00:00 to 24:00 of the office; the end of an all-day event does not belong to it.
    private static (LocalDate First, LocalDate End) Whole(Occurrence occurrence, DateTimeZone zone)
    {
        var (start, end) = (occurrence.Period.StartTime, occurrence.Period.EffectiveEndTime ?? occurrence.Period.StartTime);
        if (!start.HasTime)
        {
            var day = LocalDate.FromDateOnly(start.Date);
            return (day, LocalDate.Max(day.PlusDays(1), LocalDate.FromDateOnly(end.Date)));
        }

        var (from, to) = (InOffice(start, zone), InOffice(end, zone));
        return (from.TimeOfDay == LocalTime.Midnight ? from.Date : from.Date.PlusDays(1), to.Date);
    }

    private static LocalDateTime InOffice(CalDateTime moment, DateTimeZone zone) =>
        moment.IsFloating
            ? LocalDateTime.FromDateTime(moment.Value)
            : Instant.FromDateTimeUtc(DateTime.SpecifyKind(moment.AsUtc, DateTimeKind.Utc)).InZone(zone).LocalDateTime;

    private static string NameOf(CalendarEvent one) => Teams.Cards.LongText.Cut((one.Summary ?? "").Trim(), NameLength);

    private static bool IsCancelled(CalendarEvent one) => string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);
}
