using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskDraft;

namespace DutyBot.Domain.Tasks;

/// <summary>The rules a task must satisfy to be issued: 4 clear, one lead, a reachable address, dates, a source .</summary>
internal static class IssueRules
{
    public static Decision<TaskEvent> Decide(TaskCommand.Issue command, DutyContext context)
    {
        if (!context.Permits(command, WorkTask.NotIssued, out var act, out var refusal))
        {
            return refusal;
        }

        var draft = command.Draft;
        if (
            Wording.HasSecrecyMark([
                draft.Work,
                draft.Deliverable,
                draft.Requirement,
                draft.DocumentSymbol,
                draft.IssuingBody,
                draft.NoDeadlineReason,
            ])
        )
        {
            return new Problem("E-SECRET");
        }

        var on = context.DateOf(act);
        var problems = Work(draft, context.Policy)
            .Concat(Source(draft))
            .Concat(Units(draft, on, context))
            .Concat(Dates(draft, act, context))
            .Concat(NormRules.Problems(draft, on, context));
        var found = problems.ToImmutableArray();
        return found.IsEmpty ? Issued(command.Task, draft, act, context) : Decision<TaskEvent>.Reject(found);
    }

    /// <summary>Whose task it is: what a delegate issues is the task of the person who delegated (D-03).</summary>
    public static PersonId AssignerOf(Act act) => act.OnBehalfOf ?? act.By!.Value;

    private static IEnumerable<Problem> Work(TaskDraft draft, Policies.Policy policy)
    {
        if (Reason.LengthOf(draft.Work) < policy.WorkMinLength)
        {
            yield return new("E-UNCLEAR-WORK", Fields.Work);
        }

        if (Reason.LengthOf(draft.Deliverable) == 0)
        {
            yield return new("E-UNCLEAR-WORK", Fields.Deliverable);
        }
    }

    private static IEnumerable<Problem> Source(TaskDraft draft)
    {
        if (!DocumentSymbol.TryParse(draft.DocumentSymbol, out var symbol) || !symbol.IsNumbered)
        {
            yield return new("E-BAD-SYMBOL", Fields.DocumentSymbol);
        }

        if (draft.DocumentDate is null)
        {
            yield return new("E-DOCUMENT-DATE", Fields.DocumentDate);
        }

        if (Reason.LengthOf(draft.IssuingBody) == 0)
        {
            yield return new("E-ISSUING-BODY", Fields.IssuingBody);
        }
    }

    private static IEnumerable<Problem> Units(TaskDraft draft, LocalDate on, DutyContext context)
    {
        switch (draft.LeadUnits)
        {
            case []:
                yield return new("E-NO-LEAD", Fields.LeadUnit);
                break;
            case [var lead]:
                if (draft.CoordinatingUnits.Contains(lead))
                {
                    yield return new("E-LEAD-IS-COORD", Fields.CoordinatingUnits);
                }

                break;
            default:
                yield return new("E-ONE-LEAD", Fields.LeadUnit);
                break;
        }

        foreach (var unit in draft.LeadUnits)
        {
            if (UnitRules.NotReachable(unit, Fields.LeadUnit, on, context) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var unit in draft.CoordinatingUnits)
        {
            if (UnitRules.NotReachable(unit, Fields.CoordinatingUnits, on, context) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Dates(TaskDraft draft, Act act, DutyContext context)
    {
        var beyond = Beyond(draft).ToList();
        return beyond.Count > 0
            ? beyond
            : (draft.Deadline is { } deadline ? Dated(draft, deadline, act, context) : Undated(draft, act, context)).Concat(
                Report(draft, act, context)
            );
    }

    // The calendar ends with the year 9999: no day follows its days, so their 24:00 cannot be counted.
    private static IEnumerable<Problem> Beyond(TaskDraft draft) =>
        from field in new[]
        {
            (Name: Fields.Deadline, Date: draft.Deadline),
            (Name: Fields.ReportDeadline, Date: draft.ReportDeadline),
            (Name: Fields.ReviewOn, Date: draft.ReviewOn),
        }
        where field.Date?.Year == LocalDate.MaxIsoValue.Year
        select new Problem("E-UNCLEAR-TIME", field.Name);

    private static IEnumerable<Problem> Dated(TaskDraft draft, LocalDate deadline, Act act, DutyContext context)
    {
        var calendar = context.Calendar;
        if (calendar.EndOfDay(deadline) <= act.At)
        {
            yield return new("E-DEADLINE-PAST", Fields.Deadline);
        }
        else if (!calendar.IsWorkingDay(deadline) && !draft.KeepRestDay)
        {
            yield return new("E-DEADLINE-HOLIDAY", Fields.Deadline, ("date", deadline), ("next", calendar.NextWorkingDay(deadline)));
        }
    }

    // A task without a deadline may have a report to make as well; then there is no completion to count from.
    private static IEnumerable<Problem> Report(TaskDraft draft, Act act, DutyContext context)
    {
        if (draft.ReportDeadline is not { } report)
        {
            yield break;
        }

        var days = context.Policy.ReportAfterCompletion;
        if (context.Calendar.EndOfDay(report) <= act.At)
        {
            yield return new("E-DEADLINE-PAST", Fields.ReportDeadline);
        }
        else if (draft.Deadline is { } deadline && context.Calendar.AddWorkingDays(deadline, days) is var latest && report > latest)
        {
            yield return new("E-REPORT-TOO-LATE", Fields.ReportDeadline, ("n", days), ("latest", latest));
        }
    }

    private static IEnumerable<Problem> Undated(TaskDraft draft, Act act, DutyContext context)
    {
        if (Reason.LengthOf(draft.NoDeadlineReason) == 0 && draft.ReviewOn is null)
        {
            yield return new("E-UNCLEAR-TIME", Fields.Deadline);
            yield break;
        }

        if (context.NotAReason(draft.NoDeadlineReason, Fields.NoDeadlineReason) is { } problem)
        {
            yield return problem;
        }

        if (draft.ReviewOn is not { } review || context.Calendar.EndOfDay(review) <= act.At)
        {
            yield return new("E-REVIEW-DATE", Fields.ReviewOn);
        }
    }

    private static TaskEvent.Issued Issued(DutyId task, TaskDraft draft, Act act, DutyContext context)
    {
        var lead = draft.LeadUnits[0];
        var issued = new TaskEvent.Issued(
            act,
            task,
            AssignerOf(act),
            Content(draft) with
            {
                Norm = NormRules.NormOf(draft, context.DateOf(act), context),
            },
            lead,
            context.Organisation.HeadOf(lead, context.DateOf(act))!.Value,
            [.. draft.CoordinatingUnits.Distinct()],
            context.Policy.AcceptWithin.For(draft.Urgency).From(act.At, context.Calendar),
            context.Policy.ReturnWithin.For(draft.Urgency).From(act.At, context.Calendar),
            draft.Deadline is { } deadline ? context.Calendar.EndOfDay(deadline) : null,
            draft.ReportDeadline is { } report ? context.Calendar.EndOfDay(report) : null
        );
        return issued with { Notices = TaskNotices.Of(issued, context) };
    }

    private static TaskContent Content(TaskDraft draft) =>
        new(
            draft.Work.Trim(),
            draft.Deliverable.Trim(),
            draft.Requirement.Trim(),
            new DocumentRef(DocumentSymbol.Parse(draft.DocumentSymbol), draft.DocumentDate!.Value, draft.IssuingBody.Trim()),
            draft.Urgency,
            draft.Deadline,
            draft.ReportDeadline,
            draft.NoDeadlineReason.Trim(),
            draft.ReviewOn
        );
}
