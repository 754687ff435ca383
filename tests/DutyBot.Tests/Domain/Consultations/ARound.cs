using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>
/// Histories of a sample round: Planning asks Industry and Safety two questions on Tue 10/11/2026 at 09:00, to be answered by Tue 17/11/2026.
/// Returns and requests for papers are possible until 24:00 of Wed 11/11/2026; silence is recorded at 24:00 of Wed 25/11/2026.
/// </summary>
internal static class ARound
{
    public const string Specific = "Khoản 2 Điều 5 trái khoản 1 Điều 14 Luật Đầu tư công.";
    public const string Alternative = "Sửa thời hạn 10 ngày thành 07 ngày làm việc.";

    public static readonly DutyId Id = DutyId.Parse("YK-2026-4M8XA");

    public static readonly ConsultationDraft Draft = new(
        ["Có đồng ý với phương án quy hoạch?", "Thời hạn thực hiện có phù hợp?"],
        "Phòng Kế hoạch đề nghị giữ nguyên quy hoạch.",
        ConsultationBasis.Necessary,
        "Dự thảo báo cáo",
        [(Industry, Texts.Reason), (Safety, Texts.Reason)],
        NovDay(17),
        ManyUnitsConfirmed: false
    );

    public static readonly OpinionDraft Agreement = Answers(Agree(1), Agree(2));

    public static readonly OpinionDraft Disagreement = Answers(new(1, Stance.Disagree, Specific, Alternative, null), Agree(2));

    public static readonly OpinionDraft Changes = Answers(new(1, Stance.AgreeWithChanges, Specific, "", null), Agree(2));

    public static QuestionAnswer Agree(int no) => new(no, Stance.Agree, "", "", null);

    public static OpinionDraft Answers(params QuestionAnswer[] answers) => new([.. answers], "", Reviewed: true, "");

    public static TaskCommand.OpenConsultation Opening(ConsultationDraft? draft = null, Instant? at = null) =>
        new(HeadOfPlanning.At(at ?? Nov(10)), Id, draft ?? Draft);

    public static ImmutableArray<ConsultationEvent> NotOpened => [];

    /// <summary>As its task opens it.</summary>
    public static ImmutableArray<ConsultationEvent> Opened(ConsultationDraft? draft = null, Instant? at = null, TaskDraft? task = null) =>
        NotOpened.After(Spec.Given(ATask.Accepted(task).After(Opening(draft, at))).LastEffects.Sent<Open>());

    /// <summary>The Monday before the reply date became a day off.</summary>
    public static ImmutableArray<ConsultationEvent> NoticesRescheduled() =>
        [.. Opened(), .. Spec.Given(Opened()).In(WithDayOff(NovDay(16))).When(new RecountTerms(HeadOfOffice.At(Nov(10, 15)))).Accepted];

    /// <summary>Wednesday became a day off on the Tuesday of the opening.</summary>
    public static ImmutableArray<ConsultationEvent> TermsRecounted() =>
        [.. Opened(), .. Spec.Given(Opened()).In(WithDayOff(NovDay(11))).When(new RecountTerms(HeadOfOffice.At(Nov(10, 15)))).Accepted];

    /// <summary>A unit's answer date was counted, and moved.</summary>
    public static ImmutableArray<ConsultationEvent> ReplyRecounted() =>
        [.. SentBack(), .. Spec.Given(SentBack()).In(WithDayOff(NovDay(16))).When(new RecountTerms(HeadOfOffice.At(Nov(13, 15)))).Accepted];

    public static ImmutableArray<ConsultationEvent> Drafted() =>
        Opened().After(new SaveDraft(OfficerOfIndustry.At(Nov(10, 10)), Industry, Disagreement));

    public static IssueAnswer AnswerOfIndustry(OpinionDraft answer, Instant? at = null) => new(HeadOfIndustry.At(at ?? Nov(12)), Industry, answer);

    public static IssueAnswer AnswerOfSafety(OpinionDraft answer, Instant? at = null) => new(HeadOfSafety.At(at ?? Nov(12)), Safety, answer);

    public static Return ReturnOf(PersonId head, UnitId unit, Instant? at = null) =>
        new(head.At(at ?? Nov(10, 11)), unit, ReturnReason.NotOurCompetence, Trade, Texts.Reason);

    public static ImmutableArray<ConsultationEvent> Returned() => Opened().After(ReturnOf(HeadOfIndustry, Industry));

    public static ImmutableArray<ConsultationEvent> ReturnRejected() =>
        Returned().After(new RejectReturn(Director.At(Nov(11)), Industry, Texts.Reason));

    public static ImmutableArray<ConsultationEvent> PapersAsked() =>
        Opened().After(new AskPapers(HeadOfIndustry.At(Nov(11)), Industry, "Bản vẽ quy hoạch"));

    public static ImmutableArray<ConsultationEvent> PapersSupplied() =>
        PapersAsked().After(new SupplyPapers(HeadOfPlanning.At(Nov(13)), Industry, "Bản vẽ đã gửi kèm"));

    public static ImmutableArray<ConsultationEvent> Answered() => Opened().After(AnswerOfIndustry(Disagreement));

    /// <summary>Late, by delegation, with a paper, remarks, and a question that is for another unit.</summary>
    public static ImmutableArray<ConsultationEvent> AnsweredWithEverything()
    {
        var answer = Answers(new(1, Stance.Disagree, Specific, Alternative, null), new(2, Stance.OutsideRemit, "", "", Trade));
        var full = answer with { OtherRemarks = "Đề nghị gửi kèm bản đồ.", DocumentSymbol = "12/PCN-TH" };
        return Opened().After(new IssueAnswer(DelegateOfIndustry.At(Nov(18)), Industry, full));
    }

    public static ImmutableArray<ConsultationEvent> SentBack() => Answered().After(new SendBack(HeadOfPlanning.At(Nov(13)), Industry, Texts.Reason));

    public static ImmutableArray<ConsultationEvent> AllAnswered() => Answered().After(AnswerOfSafety(Agreement));

    public static Resolve Explain(UnitId unit, int no, Instant? at = null) =>
        new(HeadOfPlanning.At(at ?? Nov(13)), [new(unit, no, ResolutionKind.Explain, Texts.Reason)]);

    public static ImmutableArray<ConsultationEvent> Resolved() => AllAnswered().After(Explain(Industry, 1));

    public static Close ClosingAt(Instant at, bool withoutWaiting = false) => new(HeadOfPlanning.At(at), withoutWaiting);

    public static ImmutableArray<ConsultationEvent> Closed() => Resolved().After(ClosingAt(Nov(13, 10)));

    /// <summary>Nobody has answered by the reply date.</summary>
    public static ImmutableArray<ConsultationEvent> Overdue() =>
        Opened().After(Pass(ConsultationObligations.Reply(Industry), Nov(18, 0)), Pass(ConsultationObligations.Reply(Safety), Nov(18, 0)));

    public static ImmutableArray<ConsultationEvent> Silent() => Overdue().After(Pass(ConsultationObligations.RecordSilence(Industry), Nov(26, 0)));

    public static ImmutableArray<ConsultationEvent> ClosedWithoutWaiting() => Overdue().After(ClosingAt(Nov(18), withoutWaiting: true));

    public static ImmutableArray<ConsultationEvent> Cancelled() => Opened().After(new Cancel(HeadOfPlanning.At(Nov(11)), Texts.Reason));

    public static ImmutableArray<ConsultationEvent> CancelledBeforeItOpened() => NotOpened.After(new Cancel(Act.OfSystem(Nov(11)), Texts.Reason));

    public static SucceedUnit Succeeds(UnitId from, UnitId to) => new(Act.OfSystem(Nov(12)), from, to);

    public static ImmutableArray<ConsultationEvent> LeadSucceeded() => Opened().After(Succeeds(Planning, Trade));

    /// <summary>Industry ended with a draft; Trade answers.</summary>
    public static ImmutableArray<ConsultationEvent> AskedUnitSucceeded() => Drafted().After(Succeeds(Industry, Trade));

    /// <summary>The clock finds an obligation due at that moment.</summary>
    public static PassDeadline Pass(string obligation, Instant at) => new(Act.OfSystem(at), obligation);
}
