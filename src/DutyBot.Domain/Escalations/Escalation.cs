using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Escalations;

public enum EscalationPhase
{
    NotSubmitted,
    Submitted,
    ReturnedForWork,
    Decided,
    Withdrawn,
}

/// <summary>A disagreement before the leadership, with the lead unit's own viewpoint (R-43…R-47), as its history has made it.</summary>
public sealed record Escalation
{
    public static Escalation NotSubmitted { get; } = new();

    public DutyId Id { get; init; }

    public EscalationPhase Phase { get; init; }

    /// <summary>Null until submitted; stays null when the task was cancelled before.</summary>
    public EscalationOpening? Opening { get; init; }

    /// <summary>Who leads it now; <see cref="Opening"/> says who submitted it.</summary>
    public UnitId LeadUnit { get; init; }

    /// <summary>Whose head decides.</summary>
    public UnitId LeadershipUnit { get; init; }

    /// <summary>The proposal as last submitted.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Who submitted the proposal as it stands; shows on whose behalf (D-03).</summary>
    public Act? SubmittedBy { get; init; }

    public Instant SubmittedAt { get; init; }

    /// <summary>Who decides in the leader's place, or null for the leader.</summary>
    public PersonId? Decider { get; init; }

    public Instant DecideBy { get; init; }

    /// <summary>The start of the duty whose settings <see cref="DecideBy"/> was counted by .</summary>
    public Instant TermSettingsOf { get; init; }

    /// <summary>Recorded once when the decision did not come in time; waiting is the leader's, not the unit's .</summary>
    public bool DecisionWasOverdue { get; init; }

    public int ReturnsForWork { get; init; }

    public string? MissingWork { get; init; }

    public string? Meeting { get; init; }

    /// <summary>All decisions, the binding one last.</summary>
    public ImmutableArray<LeadershipDecision> Decisions { get; init; } = [];

    public string? WithdrawReason { get; init; }

    /// <summary>Those that are still to be given.</summary>
    public ImmutableArray<PlannedNotice> Notices { get; init; } = [];

    public LeadershipDecision? Binding => Decisions.IsEmpty ? null : Decisions[^1];

    /// <summary>Never fails: an event is what has happened.</summary>
    public static Escalation Evolve(Escalation escalation, EscalationEvent happened) =>
        happened switch
        {
            EscalationEvent.Submitted e => new()
            {
                Id = e.Escalation,
                Phase = EscalationPhase.Submitted,
                Opening = e.Opening,
                LeadUnit = e.Opening.LeadUnit,
                LeadershipUnit = e.Opening.LeadershipUnit,
                Proposal = e.Opening.Proposal,
                SubmittedBy = e.Act,
                SubmittedAt = e.Act.At,
                DecideBy = e.Opening.DecideBy,
                TermSettingsOf = e.Act.At,
                Decider = e.Decider,
                Notices = [.. e.Notices ?? []],
            },
            EscalationEvent.Decided e => escalation with { Phase = EscalationPhase.Decided, Decisions = escalation.Decisions.Add(e.Decision) },
            EscalationEvent.ReturnedForWork e => escalation with
            {
                Phase = EscalationPhase.ReturnedForWork,
                MissingWork = e.Missing,
                ReturnsForWork = escalation.ReturnsForWork + 1,
            },
            EscalationEvent.MeetingCalled e => escalation with { Meeting = e.Text },
            EscalationEvent.Resubmitted e => escalation with
            {
                Phase = EscalationPhase.Submitted,
                Proposal = e.Proposal,
                SubmittedBy = e.Act,
                SubmittedAt = e.Act.At,
                DecideBy = e.DecideBy,
                TermSettingsOf = escalation.SubmittedAt,
                Decider = e.Decider,
                DecisionWasOverdue = false,
                Notices = [.. e.Notices ?? []],
            },
            EscalationEvent.NoticesGiven e => escalation with { Notices = escalation.Notices.Without(e.Given) },
            EscalationEvent.NoticesRescheduled e => escalation with { Notices = e.Notices },
            EscalationEvent.Withdrawn e => escalation with { Phase = EscalationPhase.Withdrawn, WithdrawReason = e.Reason },
            EscalationEvent.UnitSucceeded { AsLead: true } e => escalation with { LeadUnit = e.To },
            EscalationEvent.UnitSucceeded e => escalation with { LeadershipUnit = e.To },
            EscalationEvent.DeciderChanged e => escalation with { Decider = e.Decider },
            EscalationEvent.TermsRecounted { Terms: [var moved] } e => escalation with { DecideBy = moved.New, Notices = [.. e.Notices ?? []] },
            EscalationEvent.DecisionOverdue => escalation with { DecisionWasOverdue = true },
            _ => escalation,
        };
}
