using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Consultations;

/// <summary>What has happened in a round. Instants are UTC.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(DraftSaved), "draftSaved")]
[JsonDerivedType(typeof(AnswerIssued), "answerIssued")]
[JsonDerivedType(typeof(ItemReturned), "itemReturned")]
[JsonDerivedType(typeof(ReturnRejected), "returnRejected")]
[JsonDerivedType(typeof(PapersAsked), "papersAsked")]
[JsonDerivedType(typeof(PapersSupplied), "papersSupplied")]
[JsonDerivedType(typeof(SentBack), "sentBack")]
[JsonDerivedType(typeof(OpinionResolved), "opinionResolved")]
[JsonDerivedType(typeof(ReplyOverdue), "replyOverdue")]
[JsonDerivedType(typeof(NonResponseRecorded), "nonResponseRecorded")]
[JsonDerivedType(typeof(UnitSucceeded), "unitSucceeded")]
[JsonDerivedType(typeof(TermsRecounted), "termsRecounted")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(NoticesGiven), "noticesGiven")]
[JsonDerivedType(typeof(NoticesRescheduled), "noticesRescheduled")]
public abstract record ConsultationEvent
{
    private ConsultationEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="ReturnBy">Until when a unit may return the request .</param>
    /// <param name="PapersBy">Until when a unit may ask for missing papers .</param>
    /// <param name="Notices">Planned for every unit's answer (1.7); null in histories from before there were any.</param>
    public sealed record Opened(
        Act Act,
        DutyId Consultation,
        ConsultationOpening Opening,
        Instant ReturnBy,
        Instant PapersBy,
        Instant NonResponseAt,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : ConsultationEvent(Act);

    /// <param name="ForHead">Prepared by an officer, so the head is told that it waits to be issued.</param>
    public sealed record DraftSaved(Act Act, UnitId Unit, OpinionDraft Draft, bool ForHead) : ConsultationEvent(Act);

    /// <param name="LateWorkingDays">Working days that began after the reply date: 0 in time, and on the rest days that follow it.</param>
    public sealed record AnswerIssued(Act Act, UnitId Unit, OpinionDraft Answer, int LateWorkingDays) : ConsultationEvent(Act);

    /// <param name="Decider">Who judges it in the leader's place, because the leader is concerned in person (1.6).</param>
    public sealed record ItemReturned(Act Act, UnitId Unit, ReturnRequest Request, PersonId? Decider = null) : ConsultationEvent(Act);

    /// <param name="Notices">Planned for the answer, whose term is longer now.</param>
    public sealed record ReturnRejected(
        Act Act,
        UnitId Unit,
        string Reason,
        Instant ReplyBy,
        Instant NonResponseAt,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : ConsultationEvent(Act);

    public sealed record PapersAsked(Act Act, UnitId Unit, string What) : ConsultationEvent(Act);

    /// <param name="Notices">As of <see cref="ReturnRejected"/>.</param>
    /// <param name="WorkingDays">From which the reply date was counted; null in histories from before it was recorded.</param>
    public sealed record PapersSupplied(
        Act Act,
        UnitId Unit,
        string Papers,
        Instant ReplyBy,
        Instant NonResponseAt,
        IReadOnlyList<PlannedNotice>? Notices = null,
        int? WorkingDays = null
    ) : ConsultationEvent(Act);

    /// <param name="Notices">As of <see cref="ReturnRejected"/>.</param>
    public sealed record SentBack(
        Act Act,
        UnitId Unit,
        string Reason,
        Instant ReplyBy,
        Instant NonResponseAt,
        IReadOnlyList<PlannedNotice>? Notices = null
    ) : ConsultationEvent(Act);

    public sealed record OpinionResolved(Act Act, OpinionResolution Resolution) : ConsultationEvent(Act);

    /// <param name="Unit">Whose answer they are about.</param>
    public sealed record NoticesGiven(Act Act, UnitId Unit, GivenNotices Given) : ConsultationEvent(Act);

    /// <summary>As <see cref="TermsRecounted"/>, for notices whose date stays: the working days before it are others now.</summary>
    /// <param name="Notices">All that are still to be given.</param>
    public sealed record NoticesRescheduled(Act Act, ImmutableArray<PlannedNotice> Notices) : ConsultationEvent(Act);

    public sealed record ReplyOverdue(Act Act, UnitId Unit) : ConsultationEvent(Act);

    /// <param name="Head">The head on whom the silence is recorded .</param>
    /// <param name="DeemedAgreed">By the office's setting, silence also counts as agreement.</param>
    public sealed record NonResponseRecorded(Act Act, UnitId Unit, PersonId? Head, bool DeemedAgreed) : ConsultationEvent(Act);

    /// <param name="AsLead">Took over the lead of the round; otherwise the question that the unit had not answered.</param>
    /// <param name="AccountableHead">The head of the new unit on that date, or null when it had none.</param>
    public sealed record UnitSucceeded(Act Act, UnitId From, UnitId To, bool AsLead, PersonId? AccountableHead) : ConsultationEvent(Act);

    /// <summary>The calendar has changed, and an admin has confirmed that what was counted by the old one is counted anew (D-05).</summary>
    /// <param name="Notices">Planned for what moved and still had some to give.</param>
    public sealed record TermsRecounted(Act Act, ImmutableArray<RecountedTerm> Terms, IReadOnlyList<PlannedNotice>? Notices = null)
        : ConsultationEvent(Act);

    /// <param name="DisagreeingUnits">Units whose disagreement was explained and not adopted.</param>
    public sealed record Closed(Act Act, ImmutableArray<UnitId> DisagreeingUnits) : ConsultationEvent(Act);

    public sealed record Cancelled(Act Act, string Reason) : ConsultationEvent(Act);
}
