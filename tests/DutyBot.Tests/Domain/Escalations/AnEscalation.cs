using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Escalations;

/// <summary>
/// Histories of a sample escalation: Planning submits the disagreement of Industry on Mon 16/11/2026 at 09:00, to be decided by 24:00 of
/// Thu 19/11/2026.
/// </summary>
internal static class AnEscalation
{
    public static readonly DutyId Id = DutyId.Parse("TR-2026-9C2DB");

    public static readonly ProposalDraft Draft = new(
        "Phòng Công nghiệp đề nghị 07 ngày, phòng Kế hoạch đề nghị 10 ngày.",
        "Điều 14 Luật Đầu tư công",
        "Giám đốc Sở",
        "Phòng Kế hoạch đề nghị giữ thời hạn 10 ngày làm việc.",
        ["Giữ thời hạn 10 ngày", "Rút còn 07 ngày"],
        ChosenOption: 1,
        "Đủ thời gian để lấy số liệu của các cụm công nghiệp."
    );

    public static TaskCommand.Escalate Submission(ProposalDraft? draft = null, Instant? at = null) =>
        new(HeadOfPlanning.At(at ?? Nov(16)), Id, draft ?? Draft);

    public static ImmutableArray<EscalationEvent> NotSubmitted => [];

    /// <summary>As its task submits it.</summary>
    public static ImmutableArray<EscalationEvent> Submitted(ProposalDraft? draft = null, Instant? at = null) =>
        NotSubmitted.After(Spec.Given(ATask.Disagreed().After(Submission(draft, at))).LastEffects.Sent<Submit>());

    /// <summary>Wednesday became a day off on the Monday of the submission.</summary>
    public static ImmutableArray<EscalationEvent> TermsRecounted() =>
        [.. Submitted(), .. Spec.Given(Submitted()).In(WithDayOff(NovDay(18))).When(new RecountTerms(HeadOfOffice.At(Nov(16, 15)))).Accepted];

    /// <summary>Submitted two days before the deadline of its task, Fri 18/12.</summary>
    public static ImmutableArray<EscalationEvent> BoundByTheTask() => Submitted(at: Dec(16));

    /// <summary>The last day became a day off.</summary>
    public static ImmutableArray<EscalationEvent> NoticesRescheduled() =>
        [
            .. BoundByTheTask(),
            .. Spec.Given(BoundByTheTask()).In(WithDayOff(DecDay(18))).When(new RecountTerms(HeadOfOffice.At(Dec(16, 15)))).Accepted,
        ];

    public static ImmutableArray<EscalationEvent> Decided() => Submitted().After(new Decide(Director.At(Nov(17)), 1, ""));

    public static ImmutableArray<EscalationEvent> Superseded() => Decided().After(new Supersede(Director.At(Nov(20)), 2, Texts.Reason));

    public static ImmutableArray<EscalationEvent> ReturnedForWork() => Submitted().After(new ReturnForWork(Director.At(Nov(17)), Texts.Reason));

    public static ImmutableArray<EscalationEvent> Resubmitted() => ReturnedForWork().After(new Resubmit(HeadOfPlanning.At(Nov(18)), Draft));

    public static ImmutableArray<EscalationEvent> ResubmittedTwice() =>
        Resubmitted().After(new ReturnForWork(Director.At(Nov(19)), Texts.Reason), new Resubmit(HeadOfPlanning.At(Nov(20)), Draft));

    public static ImmutableArray<EscalationEvent> MeetingCalled() =>
        Submitted().After(new CallMeeting(Director.At(Nov(17)), "Họp lúc 14 giờ tại phòng họp số 1"));

    public static ImmutableArray<EscalationEvent> Overdue() => Submitted().After(Pass(Nov(20, 0)));

    public static ImmutableArray<EscalationEvent> Withdrawn() => Submitted().After(new Withdraw(HeadOfPlanning.At(Nov(17)), Texts.Reason));

    public static ImmutableArray<EscalationEvent> WithdrawnBeforeItArrived() => NotSubmitted.After(new Withdraw(Act.OfSystem(Nov(16)), Texts.Reason));

    public static ImmutableArray<EscalationEvent> LeadSucceeded() => Submitted().After(new SucceedUnit(Act.OfSystem(Nov(17)), Planning, Safety));

    /// <summary>The clock finds the decision due at that moment.</summary>
    public static PassDeadline Pass(Instant at) => new(Act.OfSystem(at), EscalationObligations.Decide);
}
