using System.Collections.Immutable;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>Where a task stands (1.4.1). Timeliness is not a phase: it is derived from the history, the calendar and now.</summary>
public enum TaskPhase
{
    NotIssued,
    Assigned,
    ReturnRequested,
    InProgress,
    Cancelled,
}

/// <summary>A round this task knows of; <paramref name="Outcome"/> is null while it is open.</summary>
public sealed record KnownRound(DutyId Consultation, ConsultationOpening Opening, RoundOutcome? Outcome)
{
    public bool IsOpen => Outcome is null;
}

/// <summary>An escalation this task knows of; both are null while it waits for the leader.</summary>
public sealed record KnownEscalation(DutyId Escalation, DutyId Consultation, LeadershipDecision? Decision, bool Withdrawn)
{
    public bool IsOpen => Decision is null && !Withdrawn;
}

/// <summary>One task with exactly one lead unit for its whole life, as its history has made it.</summary>
public sealed record WorkTask
{
    public static WorkTask NotIssued { get; } = new();

    public DutyId Id { get; init; }

    public TaskPhase Phase { get; init; }

    public TaskContent Content { get; init; } = new("", "", "", null, Urgency.Normal, null, null, "", null);

    public PersonId Assigner { get; init; }

    public Instant IssuedAt { get; init; }

    /// <summary>Null until issued; shows on whose behalf (D-03).</summary>
    public Act? IssuedBy { get; init; }

    /// <summary>Null until the present lead unit accepts it, and when its silence counted as acceptance.</summary>
    public Act? AcceptedBy { get; init; }

    public ImmutableArray<LeadPeriod> LeadPeriods { get; init; } = [];

    public ImmutableArray<UnitId> CoordinatingUnits { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Succession> Successions { get; init; } = [];

    public PersonId? Officer { get; init; }

    public Instant AcceptBy { get; init; }

    public Instant ReturnBy { get; init; }

    /// <summary>End of the completion day (UTC); null when the task has no deadline.</summary>
    public Instant? CompleteBy { get; init; }

    public Instant? ReportBy { get; init; }

    public bool WasDeemedAccepted { get; init; }

    public bool CompletionDeadlinePassed { get; init; }

    public bool ReportDeadlinePassed { get; init; }

    /// <summary>The return that waits for the assigner, or null.</summary>
    public ReturnRequest? PendingReturn { get; init; }

    /// <summary>Who decides the last return in the assigner's place, or null.</summary>
    public PersonId? ReturnDecider { get; init; }

    /// <summary>Who may decide it as well once it is overdue, or null for the leader (T12).</summary>
    public PersonId? NextReturnDecider { get; init; }

    /// <summary>How the last return was decided; null while none was.</summary>
    public Act? ReturnDecidedBy { get; init; }

    /// <summary>Null unless a return waits for the assigner, or was waiting when the task was cancelled.</summary>
    public Instant? ReturnDecisionBy { get; init; }

    public bool ReturnDecisionOverdue { get; init; }

    /// <summary>Every unit that returned it, once per return.</summary>
    public ImmutableArray<UnitId> ReturnedBy { get; init; } = [];

    /// <summary>How many returns the assigner accepted (HandOverCount).</summary>
    public int HandOvers { get; init; }

    public bool FinalAssignment { get; init; }

    /// <summary>Why the last return was not accepted; shown until the unit accepts.</summary>
    public string? ReturnRejectedBecause { get; init; }

    public string? CancelReason { get; init; }

    public ImmutableArray<KnownRound> Rounds { get; init; } = [];

    public ImmutableArray<KnownEscalation> Escalations { get; init; } = [];

    public LeadPeriod Lead => LeadPeriods[^1];

    public UnitId LeadUnit => Lead.Unit;

    /// <summary>The work is under way and nobody is named for it: after a deemed acceptance (T7), and when the officer's unit ended .</summary>
    public bool AwaitsOfficer => Phase == TaskPhase.InProgress && (WasDeemedAccepted || Officer is null);

    public bool IsLive => Phase is TaskPhase.Assigned or TaskPhase.ReturnRequested or TaskPhase.InProgress;

    public KnownEscalation? OpenEscalation => Escalations.FirstOrDefault(e => e.IsOpen);

    public LeadershipDecision? BindingDecision => Escalations.LastOrDefault(e => e.Decision is not null)?.Decision;

    /// <summary>
    /// The last closed round that left a disagreement nobody has escalated yet, or null. While another round is open, coordination has not
    /// ended.
    /// </summary>
    public KnownRound? RoundToEscalate =>
        Rounds.All(r => !r.IsOpen)
        && Rounds.LastOrDefault(r => r.Outcome is { Cancelled: false }) is { Outcome.DisagreeingUnits.IsEmpty: false } round
        && !Escalations.Any(e => e.IsOpen || (!e.Withdrawn && e.Consultation == round.Consultation))
            ? round
            : null;

    /// <summary>Which unit took over what this unit had; null when it did not end.</summary>
    public UnitId? SuccessorOf(UnitId unit) => Successions.LastOrDefault(s => s.From == unit)?.To;

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
            TaskEvent.ReturnRequested e => task with
            {
                Phase = TaskPhase.ReturnRequested,
                PendingReturn = e.Request,
                ReturnDecisionBy = e.DecideBy,
                ReturnDecisionOverdue = false,
                ReturnDecider = e.Decider,
                NextReturnDecider = null,
                ReturnDecidedBy = null,
                ReturnedBy = task.ReturnedBy.Add(task.LeadUnit),
            },
            TaskEvent.ReturnRejected e => task with
            {
                Phase = TaskPhase.Assigned,
                PendingReturn = null,
                ReturnDecisionBy = null,
                AcceptBy = e.AcceptBy,
                ReturnRejectedBecause = e.Reason,
                ReturnDecidedBy = e.Act,
            },
            TaskEvent.ReturnDecisionOverdue e => task with { ReturnDecisionOverdue = true, NextReturnDecider = e.Next },
            TaskEvent.Reassigned e => Apply(task, e),
            TaskEvent.Cancelled e => task with
            {
                Phase = TaskPhase.Cancelled,
                CancelReason = e.Reason,
                PendingReturn = null,
                ReturnDecidedBy = task.PendingReturn is null ? task.ReturnDecidedBy : e.Act,
            },
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
            TaskEvent.CompletionDeadlinePassed => task with { CompletionDeadlinePassed = true },
            TaskEvent.ReportDeadlinePassed => task with { ReportDeadlinePassed = true },
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
            ReturnBy = e.ReturnBy,
            CompleteBy = e.CompleteBy,
            ReportBy = e.ReportBy,
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
            ReturnBy = e.ReturnBy,
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
