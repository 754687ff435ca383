using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Domain.Escalations.EscalationEvent;
using static DutyBot.Tests.Domain.Escalations.AnEscalation;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Escalations;

/// <summary>R-31 and R-46: what a leader does with an escalation.</summary>
public sealed class DecisionSpecs
{
    private static readonly Act ByLeader = Director.At(Nov(17));

    private static readonly PersonId[] NoLeaders = [Deputy, OtherDeputy, HeadOfOffice, HeadOfPlanning, HeadOfIndustry, DelegateOfDeputy, Stranger];

    [Fact]
    public void R_46_A_leader_approves_an_option_or_decides_otherwise_with_a_text()
    {
        var approved = Given(Submitted()).When(new Decide(ByLeader, 2, "")).Then<Decided>().Decision;
        approved.ShouldBe(new LeadershipDecision($"{Id}/01", Consultations.ARound.Id, 2, "", Director, Nov(17), Supersedes: null));
        Given(Submitted()).When(new Decide(ByLeader, null, $" {Texts.Reason} ")).Then<Decided>().Decision.Text.ShouldBe(Texts.Reason);
        Given(Submitted()).When(new Decide(ByLeader, null, Texts.TooShort)).RefusedAt("text", "E-REASON-REQUIRED");
        Given(Submitted()).When(new Decide(ByLeader, null, "")).RefusedAt("text", "E-REASON-REQUIRED");
    }

    [Fact]
    public void R_46_For_a_leader_who_is_fully_away_the_delegate_decides_and_without_one_the_next_in_line()
    {
        var away = new OrganisationEvent.AbsenceRecorded(Act.OfSystem(Nov(1)), Director, AbsenceGrade.FullyAway, NovDay(16), NovDay(20));
        var ended = new OrganisationEvent.DelegationEnded(Act.OfSystem(Nov(1)), Director, DelegateOfDirector, NovDay(15));
        var byDeputy = new Decide(Deputy.At(Nov(17)), 2, "");

        Given(Submitted()).In(After(away)).When(byDeputy).Refused("E-FORBIDDEN");
        var decided = Given(Submitted()).In(After(away, ended)).When(byDeputy).Then<Decided>();
        decided.Act.ShouldBe(Deputy.At(Nov(17)) with { OnBehalfOf = Director, InAbsence = true });
        decided.Decision.Act.ShouldBe(decided.Act);
        Given(Submitted()).In(After(away, ended)).When(byDeputy with { Act = OtherDeputy.At(Nov(17)) }).Refused("E-FORBIDDEN");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    public void R_46_Only_an_option_that_was_proposed_is_approved(int option)
    {
        Given(Submitted()).When(new Decide(ByLeader, option, "")).RefusedAt("option", "E-CHOOSE-OPTION");
        Given(Decided()).When(new Supersede(ByLeader, option, Texts.Reason)).RefusedAt("option", "E-CHOOSE-OPTION");
    }

    [Fact]
    public void R_46_The_options_of_the_last_submission_count()
    {
        var one = Draft with { Options = ["Chỉ còn một phương án"], ChosenOption = null };
        var resubmitted = ReturnedForWork().After(new Resubmit(HeadOfPlanning.At(Nov(18)), one));
        Given(resubmitted).When(new Decide(Director.At(Nov(18)), 2, "")).RefusedAt("option", "E-CHOOSE-OPTION");
        Given(resubmitted).When(new Decide(Director.At(Nov(18)), 1, "")).Then<Decided>();
    }

    [Fact]
    public void R_46_A_decision_is_not_edited()
    {
        Given(Decided()).When(new Decide(ByLeader, 2, "")).Refused("E-DECIDED");
        Given(Decided()).When(new Decide(ByLeader, 1, Texts.Reason)).Refused("E-DECIDED");
        Given(Decided()).When(new Decide(DelegateOfDirector.At(Nov(17)), 1, "")).Refused("E-DECIDED");
        Given(Decided()).When(new ReturnForWork(ByLeader, Texts.Reason)).Refused("E-STALE");
        Given(Decided()).When(new Resubmit(HeadOfPlanning.At(Nov(18)), Draft)).Refused("E-STALE");
        Given(Decided()).When(new Withdraw(HeadOfPlanning.At(Nov(18)), Texts.Reason)).Refused("E-STALE");
    }

    [Fact]
    public void R_46_A_superseding_decision_names_the_one_it_replaces_and_both_stay()
    {
        var superseded = Given(Decided()).When(new Supersede(Director.At(Nov(20)), 2, Texts.Reason));
        var decision = superseded.Then<Decided>().Decision;
        (decision.Number, decision.Supersedes, decision.Option).ShouldBe(($"{Id}/02", $"{Id}/01", 2));
        superseded.State.Decisions.Select(d => d.Number).ShouldBe([$"{Id}/01", $"{Id}/02"]);
        superseded.State.Binding.ShouldBe(decision);
        Given(Decided()).When(new Supersede(ByLeader, 2, "")).RefusedAt("text", "E-REASON-REQUIRED");
        Given(Submitted()).When(new Supersede(ByLeader, 2, Texts.Reason)).Refused("E-STALE");
    }

    [Fact]
    public void R_46_Only_a_leader_decides()
    {
        foreach (var person in NoLeaders)
        {
            var act = person.At(Nov(17));
            Given(Submitted()).When(new Decide(act, 1, "")).Refused("E-FORBIDDEN");
            Given(Submitted()).When(new ReturnForWork(act, Texts.Reason)).Refused("E-FORBIDDEN");
            Given(Submitted()).When(new CallMeeting(act, Texts.Reason)).Refused("E-FORBIDDEN");
            Given(Decided()).When(new Supersede(act, 2, Texts.Reason)).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void D_03_A_decision_by_delegation_says_for_whom()
    {
        var decided = Given(Submitted()).When(new Decide(DelegateOfDirector.At(Nov(17)), 1, "")).Then<Decided>();
        decided.Act.ShouldBe(new Act(Nov(17), DelegateOfDirector, Director));
        decided.Decision.By.ShouldBe(DelegateOfDirector);
    }

    [Fact]
    public void D_07_Deciding_twice_is_deciding_once()
    {
        Given(Decided()).When(new Decide(ByLeader, 1, "")).ThenNothing();
        var supersede = new Supersede(Director.At(Nov(20)), 2, Texts.Reason);
        Given(Decided().After(supersede)).When(supersede with { Act = Director.At(Nov(20, 10)) }).ThenNothing();
    }

    [Fact]
    public void A_leader_returns_a_proposal_for_more_work_at_most_twice_and_must_then_decide()
    {
        var again = new ReturnForWork(Director.At(Nov(20)), Texts.Reason);
        Given(Submitted()).When(again with { Missing = Texts.TooShort }).RefusedAt("missing", "E-REASON-REQUIRED");
        Given(Submitted()).When(again).Then<ReturnedForWork>();
        Given(Resubmitted()).When(again).Then<ReturnedForWork>();
        Given(ResubmittedTwice()).When(again).Refused("E-MUST-DECIDE");
        Given(ResubmittedTwice()).When(new Decide(Director.At(Nov(20)), 1, "")).Then<Decided>();
    }

    [Fact]
    public void D_07_Returning_for_the_same_work_twice_is_returning_once()
    {
        Given(ReturnedForWork()).When(new ReturnForWork(ByLeader, Texts.Reason)).ThenNothing();
        Given(ReturnedForWork()).When(new ReturnForWork(ByLeader, Texts.Reason + " Thêm.")).Refused("E-STALE");
    }

    [Fact]
    public void A_meeting_leaves_the_decision_due()
    {
        var call = new CallMeeting(ByLeader, "Họp lúc 14 giờ tại phòng họp số 1");
        var called = Given(Submitted()).When(call);
        called.Then<MeetingCalled>().Text.ShouldBe(call.Text);
        called.State.Phase.ShouldBe(EscalationPhase.Submitted);
        called.Obligations.ShouldBe(Given(Submitted()).Obligations);
        Given(MeetingCalled()).When(call).ThenNothing();
        Given(MeetingCalled()).When(call with { Text = "Họp lúc 15 giờ" }).Then<MeetingCalled>();
        Given(Submitted()).When(call with { Text = Texts.Blank }).RefusedAt("meeting", "E-MEETING-TEXT");
        Given(ReturnedForWork()).When(call).Refused("E-STALE");
    }

    [Fact]
    public void R_31_A_decision_that_does_not_come_is_recorded_once_on_the_leadership()
    {
        Given(Submitted()).When(Pass(JustBefore(EndOf(NovDay(19))))).ThenNothing();
        var overdue = Given(Submitted()).When(Pass(EndOf(NovDay(19))));
        overdue.Then<DecisionOverdue>();
        overdue.Obligations.Single(o => o.Name == EscalationObligations.Decide).Owner.Unit.ShouldBe(Leadership);
        Given(Overdue()).When(Pass(Nov(20, 0))).ThenNothing();
        Given(Decided()).When(Pass(Nov(20, 0))).ThenNothing();
        Given(ReturnedForWork()).When(Pass(Nov(20, 0))).ThenNothing();
        Given(Overdue()).When(new Decide(Director.At(Nov(23)), 1, "")).Then<Decided>();
    }

    [Fact]
    public void R_31_A_new_submission_is_a_new_term()
    {
        Given(Resubmitted()).When(Pass(EndOf(NovDay(19)))).ThenNothing();
        Given(Resubmitted()).When(Pass(EndOf(NovDay(23)))).Then<DecisionOverdue>();
    }

    [Fact]
    public void The_head_of_the_lead_unit_withdraws_because_the_units_have_agreed()
    {
        var withdraw = new Withdraw(HeadOfPlanning.At(Nov(17)), Texts.Reason);
        Given(Submitted()).When(withdraw).Then(new Withdrawn(withdraw.Act, Texts.Reason));
        Given(ReturnedForWork()).When(withdraw).Then<Withdrawn>();
        Given(Submitted()).When(withdraw with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
        foreach (var person in new[] { OfficerOfPlanning, HeadOfIndustry, Director, Stranger })
        {
            Given(Submitted()).When(withdraw with { Act = person.At(Nov(17)) }).Refused("E-FORBIDDEN");
        }

        Given(Withdrawn()).When(withdraw).ThenNothing();
        Given(Withdrawn()).When(new Decide(ByLeader, 1, "")).Refused("E-STALE");
    }
}
