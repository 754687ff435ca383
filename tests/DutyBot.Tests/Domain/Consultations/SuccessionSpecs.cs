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

/// <summary>D-04, 1.4.14: a unit ends while a round is under way.</summary>
public sealed class SuccessionSpecs
{
    [Fact]
    public void D_04_The_new_unit_leads_the_round_with_the_same_dates()
    {
        var before = Given(Opened()).State;
        var succeeded = Given(Opened()).When(Succeeds(Planning, Trade));

        succeeded.Then<UnitSucceeded>().AccountableHead.ShouldBe(HeadOfTrade);
        succeeded.State.LeadUnit.ShouldBe(Trade);
        succeeded.State.Opening!.LeadUnit.ShouldBe(Planning, "who asked stays in the record");
        succeeded.State.Items.ShouldBe(before.Items);
        (succeeded.State.ReturnBy, succeeded.State.PapersBy).ShouldBe((before.ReturnBy, before.PapersBy));
    }

    [Fact]
    public void D_04_Only_the_new_lead_closes_the_round()
    {
        var past = AllAnswered().After(Explain(Industry, 1), Succeeds(Planning, Trade));

        Given(past).When(ClosingAt(Nov(13))).Refused("E-FORBIDDEN");
        Given(past).When(new Close(HeadOfTrade.At(Nov(13)), WithoutWaiting: false)).Then<Closed>();
    }

    [Fact]
    public void D_04_A_question_not_yet_answered_passes_on_with_its_date_and_its_draft()
    {
        var past = Drafted();
        var before = Given(past).State.Item(Industry)!;
        var round = Given(past).When(Succeeds(Industry, Trade)).State;

        round.Item(Trade).ShouldBe(before with { Unit = Trade, PassedOnAt = Nov(12) });
        (round.Item(Industry)!.Phase, round.Item(Industry)!.MergedInto, round.Item(Industry)!.Draft).ShouldBe((ItemPhase.Merged, Trade, null));
        round.Asked.Select(item => item.Unit).ShouldBe([Trade, Safety]);
        Given(AskedUnitSucceeded()).When(AnswerOfIndustry(Disagreement)).Refused("E-STALE");
        Given(AskedUnitSucceeded()).When(new IssueAnswer(HeadOfTrade.At(Nov(12)), Trade, Disagreement)).Then<AnswerIssued>();
    }

    [Fact]
    public void D_04_What_was_answered_stays_as_it_was_said_and_is_not_asked_again()
    {
        Given(Answered()).When(Succeeds(Industry, Trade)).ThenNothing();
        var ended = After(UnitEnded(Industry, NovDay(13), Trade));
        var again = Given(Answered()).In(ended).When(new SendBack(HeadOfPlanning.At(Nov(13)), Industry, Texts.Reason));
        again.Decision.Problems.ShouldHaveSingleItem().Field.ShouldBe("unit");
    }

    [Fact]
    public void D_04_A_unit_that_was_asked_anyway_is_asked_once()
    {
        var round = Given(Opened()).When(Succeeds(Industry, Safety)).State;

        round.Item(Safety).ShouldBe(Given(Opened()).State.Item(Safety));
        round.Items.Count(item => item.Unit == Safety).ShouldBe(1);
        round.Item(Industry)!.MergedInto.ShouldBe(Safety);
    }

    [Fact]
    public void D_04_The_lead_does_not_ask_itself()
    {
        var merged = Given(Opened()).When(Succeeds(Industry, Planning)).State;
        merged.Asked.Select(item => item.Unit).ShouldBe([Safety]);
        merged.Item(Planning).ShouldBeNull();

        var leads = Given(Opened()).When(Succeeds(Planning, Safety)).State;
        leads.Item(Safety)!.MergedInto.ShouldBe(Safety);
        leads.Asked.Select(item => item.Unit).ShouldBe([Industry]);
    }

    [Fact]
    public void D_04_A_round_in_which_nobody_is_asked_any_more_can_be_closed()
    {
        var past = Opened().After(AnswerOfSafety(Agreement), Succeeds(Industry, Planning));

        Given(past).When(ClosingAt(Nov(13))).Then<Closed>();
    }

    [Fact]
    public void R_39_The_new_unit_is_silent_from_the_date_that_was_set()
    {
        var past = Opened().After(Succeeds(Industry, Trade));

        Given(past).When(Pass(ConsultationObligations.Reply(Industry), Nov(18, 0))).ThenNothing();
        Given(past).When(Pass(ConsultationObligations.Reply(Trade), JustBefore(Nov(18, 0)))).ThenNothing();
        Given(past).When(Pass(ConsultationObligations.Reply(Trade), Nov(18, 0))).Then<ReplyOverdue>().Unit.ShouldBe(Trade);
    }

    [Fact]
    public void D_04_A_return_that_waits_is_judged_for_the_new_unit()
    {
        var past = Returned().After(Succeeds(Industry, Safety));
        Given(past).When(new RejectReturn(Director.At(Nov(12)), Industry, Texts.Reason)).Refused("E-STALE");

        var copied = Returned().After(Succeeds(Industry, Headless));
        Given(copied).When(new RejectReturn(Director.At(Nov(12)), Headless, Texts.Reason)).Then<ReturnRejected>();
    }

    [Fact]
    public void D_04_Repeated_it_changes_nothing()
    {
        Given(LeadSucceeded()).When(Succeeds(Planning, Trade)).ThenNothing();
        Given(AskedUnitSucceeded()).When(Succeeds(Industry, Trade)).ThenNothing();
        Given(Opened()).When(Succeeds(Office, Trade)).ThenNothing();
        Given(NotOpened).When(Succeeds(Planning, Trade)).ThenNothing();
        Given(Cancelled()).When(Succeeds(Planning, Trade)).ThenNothing();
        Given(Closed()).When(Succeeds(Planning, Trade)).ThenNothing();
    }

    [Fact]
    public void R_39_Who_is_silent_in_a_closed_round_may_still_answer_through_the_successor() =>
        Given(ClosedWithoutWaiting()).When(Succeeds(Industry, Trade)).State.Item(Trade)!.CanAnswer.ShouldBeTrue();

    [Fact]
    public void D_04_No_person_may_say_so()
    {
        foreach (var person in Everybody)
        {
            Given(Opened()).When(new SucceedUnit(person.At(Nov(12)), Planning, Trade)).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void D_04_Who_is_asked_now_is_called_and_the_old_card_is_corrected()
    {
        Given(AskedUnitSucceeded())
            .LastEffects.ShouldBeInWords(
                "ConsultationRequest to channel phong-thuong-mai, attention",
                "ConsultationRequest to channel phong-cong-nghiep",
                "ConsultationSummary to head of phong-ke-hoach"
            );
        Given(Opened().After(Succeeds(Industry, Planning)))
            .LastEffects.ShouldBeInWords("ConsultationRequest to channel phong-cong-nghiep", "ConsultationSummary to head of phong-ke-hoach");
    }

    [Fact]
    public void D_04_The_new_lead_gets_the_summary_and_every_request_names_it() =>
        Given(LeadSucceeded())
            .LastEffects.ShouldBeInWords(
                "ConsultationRequest to channel phong-cong-nghiep",
                "ConsultationRequest to channel phong-an-toan",
                "ConsultationSummary to head of phong-thuong-mai, attention",
                "n.succeeded.round to head of phong-thuong-mai"
            );
}
