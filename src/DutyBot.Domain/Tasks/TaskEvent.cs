using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>What has happened to a task. Instants are UTC; they were computed from the settings in force at that moment and stay.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(DeemedAccepted), "deemedAccepted")]
[JsonDerivedType(typeof(OfficerNamed), "officerNamed")]
[JsonDerivedType(typeof(ReturnRequested), "returnRequested")]
[JsonDerivedType(typeof(ReturnRejected), "returnRejected")]
[JsonDerivedType(typeof(ReturnDecisionOverdue), "returnDecisionOverdue")]
[JsonDerivedType(typeof(Reassigned), "reassigned")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(ConsultationOpened), "consultationOpened")]
[JsonDerivedType(typeof(RoundEnded), "roundEnded")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(DecisionReceived), "decisionReceived")]
[JsonDerivedType(typeof(EscalationWithdrawn), "escalationWithdrawn")]
[JsonDerivedType(typeof(UnitSucceeded), "unitSucceeded")]
[JsonDerivedType(typeof(TermsRecounted), "termsRecounted")]
[JsonDerivedType(typeof(CompletionDeadlinePassed), "completionDeadlinePassed")]
[JsonDerivedType(typeof(ReportDeadlinePassed), "reportDeadlinePassed")]
[JsonDerivedType(typeof(NoticesGiven), "noticesGiven")]
[JsonDerivedType(typeof(NoticesRescheduled), "noticesRescheduled")]
[JsonDerivedType(typeof(Urged), "urged")]
public abstract record TaskEvent
{
    private TaskEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="AcceptBy">When the task counts as accepted without a word (T7).</param>
    /// <param name="ReturnBy">Until when the lead unit may return it .</param>
    /// <param name="CompleteBy">End of the completion day; null for an undated task.</param>
    /// <param name="Notices">Planned for its deadlines (1.7); null in histories from before there were any.</param>
    public sealed record Issued(
        Act Act,
        DutyId Task,
        PersonId Assigner,
        TaskContent Content,
        UnitId LeadUnit,
        PersonId AccountableHead,
        ImmutableArray<UnitId> CoordinatingUnits,
        Instant AcceptBy,
        Instant ReturnBy,
        Instant? CompleteBy,
        Instant? ReportBy,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : TaskEvent(Act);

    public sealed record Accepted(Act Act, PersonId Officer) : TaskEvent(Act);

    /// <param name="Head">Is the officer until one is named (T7).</param>
    public sealed record DeemedAccepted(Act Act, PersonId? Head) : TaskEvent(Act);

    public sealed record OfficerNamed(Act Act, PersonId Officer, string Reason) : TaskEvent(Act);

    /// <param name="Decider">Who decides in the assigner's place, because the assigner is concerned in person or has left (1.6).</param>
    public sealed record ReturnRequested(Act Act, ReturnRequest Request, Instant DecideBy, PersonId? Decider = null) : TaskEvent(Act);

    /// <param name="Notices">Planned for the acceptance, whose term begins anew.</param>
    public sealed record ReturnRejected(Act Act, string Reason, Instant AcceptBy, IReadOnlyList<PlannedNotice>? Notices = null) : TaskEvent(Act);

    /// <param name="Next">Who may decide as well from now on, when that is not the leader.</param>
    public sealed record ReturnDecisionOverdue(Act Act, PersonId? Next = null) : TaskEvent(Act);

    /// <param name="Final">Giao dứt điểm: this unit cannot return it .</param>
    /// <param name="Notices">Planned for the acceptance, whose term begins anew.</param>
    public sealed record Reassigned(
        Act Act,
        UnitId LeadUnit,
        PersonId AccountableHead,
        bool Final,
        Instant AcceptBy,
        Instant ReturnBy,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : TaskEvent(Act);

    public sealed record Cancelled(Act Act, string Reason) : TaskEvent(Act);

    public sealed record ConsultationOpened(Act Act, DutyId Consultation, ConsultationOpening Opening) : TaskEvent(Act);

    public sealed record RoundEnded(Act Act, DutyId Consultation, RoundOutcome Outcome) : TaskEvent(Act);

    public sealed record Escalated(Act Act, DutyId Escalation, EscalationOpening Opening) : TaskEvent(Act);

    public sealed record DecisionReceived(Act Act, DutyId Escalation, LeadershipDecision Decision) : TaskEvent(Act);

    public sealed record EscalationWithdrawn(Act Act, DutyId Escalation) : TaskEvent(Act);

    /// <param name="AsLead">Took over the lead; otherwise the coordination.</param>
    /// <param name="AccountableHead">The head of the new lead unit on that date; null when it had none, or does not lead.</param>
    /// <param name="Officer">Who goes on with the work; null when the new head must name somebody, or nobody was named yet.</param>
    /// <param name="Released">Whose part ends because they do not belong to the new lead unit .</param>
    public sealed record UnitSucceeded(Act Act, UnitId From, UnitId To, bool AsLead, PersonId? AccountableHead, PersonId? Officer, PersonId? Released)
        : TaskEvent(Act);

    /// <summary>The calendar has changed, and an admin has confirmed that what was counted by the old one is counted anew (D-05).</summary>
    /// <param name="Notices">Planned for what moved and still had some to give.</param>
    public sealed record TermsRecounted(Act Act, ImmutableArray<RecountedTerm> Terms, IReadOnlyList<PlannedNotice>? Notices = null) : TaskEvent(Act);

    public sealed record CompletionDeadlinePassed(Act Act) : TaskEvent(Act);

    public sealed record ReportDeadlinePassed(Act Act) : TaskEvent(Act);

    /// <param name="No">How often the Office has urged it, with this time .</param>
    /// <param name="AnswerBy">The last day on which the unit may answer.</param>
    public sealed record Urged(Act Act, DutyId Urging, int No, DocumentSymbol? Document, LocalDate AnswerBy) : TaskEvent(Act);

    public sealed record NoticesGiven(Act Act, GivenNotices Given) : TaskEvent(Act);

    /// <summary>As <see cref="TermsRecounted"/>, for notices whose date stays: the working days before and after it are others now.</summary>
    /// <param name="Notices">All that are still to be given.</param>
    public sealed record NoticesRescheduled(Act Act, ImmutableArray<PlannedNotice> Notices) : TaskEvent(Act);
}
