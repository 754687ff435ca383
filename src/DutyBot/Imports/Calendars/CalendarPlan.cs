using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Imports.Calendars;

/// <summary>What becomes of a date that a calendar file names.</summary>
internal abstract record DayResult
{
    private DayResult() { }

    public sealed record Set(CalendarEntry Entry) : DayResult;

    public sealed record Changed(CalendarEntry Old, CalendarEntry New) : DayResult;

    public sealed record Removed(CalendarEntry Old) : DayResult;

    public sealed record Same(CalendarEntry Entry) : DayResult;

    /// <summary>A rest day of the week anyway: it changes nothing.</summary>
    public sealed record RestDay(string Name) : DayResult;

    public sealed record Refused(string Name, ImmutableArray<Problem> Problems) : DayResult;
}

/// <param name="Date">Null for an event of which no day can be made.</param>
/// <param name="Command">Null when there is nothing to record.</param>
internal sealed record DayLine(LocalDate? Date, DayResult Result, OrganisationCommand? Command);

/// <summary>How the days of a file are taken.</summary>
/// <param name="Kind">Of days of which the file does not say.</param>
/// <param name="Basis">The document that makes them so.</param>
/// <param name="Replaces">In a year that the file has days of, entries that it does not name are taken out.</param>
internal sealed record CalendarTerms(CalendarEntryKind Kind, string Basis, bool Replaces);

/// <summary>What an import of a calendar would do, date by date; nothing is recorded by making one.</summary>
internal sealed record CalendarPlan(ImmutableArray<DayLine> Lines, int Outside)
{
    public bool HasRefusals => Lines.Any(line => line.Result is DayResult.Refused);

    /// <summary>Whether the file has any day at all.</summary>
    public bool IsEmpty => Lines.IsEmpty;

    public static CalendarPlan Of(IcsFile file, CalendarTerms terms, DutyContext context, Act act)
    {
        var calendar = context.Organisation.Calendar;
        var named = file
            .Days.GroupBy(day => day.Date)
            .OrderBy(day => day.Key)
            .Select(days => Decide([.. days.Distinct()], terms, context, act))
            .ToList();
        var years = named.Select(line => line.Date!.Value.Year).Distinct();
        var dates = named.Select(line => line.Date!.Value).ToHashSet();
        return new CalendarPlan(
            [
                .. file.Faults.Select(fault => new DayLine(null, new DayResult.Refused(fault.Name, [fault.Problem]), null)),
                .. named,
                .. terms.Replaces
                    ? years.SelectMany(calendar.EntriesOf).Where(entry => !dates.Contains(entry.Date)).Select(entry => Remove(entry, terms, act))
                    : [],
            ],
            file.Outside
        );
    }

    /// <summary>The commands in parts that each fit one write.</summary>
    public IEnumerable<OrganisationCommand.All> Acts(Act act) =>
        Lines
            .Select(line => line.Command)
            .OfType<OrganisationCommand>()
            .Chunk(OrganisationDecider.MostEvents)
            .Select(part => new OrganisationCommand.All(act, [.. part]));

    private static DayLine Decide(ImmutableArray<IcsDay> days, CalendarTerms terms, DutyContext context, Act act)
    {
        if (days is not [var day])
        {
            return new DayLine(days[0].Date, new DayResult.Refused(days[0].Name, [new Problem("E-ICS-TWICE")]), null);
        }

        var known = context.Organisation.Calendar.EntryOn(day.Date);
        if (day.Cancelled)
        {
            return known is null ? new DayLine(day.Date, new DayResult.RestDay(day.Name), null) : Remove(known, terms, act);
        }

        var kind = day.Kind ?? terms.Kind;
        if (kind != CalendarEntryKind.SwapWork && day.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return new DayLine(day.Date, new DayResult.RestDay(day.Name), null);
        }

        var command = new OrganisationCommand.SetCalendarEntry(act, day.Date, kind, day.Name, terms.Basis);
        var decision = OrganisationDecider.Decide(context.Organisation, command, context);
        var entry = new CalendarEntry(day.Date, kind, day.Name, terms.Basis.Trim());
        return decision switch
        {
            { IsAccepted: false } => new DayLine(day.Date, new DayResult.Refused(day.Name, decision.Problems), null),
            { Events.IsEmpty: true } => new DayLine(day.Date, new DayResult.Same(entry), null),
            _ => new DayLine(day.Date, known is null ? new DayResult.Set(entry) : new DayResult.Changed(known, entry), command),
        };
    }

    private static DayLine Remove(CalendarEntry entry, CalendarTerms terms, Act act) =>
        new(entry.Date, new DayResult.Removed(entry), new OrganisationCommand.RemoveCalendarEntry(act, entry.Date, terms.Basis));
}
