using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Escalations;

/// <summary>What has happened to an escalation. Instants are UTC.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(ReturnedForWork), "returnedForWork")]
[JsonDerivedType(typeof(MeetingCalled), "meetingCalled")]
[JsonDerivedType(typeof(Resubmitted), "resubmitted")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(UnitSucceeded), "unitSucceeded")]
[JsonDerivedType(typeof(DeciderChanged), "deciderChanged")]
[JsonDerivedType(typeof(TermsRecounted), "termsRecounted")]
[JsonDerivedType(typeof(DecisionOverdue), "decisionOverdue")]
[JsonDerivedType(typeof(NoticesGiven), "noticesGiven")]
[JsonDerivedType(typeof(NoticesRescheduled), "noticesRescheduled")]
public abstract record EscalationEvent
{
    private EscalationEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="Decider">Who decides in the leader's place, because the leader is concerned in person (1.6).</param>
    /// <param name="Notices">Planned for the decision (1.7); null in histories from before there were any.</param>
    public sealed record Submitted(
        Act Act,
        DutyId Escalation,
        EscalationOpening Opening,
        PersonId? Decider = null,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : EscalationEvent(Act);

    /// <param name="Units">Every unit concerned on that date, once each: of those that have ended, their successors (D-04).</param>
    public sealed record Decided(Act Act, LeadershipDecision Decision, ImmutableArray<UnitId> Units) : EscalationEvent(Act);

    public sealed record ReturnedForWork(Act Act, string Missing) : EscalationEvent(Act);

    /// <param name="Units">As of <see cref="Decided"/>.</param>
    public sealed record MeetingCalled(Act Act, string Text, ImmutableArray<UnitId> Units) : EscalationEvent(Act);

    /// <param name="Decider">As of <see cref="Submitted"/>: who submits it may be another person now.</param>
    /// <param name="Notices">Planned for the decision, whose term begins anew.</param>
    public sealed record Resubmitted(
        Act Act,
        Proposal Proposal,
        Instant DecideBy,
        PersonId? Decider = null,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : EscalationEvent(Act);

    public sealed record Withdrawn(Act Act, string Reason) : EscalationEvent(Act);

    /// <param name="AsLead">Took over the lead; otherwise the leadership.</param>
    /// <param name="AccountableHead">The head of the new unit on that date, or null when it had none.</param>
    public sealed record UnitSucceeded(Act Act, UnitId From, UnitId To, bool AsLead, PersonId? AccountableHead) : EscalationEvent(Act);

    /// <summary>The organisation has changed while the proposal waits, and somebody else decides it now; until when stays as it is.</summary>
    /// <param name="Decider">As of <see cref="Submitted"/>; null for the leader.</param>
    public sealed record DeciderChanged(Act Act, PersonId? Decider) : EscalationEvent(Act);

    /// <summary>The calendar has changed, and an admin has confirmed that what was counted by the old one is counted anew (D-05).</summary>
    /// <param name="Notices">Planned for what moved and still had some to give.</param>
    public sealed record TermsRecounted(Act Act, ImmutableArray<RecountedTerm> Terms, IReadOnlyList<PlannedNotice>? Notices = null)
        : EscalationEvent(Act);

    public sealed record DecisionOverdue(Act Act) : EscalationEvent(Act);

    public sealed record NoticesGiven(Act Act, GivenNotices Given) : EscalationEvent(Act);

    /// <summary>As <see cref="TermsRecounted"/>, for notices whose date stays: the working days before it are others now.</summary>
    /// <param name="Notices">All that are still to be given.</param>
    public sealed record NoticesRescheduled(Act Act, ImmutableArray<PlannedNotice> Notices) : EscalationEvent(Act);
}
