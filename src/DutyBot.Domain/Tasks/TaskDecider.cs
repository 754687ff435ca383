using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;

namespace DutyBot.Domain.Tasks;

/// <summary>
/// Decides what may happen to a task: one arm per legal transition of <c>docs/rules.md</c>, anything else is refused. A command that
/// repeats what already happened changes nothing.
/// </summary>
public static class TaskDecider
{
    private static readonly Problem Stale = new("E-STALE");

    public static Decision<TaskEvent> Decide(WorkTask task, TaskCommand command, DutyContext context) =>
        InForce(task, command, Starts(task, command) ? context : context.StartedAt(task.IssuedAt));

    // A round and an escalation start now, whatever the age of their task.
    private static bool Starts(WorkTask task, TaskCommand command) => task.Phase == TaskPhase.NotIssued || command is OpenConsultation or Escalate;

    private static Decision<TaskEvent> InForce(WorkTask task, TaskCommand command, DutyContext context) =>
        (task.Phase, command) switch
        {
            // Also before the issue: the register may name a task whose issue is still under way, and looks again.
            (_, SucceedUnit c) => SuccessionRules.Decide(task, c, context),
            (_, RecountTerms c) => Decide(task, c, context),
            (TaskPhase.NotIssued, Issue c) => IssueRules.Decide(c, context),
            (_, Issue c) => Repeats(context.Permits(c, task, out var act, out _) && IssueRules.AssignerOf(act) == task.Assigner),
            (TaskPhase.NotIssued, _) => Stale,

            (TaskPhase.Assigned, Accept c) => Decide(task, c, context),
            (TaskPhase.InProgress, Accept c) when !task.AwaitsOfficer => Repeats(task.Officer == c.Officer),
            (TaskPhase.InProgress, Accept c) => Decide(task, new NameOfficer(c.Act, c.Officer, ""), context),
            (TaskPhase.InProgress, NameOfficer c) => Decide(task, c, context),

            (TaskPhase.Assigned, RequestReturn c) => ReturnRules.Decide(task, c, context),
            (TaskPhase.InProgress, RequestReturn c) => ReturnRules.AfterAcceptance(task, c, context),
            (TaskPhase.ReturnRequested, RequestReturn c) => Repeats(task.PendingReturn?.Act.By == c.Act.By),
            (TaskPhase.ReturnRequested, RejectReturn c) => ReturnRules.Decide(task, c, context),
            (TaskPhase.ReturnRequested, Reassign c) => ReturnRules.Decide(task, c, context),
            (TaskPhase.Assigned, Reassign c) => Repeats(task.LeadUnit == c.LeadUnit && task.HandOvers > 0),

            (TaskPhase.InProgress, OpenConsultation c) => Decide(task, c, context),
            (_, RecordRoundEnded c) => Decide(task, c),
            (TaskPhase.InProgress, Escalate c) => Decide(task, c, context),
            (_, RecordDecision c) => Decide(task, c),
            (_, RecordEscalationWithdrawn c) => Decide(task, c),

            (_, RecordUrged c) => Decide(task, c),

            (TaskPhase.Cancelled, Cancel c) => Repeats(context.Permits(c, task, out _, out _)),
            (_, Cancel c) => Decide(task, c, context),
            (_, PassDeadline c) => Decide(task, c, context),
            _ => Stale,
        };

    private static Decision<TaskEvent> Repeats(bool sameAct) => sameAct ? Decision<TaskEvent>.Nothing : Stale;

    private static Decision<TaskEvent> Decide(WorkTask task, Accept command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        return NotAnOfficer(task, command.Officer, context.DateOf(act), context) is { } problem ? problem : new Accepted(act, command.Officer!.Value);
    }

    private static Decision<TaskEvent> Decide(WorkTask task, NameOfficer command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (NotAnOfficer(task, command.Officer, context.DateOf(act), context) is { } problem)
        {
            return problem;
        }

        if (task.Officer == command.Officer && !task.AwaitsOfficer)
        {
            return Decision<TaskEvent>.Nothing;
        }

        // After a deemed acceptance, and in a unit that took over, this is the first officer, and a reason is not asked for.
        var noReason = task.AwaitsOfficer ? SecrecyMarks.Check(command.Reason, "reason") : context.NotAReason(command.Reason, "reason");
        return noReason is null ? new OfficerNamed(act, command.Officer!.Value, command.Reason.Trim()) : noReason;
    }

    // a person at the latest at acceptance; R-16: with a current appointment in the lead unit.
    private static Problem? NotAnOfficer(WorkTask task, PersonId? officer, LocalDate on, DutyContext context) =>
        officer is not { } person ? new Problem("E-UNCLEAR-PERSON", "officer")
        : !context.Organisation.IsMemberOf(person, task.LeadUnit, on) ? new Problem("E-NOT-IN-UNIT", "officer")
        : null;

    private static Decision<TaskEvent> Decide(WorkTask task, OpenConsultation command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (task.Rounds.Any(r => r.Consultation == command.Consultation))
        {
            return Decision<TaskEvent>.Nothing;
        }

        if (task.Rounds.Any(r => r.IsOpen))
        {
            return new Problem("E-ROUND-OPEN");
        }

        var (opening, problems) = OpeningRules.Check(task, command.Draft, act, context);
        return opening is null ? Decision<TaskEvent>.Reject(problems) : new ConsultationOpened(act, command.Consultation, opening);
    }

    private static Decision<TaskEvent> Decide(WorkTask task, RecordRoundEnded command) =>
        task.Rounds.Any(r => r.Consultation == command.Consultation && r.IsOpen)
            ? new RoundEnded(command.Act, command.Consultation, command.Outcome)
            : Decision<TaskEvent>.Nothing;

    private static Decision<TaskEvent> Decide(WorkTask task, Escalate command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        if (task.Escalations.Any(e => e.Escalation == command.Escalation))
        {
            return Decision<TaskEvent>.Nothing;
        }

        if (task.RoundToEscalate is not { } round)
        {
            return task.OpenEscalation is null ? new Problem("E-NOT-COORDINATED") : Stale;
        }

        if (context.LeadershipUnit(act) is not { } leadership)
        {
            return new Problem("E-NO-LEADERSHIP");
        }

        var (proposal, problems) = ProposalRules.Check(command.Draft, context.Policy);
        return proposal is null
            ? Decision<TaskEvent>.Reject(problems)
            : new Escalated(act, command.Escalation, ProposalRules.Open(task, round, proposal, leadership, act, context));
    }

    // An earlier decision that arrives after the one that superseded it does not bind again.
    private static Decision<TaskEvent> Decide(WorkTask task, RecordDecision command) =>
        task.Escalations.FirstOrDefault(e => e.Escalation == command.Escalation) is { } known
        && known.Decision != command.Decision
        && !(known.Decision?.At > command.Decision.At)
            ? new DecisionReceived(command.Act, command.Escalation, command.Decision)
            : Decision<TaskEvent>.Nothing;

    private static Decision<TaskEvent> Decide(WorkTask task, RecordEscalationWithdrawn command) =>
        task.Escalations.Any(e => e.Escalation == command.Escalation && e.IsOpen)
            ? new EscalationWithdrawn(command.Act, command.Escalation)
            : Decision<TaskEvent>.Nothing;

    // What ended meanwhile, or waits for the decision on a return, is not held against the unit any more.
    private static Decision<TaskEvent> Decide(WorkTask task, RecordUrged command) =>
        task.Phase is TaskPhase.Assigned or TaskPhase.InProgress && task.Urgings.All(urged => urged.Urging != command.Urging)
            ? new Urged(command.Act, command.Urging, task.Urgings.Length + 1, command.Document, command.AnswerBy)
            : Decision<TaskEvent>.Nothing;

    private static Decision<TaskEvent> Decide(WorkTask task, Cancel command, DutyContext context) =>
        !context.Permits(command, task, out var act, out var refusal) ? refusal
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new Cancelled(act, command.Reason.Trim());

    private static Decision<TaskEvent> Decide(WorkTask task, RecountTerms command, DutyContext context)
    {
        if (!context.Permits(command, task, out var act, out var refusal))
        {
            return refusal;
        }

        var moved = TaskTerms.Moved(task, act.At, context);
        TaskEvent[] recounted = moved.IsEmpty ? [] : [new TermsRecounted(act, moved, TaskNotices.Recounted(task, moved, act, context))];
        var after = recounted.Aggregate(task, WorkTask.Evolve);
        return TaskTerms.MovedNotices(after, context) == 0
            ? Decision<TaskEvent>.Accept(recounted)
            : Decision<TaskEvent>.Accept([.. recounted, new NoticesRescheduled(act, TaskNotices.Rescheduled(after, context))]);
    }

    // The duty's own state says what a wake means: an obligation that is met, moved or not yet due changes nothing.
    private static Decision<TaskEvent> Decide(WorkTask task, PassDeadline command, DutyContext context) =>
        !context.Permits(command, task, out var act, out var refusal)
            ? refusal
            : TaskObligations.Of(task).FirstOrDefault(o => o.Name == command.Obligation && o.Due <= act.At)?.Name switch
            {
                TaskObligations.Accept => new DeemedAccepted(act, context.Organisation.HeadOf(task.LeadUnit, context.DateOf(act))),
                TaskObligations.DecideReturn => new ReturnDecisionOverdue(act, context.LineOf(task, act).NextInsteadOfLeader),
                TaskObligations.Complete => new CompletionDeadlinePassed(act),
                TaskObligations.Report => new ReportDeadlinePassed(act),
                { } notice when TaskNotices.Due(task, notice, act.At, context.Calendar) is { } given => new NoticesGiven(act, given),
                _ => Decision<TaskEvent>.Nothing,
            };
}
