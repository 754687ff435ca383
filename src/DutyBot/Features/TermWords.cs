using System.Globalization;
using DutyBot.Administration;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Features;

/// <summary>When a term ends and why, as an official would explain it: which days do not count, and by which document (D-05).</summary>
internal static class TermWords
{
    /// <summary>Entries named one by one; a message has an end.</summary>
    private const int MostEntries = 40;

    /// <param name="asked">Null when it could not be read.</param>
    public static string Answer(AskedTerm? asked, Visit visit) =>
        asked is null ? visit.Texts["n.term.unreadable"]
        : !asked.IsAnswerable
            ? visit.Texts.Format(
                "n.term.tooLong",
                ("days", Plain(AskedTerm.MostDays)),
                ("hours", Plain(AskedTerm.MostHours)),
                ("months", Plain(AskedTerm.MostMonths))
            )
        : string.Join("\n\n", Lines(Reckoning.Of(asked, visit.Act.At, visit.Context.Calendar), visit.Context.Calendar, visit.Texts));

    private static IEnumerable<string> Lines(Reckoning reckoning, WorkingCalendar calendar, Texts texts)
    {
        yield return Result(reckoning, calendar, texts);
        yield return texts[RuleOf(reckoning.Asked.Unit)];
        foreach (var line in Uncounted(reckoning, texts))
        {
            yield return line;
        }

        if (reckoning.MovedFrom is { } last)
        {
            yield return texts.Format("n.term.moved", ("date", last), ("next", calendar.DayOfDeadline(reckoning.End)));
        }

        foreach (var year in reckoning.UnknownYears.SelectMany(year => CalendarWords.Missing(calendar, year, texts)))
        {
            yield return year;
        }

        if (reckoning.Asked is { Assumed: true, Count: var count })
        {
            yield return texts.Format("n.term.assumed", ("n", Plain(count)));
        }
    }

    private static string Result(Reckoning reckoning, WorkingCalendar calendar, Texts texts)
    {
        var term = texts.Format(UnitOf(reckoning.Asked.Unit), ("n", reckoning.Asked.Count));
        return reckoning.Asked.Unit == TermUnit.WorkingHours
            ? texts.Format("n.term.endsAt", ("term", term), ("from", reckoning.Start), ("moment", reckoning.End))
            : texts.Format(
                "n.term.endsOn",
                ("term", term),
                ("from", calendar.DateOf(reckoning.Start)),
                ("date", calendar.DayOfDeadline(reckoning.End))
            );
    }

    private static IEnumerable<string> Uncounted(Reckoning reckoning, Texts texts)
    {
        if (reckoning is { RestDays: > 0, MovedFrom: null })
        {
            yield return texts.Format("n.term.restDays", ("n", reckoning.RestDays));
        }

        foreach (var entry in reckoning.Entries.Take(MostEntries))
        {
            yield return texts.Format(entry.IsWorked ? "n.term.worked" : "n.term.off", ("entry", CalendarWords.Of(entry, texts)));
        }

        if (reckoning.Entries.Length > MostEntries)
        {
            yield return texts.Format("n.term.more", ("n", reckoning.Entries.Length - MostEntries));
        }
    }

    private static string UnitOf(TermUnit unit) =>
        unit switch
        {
            TermUnit.WorkingDays => "lbl.workingDays",
            TermUnit.WorkingHours => "lbl.workingHours",
            TermUnit.Months => "lbl.months",
            _ => "lbl.calendarDays",
        };

    private static string RuleOf(TermUnit unit) =>
        unit switch
        {
            TermUnit.WorkingDays => "n.term.rule.workingDays",
            TermUnit.WorkingHours => "n.term.rule.workingHours",
            TermUnit.Months => "n.term.rule.months",
            _ => "n.term.rule.calendarDays",
        };

    // As it is typed, without the leading zero of a formal count.
    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
