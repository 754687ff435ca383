using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The running terms and the notices that a changed calendar would move, in words.</summary>
internal static class RecountWords
{
    /// <summary>Lines of their own on a card.</summary>
    private const int MostLines = 40;

    /// <summary>UTF-16 code units of a title.</summary>
    private const int TitleLength = 60;

    /// <summary>Of terms, and of duties whose notices move.</summary>
    public static int Count(ImmutableArray<AffectedDuty> affected) => affected.Sum(duty => duty.Terms.Length + (duty.Notices > 0 ? 1 : 0));

    public static IEnumerable<string> Lines(ImmutableArray<AffectedDuty> affected, Names names)
    {
        var lines = affected.SelectMany(duty => Of(duty, names)).ToList();
        return lines.Count <= MostLines
            ? lines.DefaultIfEmpty(names.Texts["n.recountNone"])
            : [.. lines.Take(MostLines), names.Texts.Format("n.recountMore", ("n", lines.Count - MostLines))];
    }

    private static IEnumerable<string> Of(AffectedDuty duty, Names names) =>
        [.. duty.Terms.Select(term => Of(duty, term, names)), .. duty.Notices > 0 ? [OfNotices(duty, names)] : Array.Empty<string>()];

    private static string OfNotices(AffectedDuty duty, Names names) =>
        names.Texts.Format("lbl.recountNotices", ("code", duty.Duty.Value), ("task", LongText.Cut(duty.Title, TitleLength)), ("n", duty.Notices));

    private static string Of(AffectedDuty duty, RecountedTerm term, Names names) =>
        duty.Duty.Kind == DutyKind.Reminders
            ? names.Texts.Format("lbl.recountReminder", ("old", names.Deadline(term.Old)), ("new", names.Deadline(term.New)))
            : names.Texts.Format(
                "lbl.recountLine",
                ("code", duty.Duty.Value),
                ("task", LongText.Cut(duty.Title, TitleLength)),
                ("term", Term(term, names)),
                ("old", names.Deadline(term.Old)),
                ("new", names.Deadline(term.New))
            );

    private static string Term(RecountedTerm term, Names names)
    {
        var name = names.Texts[RelativeTermKeys.Of(term.Term)];
        return term.Unit is { } unit ? names.Texts.Format("lbl.recountOf", ("term", name), ("unit", names.Of(unit))) : name;
    }
}
