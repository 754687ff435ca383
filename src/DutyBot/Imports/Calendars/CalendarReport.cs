using System.Collections.Immutable;
using DutyBot.Administration;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Features;

namespace DutyBot.Imports.Calendars;

/// <summary>A plan in words: a sentence for the whole, then one for each date; what is refused first.</summary>
internal static class CalendarReport
{
    public static IReadOnlyList<string> Of(CalendarPlan plan, Names names) =>
        [
            names.Texts.Format(
                "n.icsSummary",
                ("set", Count<DayResult.Set>(plan)),
                ("changed", Count<DayResult.Changed>(plan)),
                ("removed", Count<DayResult.Removed>(plan)),
                ("same", Count<DayResult.Same>(plan)),
                ("refused", Count<DayResult.Refused>(plan))
            ),
            .. plan.Outside > 0 ? [names.Texts.Format("n.icsOutside", ("n", plan.Outside))] : Array.Empty<string>(),
            .. plan.Lines.OrderByDescending(line => line.Result is DayResult.Refused).Select(line => Of(line, names)),
        ];

    private static string Of(DayLine line, Names names) =>
        line.Result switch
        {
            DayResult.Set set => names.Texts.Format("lbl.ics.set", ("entry", Entry(set.Entry, names))),
            DayResult.Changed changed => names.Texts.Format(
                "lbl.ics.changed",
                ("entry", Entry(changed.New, names)),
                ("old", Old(changed.Old, names))
            ),
            DayResult.Removed removed => names.Texts.Format("lbl.ics.removed", ("entry", Entry(removed.Old, names))),
            DayResult.Same same => names.Texts.Format("lbl.ics.same", ("entry", Entry(same.Entry, names))),
            DayResult.RestDay rest => names.Texts.Format("lbl.ics.restDay", ("date", line.Date!.Value), ("name", rest.Name)),
            DayResult.Refused { Name: var name, Problems: var problems } => line.Date is { } date
                ? names.Texts.Format("lbl.ics.refused", ("date", date), ("name", name), ("problems", Said(problems, names)))
                : names.Texts.Format("lbl.ics.refusedEvent", ("name", name), ("problems", Said(problems, names))),
            _ => throw new ArgumentOutOfRangeException(nameof(line), line.Result, "Not a result of a date."),
        };

    private static string Entry(CalendarEntry entry, Names names) => CalendarWords.Of(entry, names.Texts);

    private static string Old(CalendarEntry entry, Names names) => $"{entry.Name} ({CalendarWords.Of(entry.Kind, names.Texts)}), {entry.Source}";

    // The sentence around them brings the full stop.
    private static string Said(ImmutableArray<Problem> problems, Names names) => string.Join(" ", problems.Select(names.Of)).TrimEnd('.');

    private static int Count<T>(CalendarPlan plan)
        where T : DayResult => plan.Lines.Count(line => line.Result is T);
}
