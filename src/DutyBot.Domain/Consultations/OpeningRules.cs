using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationDraft;

namespace DutyBot.Domain.Consultations;

/// <summary>What a consultation must say before anybody is asked .</summary>
internal static class OpeningRules
{
    public static (ConsultationOpening? Opening, IReadOnlyList<Problem> Problems) Check(
        WorkTask task,
        ConsultationDraft draft,
        Act act,
        DutyContext context
    )
    {
        if (Wording.HasSecrecyMark([draft.PreliminaryView, draft.Papers, .. draft.Questions, .. draft.Units.Select(u => u.Why)]))
        {
            return (null, [new("E-SECRET")]);
        }

        var problems = Content(draft).Concat(Units(task, draft, act, context)).Concat(Dates(task, draft, act, context)).ToList();
        return problems.Count > 0 ? (null, problems) : (Opening(task, draft, act, context), problems);
    }

    private static IEnumerable<Problem> Content(ConsultationDraft draft)
    {
        if (draft.Questions.All(q => Reason.LengthOf(q) == 0))
        {
            yield return new("E-NO-QUESTION", Fields.Question(1));
        }

        if (Reason.LengthOf(draft.PreliminaryView) == 0)
        {
            yield return new("E-NO-VIEWPOINT", Fields.PreliminaryView);
        }

        if (draft.Basis is not (ConsultationBasis.Mandatory or ConsultationBasis.Necessary))
        {
            yield return new("E-NO-BASIS", Fields.Basis);
        }
    }

    private static IEnumerable<Problem> Units(WorkTask task, ConsultationDraft draft, Act act, DutyContext context)
    {
        var seen = new HashSet<UnitId>();
        for (var row = 1; row <= draft.Units.Length; row++)
        {
            var (unit, why) = draft.Units[row - 1];
            if ((Unit(task, row, unit, why, seen, context.DateOf(act), context) ?? AskedBefore(task, row, unit, draft)) is { } problem)
            {
                yield return problem;
            }
        }

        if (draft.Units.All(u => u.Unit is null))
        {
            yield return new("E-NO-UNIT", Fields.Unit(1));
        }
        else if (seen.Count > context.Policy.ManyUnits && !draft.ManyUnitsConfirmed)
        {
            yield return new("E-MANY-UNITS", Fields.ManyUnitsConfirmed, ("n", seen.Count));
        }
    }

    private static Problem? Unit(WorkTask task, int row, UnitId? unit, string why, HashSet<UnitId> seen, LocalDate on, DutyContext context)
    {
        if (unit is not { } asked)
        {
            return Reason.LengthOf(why) > 0 ? new Problem("E-NO-UNIT", Fields.Unit(row)) : null;
        }

        return asked == task.LeadUnit ? new Problem("E-ASK-YOURSELF", Fields.Unit(row))
            : !seen.Add(asked) ? new Problem("E-UNIT-TWICE", Fields.Unit(row), ("unit", asked))
            : UnitRules.NotReachable(asked, Fields.Unit(row), on, context) is { } problem ? problem
            : context.NotAReason(why, Fields.Why(row)) is not null ? new Problem("E-UNRELATED-UNIT", Fields.Why(row), ("unit", asked))
            : null;
    }

    // nobody is asked the same thing twice while the papers are the same and no decision has come between.
    private static Problem? AskedBefore(WorkTask task, int row, UnitId? unit, ConsultationDraft draft)
    {
        var asked = draft.Questions.Select(SearchText.Fold).Where(question => question.Length > 0).ToHashSet();
        return task
            .Rounds.Where(round =>
                round.Outcome is { Cancelled: false } && !task.Escalations.Any(e => e.Consultation == round.Consultation && e.Decision is not null)
            )
            .Select(round => round.Opening)
            .Any(before =>
                before.Papers == draft.Papers.Trim()
                && before.Units.Any(u => u.Unit == unit)
                && before.Questions.Select(SearchText.Fold).Any(asked.Contains)
            )
            ? new Problem("E-ASKED-BEFORE", Fields.Unit(row), ("unit", unit!.Value))
            : null;
    }

    private static IEnumerable<Problem> Dates(WorkTask task, ConsultationDraft draft, Act act, DutyContext context)
    {
        if (draft.ReplyBy is not { } asked)
        {
            yield return new("E-NO-REPLY-DATE", Fields.ReplyBy);
            yield break;
        }

        var latest = context.Calendar.AddWorkingDays(context.DateOf(act), context.Policy.ConsultReplyMaximum);
        if (asked > latest)
        {
            yield return new("E-REPLY-TOO-LATE", Fields.ReplyBy, ("n", context.Policy.ConsultReplyMaximum), ("latest", latest));
        }
        else if (context.Calendar.EndOfDay(asked) <= act.At)
        {
            yield return new("E-REPLY-PAST", Fields.ReplyBy);
        }
        else if (task.CompleteBy is { } deadline && deadline > act.At && context.Calendar.EndOfDay(asked) > deadline)
        {
            // asking never moves the task's own clock. Once that has run out, others may still be asked.
            yield return new("E-REPLY-AFTER-DEADLINE", Fields.ReplyBy, ("date", task.Content.Deadline!.Value));
        }
    }

    private static ConsultationOpening Opening(WorkTask task, ConsultationDraft draft, Act act, DutyContext context)
    {
        var replyOn = ReplyOn(task, draft.ReplyBy!.Value, act, context);
        return new ConsultationOpening(
            task.Id,
            task.Content.Work,
            task.LeadUnit,
            task.Rounds.Length + 1,
            [.. draft.Questions.Where(q => Reason.LengthOf(q) > 0).Select(q => q.Trim())],
            draft.PreliminaryView.Trim(),
            draft.Basis!.Value,
            draft.Papers.Trim(),
            [.. draft.Units.Where(u => u.Unit is not null).Select(u => new UnitToConsult(u.Unit!.Value, u.Why.Trim()))],
            replyOn,
            context.Calendar.EndOfDay(replyOn),
            task.Content.Urgency
        );
    }

    // the asked date if it leaves the least term, else the office's default term; urgent tasks may ask for less.
    private static LocalDate ReplyOn(WorkTask task, LocalDate asked, Act act, DutyContext context)
    {
        var today = context.DateOf(act);
        return task.Content.Urgency != Urgency.Normal || asked >= context.Calendar.AddWorkingDays(today, context.Policy.ConsultReplyMinimum)
            ? asked
            : context.Calendar.AddWorkingDays(today, context.Policy.ConsultReplyDefault);
    }
}
