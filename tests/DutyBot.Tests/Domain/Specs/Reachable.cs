using System.Collections.Immutable;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Authorisation;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>One history for every situation a duty can be in, by the name of its driver.</summary>
internal static class Reachable
{
    public static readonly ImmutableSortedDictionary<string, ImmutableArray<TaskEvent>> Tasks = new Dictionary<string, ImmutableArray<TaskEvent>>
    {
        [nameof(ATask.NotIssued)] = ATask.NotIssued,
        [nameof(ATask.Issued)] = ATask.Issued(),
        [nameof(ATask.TermsRecounted)] = ATask.TermsRecounted(),
        [nameof(ATask.Accepted)] = ATask.Accepted(),
        [nameof(ATask.DeemedAccepted)] = ATask.DeemedAccepted(),
        [nameof(ATask.ReturnRequested)] = ATask.ReturnRequested(),
        [nameof(ATask.ReturnRejected)] = ATask.ReturnRejected(),
        [nameof(ATask.Reassigned)] = ATask.Reassigned(),
        [nameof(ATask.ReturnRequestedAgain)] = ATask.ReturnRequestedAgain(),
        [nameof(ATask.FinallyAssigned)] = ATask.FinallyAssigned(),
        [nameof(ATask.Consulting)] = ATask.Consulting(),
        [nameof(ATask.Disagreed)] = ATask.Disagreed(),
        [nameof(ATask.Escalated)] = ATask.Escalated(),
        [nameof(ATask.Decided)] = ATask.Decided(),
        [nameof(ATask.Cancelled)] = ATask.Cancelled(),
        [nameof(ATask.CancelledWhileConsulting)] = ATask.CancelledWhileConsulting(),
        [nameof(ATask.CancelledWhileEscalated)] = ATask.CancelledWhileEscalated(),
        [nameof(ATask.DecisionSuperseded)] = ATask.DecisionSuperseded(),
        [nameof(ATask.UndatedByDelegation)] = ATask.UndatedByDelegation(),
        [nameof(ATask.Late)] = ATask.Late(),
        [nameof(ATask.ReturnUndecided)] = ATask.ReturnUndecided(),
        [nameof(ATask.Urged)] = ATask.Urged(),
        [nameof(ATask.OfficerNamed)] = ATask.OfficerNamed(),
        [nameof(ATask.LeadSucceeded)] = ATask.LeadSucceeded(),
        [nameof(ATask.LeadSucceededWhileEscalated)] = ATask.LeadSucceededWhileEscalated(),
        [nameof(ATask.CoordinatorSucceeded)] = ATask.CoordinatorSucceeded(),
        [nameof(ATask.EscalationWithdrawn)] = ATask.EscalationWithdrawn(),
        ["ReturnRequestedInConflict"] = InConflict.ReturnRequested(),
        ["ReturnUndecidedInConflict"] = InConflict.ReturnUndecided(),
        ["ReturnRejectedInConflict"] = InConflict.ReturnRejected(),
        ["AcceptedInAbsence"] = InAbsence.Accepted(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, ImmutableArray<ConsultationEvent>> Rounds = new Dictionary<
        string,
        ImmutableArray<ConsultationEvent>
    >
    {
        [nameof(ARound.NotOpened)] = ARound.NotOpened,
        [nameof(ARound.Opened)] = ARound.Opened(),
        [nameof(ARound.TermsRecounted)] = ARound.TermsRecounted(),
        [nameof(ARound.ReplyRecounted)] = ARound.ReplyRecounted(),
        [nameof(ARound.Drafted)] = ARound.Drafted(),
        [nameof(ARound.Returned)] = ARound.Returned(),
        [nameof(ARound.ReturnRejected)] = ARound.ReturnRejected(),
        [nameof(ARound.PapersAsked)] = ARound.PapersAsked(),
        [nameof(ARound.PapersSupplied)] = ARound.PapersSupplied(),
        [nameof(ARound.Answered)] = ARound.Answered(),
        [nameof(ARound.AnsweredWithEverything)] = ARound.AnsweredWithEverything(),
        [nameof(ARound.SentBack)] = ARound.SentBack(),
        [nameof(ARound.AllAnswered)] = ARound.AllAnswered(),
        [nameof(ARound.Resolved)] = ARound.Resolved(),
        [nameof(ARound.Closed)] = ARound.Closed(),
        [nameof(ARound.Overdue)] = ARound.Overdue(),
        [nameof(ARound.Silent)] = ARound.Silent(),
        [nameof(ARound.ClosedWithoutWaiting)] = ARound.ClosedWithoutWaiting(),
        [nameof(ARound.Cancelled)] = ARound.Cancelled(),
        [nameof(ARound.LeadSucceeded)] = ARound.LeadSucceeded(),
        [nameof(ARound.AskedUnitSucceeded)] = ARound.AskedUnitSucceeded(),
        [nameof(ARound.CancelledBeforeItOpened)] = ARound.CancelledBeforeItOpened(),
        ["ReturnedInConflict"] = InConflict.ItemReturned(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, ImmutableArray<EscalationEvent>> Escalations = new Dictionary<
        string,
        ImmutableArray<EscalationEvent>
    >
    {
        [nameof(AnEscalation.NotSubmitted)] = AnEscalation.NotSubmitted,
        [nameof(AnEscalation.Submitted)] = AnEscalation.Submitted(),
        [nameof(AnEscalation.TermsRecounted)] = AnEscalation.TermsRecounted(),
        [nameof(AnEscalation.Decided)] = AnEscalation.Decided(),
        [nameof(AnEscalation.Superseded)] = AnEscalation.Superseded(),
        [nameof(AnEscalation.ReturnedForWork)] = AnEscalation.ReturnedForWork(),
        [nameof(AnEscalation.Resubmitted)] = AnEscalation.Resubmitted(),
        [nameof(AnEscalation.ResubmittedTwice)] = AnEscalation.ResubmittedTwice(),
        [nameof(AnEscalation.MeetingCalled)] = AnEscalation.MeetingCalled(),
        [nameof(AnEscalation.Overdue)] = AnEscalation.Overdue(),
        [nameof(AnEscalation.Withdrawn)] = AnEscalation.Withdrawn(),
        [nameof(AnEscalation.LeadSucceeded)] = AnEscalation.LeadSucceeded(),
        [nameof(AnEscalation.WithdrawnBeforeItArrived)] = AnEscalation.WithdrawnBeforeItArrived(),
        ["SubmittedInConflict"] = InConflict.Submitted(),
        ["ResubmittedInConflict"] = InConflict.Resubmitted(),
        ["DecidedInConflict"] = InConflict.Decided(),
        ["DecidedInAbsence"] = InAbsence.Decided(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, ImmutableArray<ReminderEvent>> Reminders = new Dictionary<
        string,
        ImmutableArray<ReminderEvent>
    >
    {
        [nameof(ARecord.Empty)] = ARecord.Empty,
        [nameof(ARecord.Issued)] = ARecord.Issued(),
        [nameof(ARecord.IssuedByOffice)] = ARecord.IssuedByOffice(),
        [nameof(ARecord.Delivered)] = ARecord.Delivered(),
        [nameof(ARecord.NotDelivered)] = ARecord.NotDelivered(),
        [nameof(ARecord.SentAgain)] = ARecord.SentAgain(),
        [nameof(ARecord.Explained)] = ARecord.Explained(),
        [nameof(ARecord.Upheld)] = ARecord.Upheld(),
        [nameof(ARecord.Lapsed)] = ARecord.Lapsed(),
        [nameof(ARecord.Withdrawn)] = ARecord.Withdrawn(),
        [nameof(ARecord.WithdrawnUndelivered)] = ARecord.WithdrawnUndelivered(),
        [nameof(ARecord.Two)] = ARecord.Two(),
        [nameof(ARecord.Proposed)] = ARecord.Proposed(),
        [nameof(ARecord.Advised)] = ARecord.Advised(),
        [nameof(ARecord.Concluded)] = ARecord.Concluded(),
        [nameof(ARecord.Dismissed)] = ARecord.Dismissed(),
        [nameof(ARecord.OfLeader)] = ARecord.OfLeader(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static readonly ImmutableSortedDictionary<string, ImmutableArray<CampaignEvent>> Campaigns = new Dictionary<
        string,
        ImmutableArray<CampaignEvent>
    >
    {
        [nameof(ACampaign.NotOpened)] = ACampaign.NotOpened,
        [nameof(ACampaign.Opened)] = ACampaign.Opened(),
        [nameof(ACampaign.OpenedByLeader)] = ACampaign.OpenedByLeader(),
        [nameof(ACampaign.Marked)] = ACampaign.Marked(),
        [nameof(ACampaign.AllMarked)] = ACampaign.AllMarked(),
        [nameof(ACampaign.Moved)] = ACampaign.Moved(),
        [nameof(ACampaign.TaskEnded)] = ACampaign.TaskEnded(),
        [nameof(ACampaign.Returning)] = ACampaign.Returning(),
        [nameof(ACampaign.Noticed)] = ACampaign.Noticed(),
        [nameof(ACampaign.Closed)] = ACampaign.Closed(),
        [nameof(ACampaign.ClosedComplete)] = ACampaign.ClosedComplete(),
        [nameof(ACampaign.ClosedLooking)] = ACampaign.ClosedLooking(),
        [nameof(ACampaign.Cancelled)] = ACampaign.Cancelled(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableArray<TaskEvent> Task(string situation) => Tasks[situation];
}
