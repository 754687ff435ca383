using System.Collections.Immutable;
using DutyBot.Domain.Clock;
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
public sealed partial record WorkTask
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

    /// <summary>From when <see cref="AcceptBy"/> was counted.</summary>
    public Instant AcceptSince { get; init; }

    /// <summary>From when <see cref="ReturnBy"/> was counted.</summary>
    public Instant ReturnSince { get; init; }

    /// <summary>End of the completion day (UTC); null when the task has no deadline.</summary>
    public Instant? CompleteBy { get; init; }

    public Instant? ReportBy { get; init; }

    public bool WasDeemedAccepted { get; init; }

    public bool CompletionDeadlinePassed { get; init; }

    public bool ReportDeadlinePassed { get; init; }

    /// <summary>Those that are still to be given.</summary>
    public ImmutableArray<PlannedNotice> Notices { get; init; } = [];

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

    /// <summary>Every time the Office urged the unit to carry it out, oldest first; formal reminders are counted elsewhere.</summary>
    public ImmutableArray<TaskEvent.Urged> Urgings { get; init; } = [];

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
}
