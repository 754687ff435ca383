using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <content>What each event makes of the task.</content>
public sealed partial record WorkTask
{
    /// <summary>Never fails: an event is what has happened.</summary>
    public static WorkTask Evolve(WorkTask task, TaskEvent happened) =>
        happened switch
        {
            TaskEvent.Issued e => Apply(e),
            TaskEvent.Accepted e => task with { Phase = TaskPhase.InProgress, Officer = e.Officer, AcceptedBy = e.Act, ReturnRejectedBecause = null },
            TaskEvent.DeemedAccepted e => task with
            {
                Phase = TaskPhase.InProgress,
                Officer = e.Head,
                WasDeemedAccepted = true,
                ReturnRejectedBecause = null,
            },
            TaskEvent.OfficerNamed e => task with { Officer = e.Officer, WasDeemedAccepted = false },
            TaskEvent.ReturnRequested e => Apply(task, e),
            TaskEvent.ReturnRejected e => Apply(task, e),
            TaskEvent.ReturnDecisionOverdue e => task with { ReturnDecisionOverdue = true, NextReturnDecider = e.Next },
            TaskEvent.Reassigned e => Apply(task, e),
            TaskEvent.Cancelled e => Apply(task, e),
            TaskEvent.ConsultationOpened e => task with { Rounds = task.Rounds.Add(new KnownRound(e.Consultation, e.Opening, null)) },
            TaskEvent.RoundEnded e => task with { Rounds = Replace(task.Rounds, e) },
            TaskEvent.Escalated e => task with
            {
                Escalations = task.Escalations.Add(new KnownEscalation(e.Escalation, e.Opening.Consultation, null, false)),
            },
            TaskEvent.DecisionReceived e => task with
            {
                Escalations = Replace(task.Escalations, e.Escalation, known => known with { Decision = e.Decision }),
            },
            TaskEvent.EscalationWithdrawn e => task with
            {
                Escalations = Replace(task.Escalations, e.Escalation, known => known with { Withdrawn = true }),
            },
            TaskEvent.UnitSucceeded e => Apply(task, e),
            TaskEvent.TermsRecounted e => e.Terms.Aggregate(task, (so, moved) => Apply(so, moved, e.Notices)),
            TaskEvent.CompletionDeadlinePassed => task with { CompletionDeadlinePassed = true },
            TaskEvent.ReportDeadlinePassed => task with { ReportDeadlinePassed = true },
            TaskEvent.Urged e => task with { Urgings = task.Urgings.Add(e) },
            TaskEvent.NoticesGiven e => task with { Notices = task.Notices.Without(e.Given) },
            TaskEvent.NoticesRescheduled e => task with { Notices = e.Notices },
            _ => task,
        };

    private static WorkTask Apply(WorkTask task, RecountedTerm moved, IEnumerable<PlannedNotice>? notices) =>
        moved.Term switch
        {
            RelativeTerm.Accept => task with { AcceptBy = moved.New, Notices = task.Notices.Renewed(TaskObligations.Accept, notices) },
            RelativeTerm.Return => task with { ReturnBy = moved.New },
            RelativeTerm.DecideReturn => task with { ReturnDecisionBy = moved.New },
            _ => task,
        };

    private static WorkTask Apply(TaskEvent.Issued e) =>
        new()
        {
            Id = e.Task,
            Phase = TaskPhase.Assigned,
            Content = e.Content,
            Assigner = e.Assigner,
            IssuedAt = e.Act.At,
            IssuedBy = e.Act,
            LeadPeriods = [new LeadPeriod(e.LeadUnit, e.AccountableHead, e.Act.At, null)],
            CoordinatingUnits = e.CoordinatingUnits,
            AcceptBy = e.AcceptBy,
            AcceptSince = e.Act.At,
            ReturnBy = e.ReturnBy,
            ReturnSince = e.Act.At,
            CompleteBy = e.CompleteBy,
            ReportBy = e.ReportBy,
            Notices = [.. e.Notices ?? []],
        };

    private static WorkTask Apply(WorkTask task, TaskEvent.ReturnRequested e) =>
        task with
        {
            Phase = TaskPhase.ReturnRequested,
            PendingReturn = e.Request,
            ReturnDecisionBy = e.DecideBy,
            ReturnDecisionOverdue = false,
            ReturnDecider = e.Decider,
            NextReturnDecider = null,
            ReturnDecidedBy = null,
            ReturnedBy = task.ReturnedBy.Add(task.LeadUnit),
        };

    private static WorkTask Apply(WorkTask task, TaskEvent.ReturnRejected e) =>
        task with
        {
            Phase = TaskPhase.Assigned,
            PendingReturn = null,
            ReturnDecisionBy = null,
            AcceptBy = e.AcceptBy,
            AcceptSince = e.Act.At,
            Notices = task.Notices.Renewed(TaskObligations.Accept, e.Notices),
            ReturnRejectedBecause = e.Reason,
            ReturnDecidedBy = e.Act,
        };

    private static WorkTask Apply(WorkTask task, TaskEvent.Cancelled e) =>
        task with
        {
            Phase = TaskPhase.Cancelled,
            CancelReason = e.Reason,
            PendingReturn = null,
            ReturnDecidedBy = task.PendingReturn is null ? task.ReturnDecidedBy : e.Act,
        };

    private static WorkTask Apply(WorkTask task, TaskEvent.Reassigned e) =>
        task with
        {
            Phase = TaskPhase.Assigned,
            LeadPeriods = LedFrom(task, e.Act.At, e.LeadUnit, e.AccountableHead),
            CoordinatingUnits = task.CoordinatingUnits.Remove(e.LeadUnit),
            Officer = null,
            PendingReturn = null,
            ReturnDecisionBy = null,
            ReturnRejectedBecause = null,
            ReturnDecidedBy = e.Act,
            HandOvers = task.HandOvers + 1,
            FinalAssignment = e.Final,
            AcceptBy = e.AcceptBy,
            AcceptSince = e.Act.At,
            ReturnBy = e.ReturnBy,
            ReturnSince = e.Act.At,
            Notices = task.Notices.Renewed(TaskObligations.Accept, e.Notices),
        };

    // No date starts again, and a return that waits goes on waiting.
    private static WorkTask Apply(WorkTask task, TaskEvent.UnitSucceeded e)
    {
        var after = task with { Successions = task.Successions.Add(new Succession(e.From, e.To)) };
        return e.AsLead
            ? after with
            {
                LeadPeriods = LedFrom(task, e.Act.At, e.To, e.AccountableHead),
                CoordinatingUnits = task.CoordinatingUnits.Remove(e.To),
                Officer = e.Officer,
            }
            : after with
            {
                CoordinatingUnits = task.LeadUnit == e.To ? task.CoordinatingUnits.Remove(e.From) : Coordinating(task, e),
            };
    }

    private static ImmutableArray<UnitId> Coordinating(WorkTask task, TaskEvent.UnitSucceeded e) =>
        [.. task.CoordinatingUnits.Select(unit => unit == e.From ? e.To : unit).Distinct()];

    private static ImmutableArray<LeadPeriod> LedFrom(WorkTask task, Instant from, UnitId unit, PersonId? head) =>
        [.. task.LeadPeriods[..^1], task.Lead with { To = from }, new LeadPeriod(unit, head, from, null)];

    private static ImmutableArray<KnownRound> Replace(ImmutableArray<KnownRound> rounds, TaskEvent.RoundEnded ended) =>
        [.. rounds.Select(r => r.Consultation == ended.Consultation ? r with { Outcome = ended.Outcome } : r)];

    private static ImmutableArray<KnownEscalation> Replace(
        ImmutableArray<KnownEscalation> escalations,
        DutyId id,
        Func<KnownEscalation, KnownEscalation> change
    ) => [.. escalations.Select(e => e.Escalation == id ? change(e) : e)];
}
