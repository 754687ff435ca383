using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Calendar;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;

namespace DutyBot.Domain.Tasks;

/// <summary>Work sent to the wrong unit goes back at once with one of two reasons, and not for ever .</summary>
internal static class ReturnRules
{
    public static Decision<TaskEvent> Decide(WorkTask task, RequestReturn command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (task.FinalAssignment)
        {
            return new Problem("E-FINAL-ASSIGNMENT");
        }

        if (task.ReturnedBy.Count(u => u == task.LeadUnit) >= context.Policy.MaxReturnsPerUnit)
        {
            return new Problem("E-RETURNED-BEFORE");
        }

        if (WorkingCalendar.IsLate(task.ReturnBy, act.At))
        {
            return TooLate(task);
        }

        var (request, problems) = Check(command.Reason, command.CompetentUnit, command.Text, task.LeadUnit, act, context);
        return request is null
            ? Decision<TaskEvent>.Reject(problems)
            : new ReturnRequested(
                act,
                request,
                context.Policy.LeaderDecisionWithin.For(task.Content.Urgency).From(act.At, context.Calendar),
                Instead(task with { PendingReturn = request }, act, context)
            );
    }

    // 1.6: who decides when it is not the assigner.
    private static PersonId? Instead(WorkTask task, Act act, DutyContext context) =>
        context.LineOf(task, act).Decider is { } decider && decider != task.Assigner ? decider : null;

    /// <summary>When the term is over the unit is told so, whoever accepted the task: a person, or the clock.</summary>
    public static Problem AfterAcceptance(WorkTask task, RequestReturn command, DutyContext context) =>
        !context.Permits(command, task, out var act, out var refusal) ? refusal
        : WorkingCalendar.IsLate(task.ReturnBy, act.At) ? TooLate(task)
        : new("E-STALE");

    private static Problem TooLate(WorkTask task) => new("E-RETURN-TOO-LATE", null, ("term", task.ReturnBy));

    /// <summary>The form of a return, for a task as for a consultation: reason, competent unit, why .</summary>
    public static (ReturnRequest? Request, IReadOnlyList<Problem> Problems) Check(
        ReturnReason? reason,
        UnitId? competent,
        string text,
        UnitId returningUnit,
        Act act,
        DutyContext context
    )
    {
        var problems = new List<Problem>();
        if (reason is not (ReturnReason.NotOurCompetence or ReturnReason.RequesterCompetence))
        {
            problems.Add(new("E-RETURN-REASON", "reason"));
        }

        if (reason == ReturnReason.NotOurCompetence && (competent is null || competent == returningUnit))
        {
            problems.Add(new("E-COMPETENT-UNIT", "competentUnit"));
        }

        if (context.NotAReason(text, "text") is { } problem)
        {
            problems.Add(problem);
        }

        return problems.Count > 0
            ? (null, problems)
            : (new ReturnRequest(reason!.Value, reason == ReturnReason.NotOurCompetence ? competent : null, text.Trim(), act), problems);
    }

    public static Decision<TaskEvent> Decide(WorkTask task, RejectReturn command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (context.NotAReason(command.Reason, "reason") is { } problem)
        {
            return problem;
        }

        var acceptBy = AcceptBy(task, act, context);
        return new ReturnRejected(act, command.Reason.Trim(), acceptBy, TaskNotices.OfAcceptance(act, acceptBy, context));
    }

    public static Decision<TaskEvent> Decide(WorkTask task, Reassign command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (command.LeadUnit is not { } lead)
        {
            return new Problem("E-NO-LEAD", "leadUnit");
        }

        if (lead == task.LeadUnit)
        {
            return new Problem("E-SAME-LEAD", "leadUnit");
        }

        var on = context.DateOf(act);
        if (UnitRules.NotReachable(lead, "leadUnit", on, context) is { } problem)
        {
            return problem;
        }

        var acceptBy = AcceptBy(task, act, context);
        return new Reassigned(
            act,
            lead,
            context.Organisation.HeadOf(lead, on)!.Value,
            task.ReturnedBy.Length >= context.Policy.FinalAssignmentAtReturn,
            acceptBy,
            context.Policy.ReturnWithin.For(task.Content.Urgency).From(act.At, context.Calendar),
            TaskNotices.OfAcceptance(act, acceptBy, context)
        );
    }

    private static NodaTime.Instant AcceptBy(WorkTask task, Act act, DutyContext context) =>
        context.Policy.AcceptWithin.For(task.Content.Urgency).From(act.At, context.Calendar);
}
