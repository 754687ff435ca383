using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>
/// Histories of a sample task: the deputy director gives it to Planning on Mon 09/11/2026 at 09:00; Trade coordinates; it is due on
/// Fri 18/12/2026 and its report on Tue 22/12/2026.
/// </summary>
internal static class ATask
{
    public static readonly DutyId Id = DutyId.Parse("NV-2026-7K3Q9");

    public static readonly DutyId Urging = DutyId.Parse("DD-2026-4M8RT");

    public static readonly TaskDraft Draft = new()
    {
        Work = "Rà soát quy hoạch cụm công nghiệp",
        Deliverable = "Báo cáo rà soát",
        Requirement = "Nêu rõ từng cụm công nghiệp chậm tiến độ",
        DocumentSymbol = "1965/UBND-VP",
        DocumentDate = NovDay(6),
        IssuingBody = "UBND tỉnh",
        LeadUnits = [Planning],
        CoordinatingUnits = [Trade],
        Deadline = DecDay(18),
        ReportDeadline = DecDay(22),
    };

    public static ImmutableArray<TaskEvent> NotIssued => [];

    public static Issue IssueOf(TaskDraft draft, PersonId? by = null) => new((by ?? Deputy).At(Nov(9)), Id, draft);

    public static ImmutableArray<TaskEvent> Issued(TaskDraft? draft = null) => NotIssued.After(IssueOf(draft ?? Draft));

    /// <summary>Tuesday became a day off on the Monday of the issue.</summary>
    public static ImmutableArray<TaskEvent> TermsRecounted() =>
        [.. Issued(), .. Spec.Given(Issued()).In(WithDayOff(NovDay(10))).When(new RecountTerms(HeadOfOffice.At(Nov(9, 15)))).Accepted];

    /// <summary>A Wednesday before the deadline became a day off.</summary>
    public static ImmutableArray<TaskEvent> NoticesRescheduled() =>
        [.. Accepted(), .. Spec.Given(Accepted()).In(WithDayOff(DecDay(16))).When(new RecountTerms(HeadOfOffice.At(Nov(9, 15)))).Accepted];

    public static ImmutableArray<TaskEvent> Accepted(TaskDraft? draft = null) =>
        Issued(draft).After(new Accept(HeadOfPlanning.At(Nov(9, 10)), OfficerOfPlanning));

    public static ImmutableArray<TaskEvent> DeemedAccepted() => Issued().After(new PassDeadline(Act.OfSystem(Nov(11, 0)), TaskObligations.Accept));

    public static RequestReturn ReturnTo(UnitId? competent, Act act) => new(act, ReturnReason.NotOurCompetence, competent, Texts.Reason);

    public static ImmutableArray<TaskEvent> ReturnRequested() => Issued().After(ReturnTo(Industry, HeadOfPlanning.At(Nov(9, 11))));

    public static ImmutableArray<TaskEvent> ReturnRejected() => ReturnRequested().After(new RejectReturn(Deputy.At(Nov(10, 9)), Texts.Reason));

    public static ImmutableArray<TaskEvent> Reassigned() => ReturnRequested().After(new Reassign(Deputy.At(Nov(10, 9)), Industry));

    public static ImmutableArray<TaskEvent> ReturnRequestedAgain() => Reassigned().After(ReturnTo(Safety, HeadOfIndustry.At(Nov(10, 10))));

    /// <summary>Returned by Planning and by Industry, so Safety must keep it.</summary>
    public static ImmutableArray<TaskEvent> FinallyAssigned() => ReturnRequestedAgain().After(new Reassign(Deputy.At(Nov(10, 11)), Safety));

    public static ImmutableArray<TaskEvent> Consulting() => Accepted().After(ARound.Opening());

    /// <summary>The round left a disagreement of Industry that Planning explained.</summary>
    public static ImmutableArray<TaskEvent> Disagreed() => Consulting().After(Spec.Given(ARound.Closed()).LastEffects.Sent<RecordRoundEnded>());

    public static ImmutableArray<TaskEvent> Escalated() => Disagreed().After(AnEscalation.Submission());

    public static ImmutableArray<TaskEvent> Decided() => Escalated().After(Spec.Given(AnEscalation.Decided()).LastEffects.Sent<RecordDecision>());

    public static ImmutableArray<TaskEvent> Cancelled() => Accepted().After(new Cancel(Deputy.At(Nov(12)), Texts.Reason));

    public static ImmutableArray<TaskEvent> CancelledWhileConsulting() => Consulting().After(new Cancel(Deputy.At(Nov(12)), Texts.Reason));

    public static ImmutableArray<TaskEvent> CancelledWhileEscalated() => Escalated().After(new Cancel(Deputy.At(Nov(17)), Texts.Reason));

    public static ImmutableArray<TaskEvent> UndatedByDelegation() =>
        NotIssued.After(IssueOf(Draft with { Deadline = null, NoDeadlineReason = Texts.Reason, ReviewOn = DecDay(9) }, DelegateOfDeputy));

    /// <summary>Neither completed nor reported in time.</summary>
    public static ImmutableArray<TaskEvent> Late() =>
        Accepted().After(Pass(TaskObligations.Complete, EndOf(DecDay(18))), Pass(TaskObligations.Report, EndOf(DecDay(22))));

    public static ImmutableArray<TaskEvent> ReturnUndecided() => ReturnRequested().After(Pass(TaskObligations.DecideReturn, EndOf(NovDay(12))));

    public static ImmutableArray<TaskEvent> OfficerNamed() =>
        Accepted().After(new NameOfficer(HeadOfPlanning.At(Nov(11)), OtherOfficerOfPlanning, Texts.Reason));

    public static ImmutableArray<TaskEvent> EscalationWithdrawn() =>
        Escalated().After(Spec.Given(AnEscalation.Withdrawn()).LastEffects.Sent<RecordEscalationWithdrawn>());

    public static ImmutableArray<TaskEvent> Urged() =>
        Accepted().After(new RecordUrged(HeadOfOffice.At(Dec(17)), Urging, DutyBot.Domain.Documents.DocumentSymbol.Parse("45/VP-TH"), DecDay(21)));

    public static ImmutableArray<TaskEvent> DecisionSuperseded() =>
        Decided().After(Spec.Given(AnEscalation.Superseded()).LastEffects.Sent<RecordDecision>());

    public static SucceedUnit Succeeds(DutyBot.Domain.UnitId from, DutyBot.Domain.UnitId to, NodaTime.Instant? at = null) =>
        new(Act.OfSystem(at ?? Nov(17)), from, to);

    /// <summary>Planning ended while it was asking; Safety leads.</summary>
    public static ImmutableArray<TaskEvent> LeadSucceeded() => Consulting().After(Succeeds(Planning, Safety));

    public static ImmutableArray<TaskEvent> LeadSucceededWhileEscalated() => Escalated().After(Succeeds(Planning, Safety));

    public static ImmutableArray<TaskEvent> CoordinatorSucceeded() => Accepted().After(Succeeds(Trade, Safety));

    /// <summary>The clock finds an obligation due at that moment.</summary>
    public static PassDeadline Pass(string obligation, NodaTime.Instant at) => new(Act.OfSystem(at), obligation);
}
