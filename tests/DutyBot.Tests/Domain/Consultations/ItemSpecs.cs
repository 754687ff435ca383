using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>What else can happen to one unit's item: returned, waiting for papers, sent back.</summary>
public sealed class ItemSpecs
{
    [Fact]
    public void R_26_A_consulted_unit_returns_what_is_not_its_own()
    {
        var returned = Given(Opened()).When(ReturnOf(HeadOfIndustry, Industry));
        returned
            .Then<ItemReturned>()
            .Request.ShouldBe(new ReturnRequest(ReturnReason.NotOurCompetence, Trade, Texts.Reason, HeadOfIndustry.At(Nov(10, 11))));
        returned.State.Item(Industry)!.Phase.ShouldBe(ItemPhase.Returned);
        Given(Drafted()).When(ReturnOf(HeadOfIndustry, Industry)).Then<ItemReturned>();
    }

    [Fact]
    public void R_26_A_consulted_unit_has_the_same_two_reasons_and_explains_them()
    {
        var command = ReturnOf(HeadOfIndustry, Industry);
        Given(Opened()).When(command with { Reason = null }).RefusedAt("reason", "E-RETURN-REASON");
        Given(Opened()).When(command with { CompetentUnit = null }).RefusedAt("competentUnit", "E-COMPETENT-UNIT");
        Given(Opened()).When(command with { CompetentUnit = Industry }).RefusedAt("competentUnit", "E-COMPETENT-UNIT");
        Given(Opened()).When(command with { Text = Texts.TooShort }).RefusedAt("text", "E-REASON-REQUIRED");
        Given(Opened()).When(command with { Reason = ReturnReason.RequesterCompetence, CompetentUnit = null }).Then<ItemReturned>();
    }

    [Fact]
    public void R_26_A_consultation_is_returned_until_the_last_instant_of_its_term()
    {
        var tooLate = EndOf(NovDay(11));
        Given(Opened()).When(ReturnOf(HeadOfIndustry, Industry, JustBefore(tooLate))).Then<ItemReturned>();
        Given(Opened()).When(ReturnOf(HeadOfIndustry, Industry, tooLate)).Refused("E-RETURN-TOO-LATE");
    }

    [Fact]
    public void R_26_The_head_returns_and_nobody_else()
    {
        Given(Opened()).When(ReturnOf(OfficerOfIndustry, Industry)).Refused("E-HEAD-ONLY");
        Given(Opened()).When(ReturnOf(HeadOfSafety, Industry)).Refused("E-FORBIDDEN");
        Given(Opened()).When(ReturnOf(HeadOfTrade, Trade)).Refused("E-STALE");
        Given(Opened()).When(ReturnOf(DelegateOfIndustry, Industry)).Then<ItemReturned>().Act.OnBehalfOf.ShouldBe(HeadOfIndustry);
        Given(Returned()).When(ReturnOf(HeadOfIndustry, Industry)).ThenNothing();
    }

    [Fact]
    public void R_26_A_leader_judges_a_wrong_return_and_the_unit_cannot_return_again()
    {
        var reject = new RejectReturn(Director.At(Nov(11)), Industry, Texts.Reason);
        Given(Returned()).When(reject).Then<ReturnRejected>();
        Given(Returned()).When(reject with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
        foreach (var person in new[] { HeadOfPlanning, HeadOfIndustry, Deputy, HeadOfOffice, Stranger })
        {
            Given(Returned()).When(reject with { Act = person.At(Nov(11)) }).Refused("E-FORBIDDEN");
        }

        Given(Opened()).When(reject).Refused("E-STALE");
        Given(ReturnRejected()).When(ReturnOf(HeadOfIndustry, Industry, Nov(11, 10))).Refused("E-RETURNED-BEFORE");
    }

    [Fact]
    public void R_26_A_wrong_return_costs_the_unit_nothing_of_its_term_and_adds_a_working_day()
    {
        // Due on Tue 17/11; the leader judges on Wed 11/11, or only on Fri 20/11.
        var reject = new RejectReturn(Director.At(Nov(11)), Industry, Texts.Reason);
        var soon = Given(Returned()).When(reject).Then<ReturnRejected>();
        (soon.ReplyBy, soon.NonResponseAt).ShouldBe((EndOf(NovDay(18)), EndOf(NovDay(26))));
        var late = Given(Returned()).When(reject with { Act = Director.At(Nov(20)) }).Then<ReturnRejected>();
        late.ReplyBy.ShouldBe(EndOf(NovDay(23)));
    }

    [Fact]
    public void R_34_Missing_papers_are_asked_for_once_within_one_working_day()
    {
        var ask = new AskPapers(HeadOfIndustry.At(Nov(11)), Industry, " Bản vẽ quy hoạch ");
        Given(Opened()).When(ask).Then(new PapersAsked(ask.Act, Industry, "Bản vẽ quy hoạch"));
        Given(Opened()).When(ask with { Act = HeadOfIndustry.At(EndOf(NovDay(11))) }).Refused("E-PAPERS-TOO-LATE");
        Given(Opened()).When(ask with { Act = HeadOfIndustry.At(JustBefore(EndOf(NovDay(11)))) }).Then<PapersAsked>();
        Given(Opened()).When(ask with { What = Texts.Blank }).RefusedAt("what", "E-PAPERS-REQUIRED");
        Given(Opened()).When(ask with { Act = OfficerOfIndustry.At(Nov(11)) }).Refused("E-HEAD-ONLY");
        Given(Opened()).When(ask with { Act = HeadOfSafety.At(Nov(11)) }).Refused("E-FORBIDDEN");
        Given(PapersAsked()).When(ask).Refused("E-STALE");
        Given(PapersSupplied()).When(ask with { Act = HeadOfIndustry.At(Nov(13)) }).Refused("E-PAPERS-ASKED-BEFORE");
        Given(Answered()).When(ask).Refused("E-STALE");
    }

    [Fact]
    public void R_34_While_papers_are_missing_the_answer_does_not_fall_due()
    {
        Given(PapersAsked()).When(Pass(ConsultationObligations.Reply(Industry), Nov(18, 0))).ThenNothing();
        Given(PapersAsked()).When(ClosingAt(Nov(18), withoutWaiting: true)).Refused("E-REPLIES-OPEN");
    }

    [Fact]
    public void R_34_When_the_papers_come_the_unit_has_its_whole_term_again()
    {
        // Asked on Tue 10/11 for Tue 17/11: five working days. From Fri 13/11 they end on Fri 20/11.
        var supply = new SupplyPapers(HeadOfPlanning.At(Nov(13)), Industry, "Bản vẽ đã gửi kèm");
        var supplied = Given(PapersAsked()).When(supply).Then<PapersSupplied>();
        (supplied.ReplyBy, supplied.NonResponseAt).ShouldBe((EndOf(NovDay(20)), EndOf(NovDay(30))));
        Given(PapersSupplied()).State.Item(Safety)!.ReplyBy.ShouldBe(EndOf(NovDay(17)));
    }

    [Fact]
    public void R_34_The_lead_units_head_supplies_the_papers()
    {
        var supply = new SupplyPapers(HeadOfPlanning.At(Nov(13)), Industry, "Bản vẽ đã gửi kèm");
        foreach (var person in new[] { OfficerOfPlanning, HeadOfIndustry, Director, Stranger })
        {
            Given(PapersAsked()).When(supply with { Act = person.At(Nov(13)) }).Refused("E-FORBIDDEN");
        }

        Given(PapersAsked()).When(supply with { Papers = "" }).RefusedAt("papers", "E-PAPERS-REQUIRED");
        Given(Opened()).When(supply).Refused("E-STALE");
        Given(PapersSupplied()).When(supply).Refused("E-STALE");
    }

    [Fact]
    public void R_37_The_lead_sends_a_generic_answer_back_once_and_gives_one_working_day()
    {
        var sendBack = new SendBack(HeadOfPlanning.At(Nov(13)), Industry, Texts.Reason);
        var sentBack = Given(Answered()).When(sendBack);
        var notices = sentBack.Then<SentBack>().Notices;
        sentBack.Then(new SentBack(sendBack.Act, Industry, Texts.Reason, EndOf(NovDay(16)), EndOf(NovDay(23)), notices));
        var item = sentBack.State.Item(Industry)!;
        (item.Phase, item.Opinion, item.Draft!.Answers.Length).ShouldBe((ItemPhase.SentBack, null, 2));

        var again = SentBack().After(AnswerOfIndustry(Disagreement, Nov(16)));
        Given(again).When(sendBack with { Act = HeadOfPlanning.At(Nov(16, 10)) }).Refused("E-SENT-BACK-BEFORE");
    }

    [Fact]
    public void R_37_Only_an_answer_is_sent_back_only_by_the_lead_and_only_with_a_reason()
    {
        var sendBack = new SendBack(HeadOfPlanning.At(Nov(13)), Industry, Texts.Reason);
        Given(Answered()).When(sendBack with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
        foreach (var person in new[] { OfficerOfPlanning, HeadOfIndustry, HeadOfSafety, Director, Stranger })
        {
            Given(Answered()).When(sendBack with { Act = person.At(Nov(13)) }).Refused("E-FORBIDDEN");
        }

        Given(Opened()).When(sendBack).Refused("E-STALE");
        Given(SentBack()).When(sendBack).Refused("E-STALE");
        Given(Closed()).When(sendBack).Refused("E-STALE");
    }

    [Fact]
    public void R_37_What_was_said_about_an_answer_falls_with_it()
    {
        var sentBack = Resolved().After(new SendBack(HeadOfPlanning.At(Nov(13, 9)), Industry, Texts.Reason));
        Given(sentBack).State.Resolutions.ShouldBeEmpty();
        Given(sentBack).When(Explain(Industry, 1)).Refused("E-STALE");

        var again = sentBack.After(AnswerOfIndustry(Disagreement, Nov(16)));
        Given(again).When(ClosingAt(Nov(16))).Refused("E-EXPLAIN-OPINION");
    }

    [Fact]
    public void R_39_An_answer_that_was_sent_back_falls_due_again() =>
        Given(SentBack()).When(Pass(ConsultationObligations.Reply(Industry), EndOf(NovDay(16)))).Then<ReplyOverdue>();
}
