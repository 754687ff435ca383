using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>T8–T12: sending a task back, and what the assigner does about it.</summary>
public sealed class ReturnSpecs
{
    private static readonly Act ByHead = HeadOfPlanning.At(Nov(9, 11));

    [Fact]
    public void R_26_A_unit_returns_what_is_not_its_own_and_says_whose_it_is()
    {
        var returned = Given(Issued()).When(ReturnTo(Industry, ByHead)).Then<ReturnRequested>();
        returned.Request.ShouldBe(new ReturnRequest(ReturnReason.NotOurCompetence, Industry, Texts.Reason, ByHead));

        // leaderDecision.within: three working days.
        returned.DecideBy.ShouldBe(EndOf(NovDay(12)));
    }

    [Fact]
    public void R_26_What_is_within_the_askers_own_competence_names_no_third_unit() =>
        Given(Issued())
            .When(new RequestReturn(ByHead, ReturnReason.RequesterCompetence, Industry, Texts.Reason))
            .Then<ReturnRequested>()
            .Request.CompetentUnit.ShouldBeNull();

    [Fact]
    public void R_26_There_are_two_reasons_and_one_must_be_chosen()
    {
        Given(Issued()).When(new RequestReturn(ByHead, null, Industry, Texts.Reason)).RefusedAt("reason", "E-RETURN-REASON");
        Given(Issued()).When(new RequestReturn(ByHead, (ReturnReason)2, Industry, Texts.Reason)).RefusedAt("reason", "E-RETURN-REASON");
        Given(Issued()).When(ReturnTo(null, ByHead)).RefusedAt("competentUnit", "E-COMPETENT-UNIT");
        Given(Issued()).When(ReturnTo(Planning, ByHead)).RefusedAt("competentUnit", "E-COMPETENT-UNIT");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Texts.Blank)]
    [InlineData(Texts.TooShort)]
    public void R_26_A_return_is_explained_in_thirty_characters(string text)
    {
        var command = ReturnTo(Industry, ByHead) with { Text = text };
        Given(Issued()).When(command).RefusedAt("text", "E-REASON-REQUIRED").Arguments.ShouldBe([("n", 30)]);
    }

    [Fact]
    public void R_26_Exactly_thirty_characters_are_enough() =>
        Given(Issued()).When(ReturnTo(Industry, ByHead) with { Text = Texts.JustLongEnough }).Then<ReturnRequested>();

    [Fact]
    public void R_26_A_return_is_possible_until_the_last_instant_of_its_term()
    {
        var tooLate = EndOf(NovDay(10));
        Given(Issued()).When(ReturnTo(Industry, HeadOfPlanning.At(JustBefore(tooLate)))).Then<ReturnRequested>();
        Given(Issued()).When(ReturnTo(Industry, HeadOfPlanning.At(tooLate))).Refused("E-RETURN-TOO-LATE");
    }

    [Fact]
    public void R_26_An_accepted_task_is_not_returned() => Given(Accepted()).When(ReturnTo(Industry, ByHead)).Refused("E-STALE");

    [Fact]
    public void R_26_A_return_on_day_five_is_too_late_although_the_task_counts_as_accepted_by_then()
    {
        Given(DeemedAccepted()).When(ReturnTo(Industry, HeadOfPlanning.At(Nov(13)))).Refused("E-RETURN-TOO-LATE");
        Given(Accepted()).When(ReturnTo(Industry, HeadOfPlanning.At(Nov(13)))).Refused("E-RETURN-TOO-LATE");
        Given(Accepted()).When(ReturnTo(Industry, HeadOfTrade.At(Nov(13)))).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void T8_Only_the_head_of_the_lead_unit_returns()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfTrade, HeadOfIndustry, Deputy, Director, Stranger })
        {
            Given(Issued()).When(ReturnTo(Industry, person.At(Nov(9, 11)))).Refused("E-FORBIDDEN");
        }

        Given(Issued()).When(ReturnTo(Industry, DelegateOfPlanning.At(Nov(9, 11)))).Then<ReturnRequested>().Act.OnBehalfOf.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void D_07_Returning_twice_is_returning_once()
    {
        Given(ReturnRequested()).When(ReturnTo(Industry, ByHead)).ThenNothing();
        Given(ReturnRequested()).When(ReturnTo(Industry, HeadOfTrade.At(Nov(9, 12)))).Refused("E-STALE");
    }

    [Fact]
    public void T9_A_rejected_return_leaves_the_unit_with_the_task_and_a_new_term_to_accept()
    {
        var at = Deputy.At(Nov(10));
        var rejected = Given(ReturnRequested()).When(new RejectReturn(at, Texts.Reason));
        rejected.Then(new ReturnRejected(at, Texts.Reason, EndOf(NovDay(11)), rejected.Then<ReturnRejected>().Notices));
        (rejected.State.Phase, rejected.State.LeadUnit).ShouldBe((TaskPhase.Assigned, Planning));
        Given(ReturnRequested()).When(new RejectReturn(at, Texts.TooShort)).RefusedAt("reason", "E-REASON-REQUIRED");
    }

    [Fact]
    public void R_28_A_unit_returns_a_task_once() =>
        Given(ReturnRejected()).When(ReturnTo(Industry, HeadOfPlanning.At(Nov(10, 10)))).Refused("E-RETURNED-BEFORE");

    [Fact]
    public void T10_An_accepted_return_hands_the_task_to_another_unit_and_keeps_the_history()
    {
        var at = Deputy.At(Nov(10));
        var reassigned = Given(ReturnRequested()).When(new Reassign(at, Industry));
        var notices = reassigned.Then<Reassigned>().Notices;
        reassigned.Then(new Reassigned(at, Industry, HeadOfIndustry, Final: false, EndOf(NovDay(11)), EndOf(NovDay(11)), notices));
        reassigned.State.LeadPeriods.ShouldBe([
            new LeadPeriod(Planning, HeadOfPlanning, Nov(9), Nov(10)),
            new LeadPeriod(Industry, HeadOfIndustry, Nov(10), null),
        ]);
        reassigned.State.CompleteBy.ShouldBe(EndOf(DecDay(18)));
    }

    [Fact]
    public void T10_The_new_lead_is_another_reachable_unit()
    {
        var at = Deputy.At(Nov(10));
        Given(ReturnRequested()).When(new Reassign(at, null)).RefusedAt("leadUnit", "E-NO-LEAD");
        Given(ReturnRequested()).When(new Reassign(at, Planning)).RefusedAt("leadUnit", "E-SAME-LEAD");
        Given(ReturnRequested()).When(new Reassign(at, Ended)).RefusedAt("leadUnit", "E-UNIT-INACTIVE");
        Given(ReturnRequested()).When(new Reassign(at, Headless)).RefusedAt("leadUnit", "E-UNIT-NO-HEAD");
        Given(ReturnRequested()).When(new Reassign(at, NeverHeardOf)).RefusedAt("leadUnit", "E-UNIT-UNKNOWN");
    }

    [Fact]
    public void R_07_A_coordinating_unit_that_becomes_the_lead_coordinates_no_more() =>
        Given(ReturnRequested()).When(new Reassign(Deputy.At(Nov(10)), Trade)).State.CoordinatingUnits.ShouldBeEmpty();

    [Fact]
    public void R_08_Neither_the_lead_units_head_nor_another_units_head_changes_the_lead()
    {
        foreach (var person in new[] { HeadOfPlanning, DelegateOfPlanning, HeadOfTrade, HeadOfIndustry, OtherDeputy, HeadOfOffice, Stranger })
        {
            Given(ReturnRequested()).When(new Reassign(person.At(Nov(10)), Industry)).Refused("E-FORBIDDEN");
            Given(ReturnRequested()).When(new RejectReturn(person.At(Nov(10)), Texts.Reason)).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void R_08_The_leadership_above_the_assigner_may_decide_as_well()
    {
        Given(ReturnRequested()).When(new Reassign(Director.At(Nov(10)), Industry)).Then<Reassigned>();
        var byDelegation = new Act(Nov(10), DelegateOfDirector, Director);
        Given(ReturnRequested())
            .When(new RejectReturn(DelegateOfDirector.At(Nov(10)), Texts.Reason))
            .Then<ReturnRejected>()
            .Act.ShouldBe(byDelegation);
    }

    [Fact]
    public void D_03_Whoever_the_assigner_delegated_to_decides_and_says_for_whom()
    {
        var act = DelegateOfDeputy.At(Nov(10));
        Given(ReturnRequested()).When(new Reassign(act, Industry)).Then<Reassigned>().Act.OnBehalfOf.ShouldBe(Deputy);
        Given(ReturnRequested()).When(new RejectReturn(act, Texts.Reason)).Then<ReturnRejected>().Act.OnBehalfOf.ShouldBe(Deputy);
        Given(ReturnRequested()).When(new Cancel(act, Texts.Reason)).Then<Cancelled>().Act.OnBehalfOf.ShouldBe(Deputy);
    }

    [Fact]
    public void R_08_An_assigner_who_has_left_office_decides_no_more_and_the_leadership_does()
    {
        var left = After(Left(Deputy, Leadership, Position.Deputy, NovDay(9)));
        Given(ReturnRequested()).In(left).When(new Reassign(Deputy.At(Nov(10)), Industry)).Refused("E-FORBIDDEN");
        Given(ReturnRequested()).In(left).When(new Reassign(DelegateOfDeputy.At(Nov(10)), Industry)).Refused("E-FORBIDDEN");
        Given(ReturnRequested()).In(left).When(new Reassign(Director.At(Nov(10)), Industry)).Then<Reassigned>();
    }

    [Fact]
    public void R_08_Without_a_pending_return_the_lead_is_not_changed() =>
        Given(Issued()).When(new Reassign(Deputy.At(Nov(10)), Industry)).Refused("E-STALE");

    [Fact]
    public void D_07_Reassigning_twice_is_reassigning_once() => Given(Reassigned()).When(new Reassign(Deputy.At(Nov(10)), Industry)).ThenNothing();

    [Fact]
    public void R_28_The_second_return_ends_in_an_assignment_that_cannot_be_refused()
    {
        Given(Reassigned()).State.FinalAssignment.ShouldBeFalse();
        Given(ReturnRequestedAgain()).When(new Reassign(Deputy.At(Nov(10, 11)), Safety)).Then<Reassigned>().Final.ShouldBeTrue();
        Given(FinallyAssigned()).When(ReturnTo(Trade, HeadOfSafety.At(Nov(10, 12)))).Refused("E-FINAL-ASSIGNMENT");
        Given(FinallyAssigned()).State.HandOvers.ShouldBe(2);
    }

    [Fact]
    public void R_28_Even_the_unit_that_returned_it_first_can_be_made_to_keep_it()
    {
        var again = ReturnRequestedAgain().After(new Reassign(Deputy.At(Nov(10, 11)), Planning));
        Given(again).When(ReturnTo(Trade, HeadOfPlanning.At(Nov(10, 12)))).Refused("E-FINAL-ASSIGNMENT");
    }

    [Fact]
    public void R_31_T12_An_assigner_who_does_not_decide_is_named_and_silence_decides_nothing()
    {
        Given(ReturnRequested()).When(Pass(TaskObligations.DecideReturn, JustBefore(EndOf(NovDay(12))))).ThenNothing();
        var overdue = Given(ReturnRequested()).When(Pass(TaskObligations.DecideReturn, EndOf(NovDay(12))));
        overdue.Then<ReturnDecisionOverdue>();
        (overdue.State.Phase, overdue.State.LeadUnit).ShouldBe((TaskPhase.ReturnRequested, Planning));
    }

    [Fact]
    public void R_02_The_return_of_an_urgent_task_is_decided_within_working_hours()
    {
        var urgent = Issued(Draft with { Urgency = Urgency.Flash });
        Given(urgent).When(ReturnTo(Industry, HeadOfPlanning.At(Nov(9, 10)))).Then<ReturnRequested>().DecideBy.ShouldBe(Nov(9, 15));
    }
}
