using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Authorisation;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Domain.Escalations.EscalationEvent;
using static DutyBot.Tests.Domain.Escalations.AnEscalation;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Escalations;

/// <summary>D-04, 1.4.14: a unit ends while the leadership has a disagreement before it.</summary>
public sealed class SuccessionSpecs
{
    private const string LeadersCard = "Escalation to leaders";

    private static SucceedUnit Succeeds(UnitId from, UnitId to) => new(Act.OfSystem(Nov(17)), from, to);

    [Fact]
    public void D_04_The_lead_passes_on_and_the_leader_still_has_the_same_time()
    {
        var past = Submitted();
        var succeeded = Given(past).When(Succeeds(Planning, Safety));

        succeeded.Then<UnitSucceeded>().ShouldBe(new UnitSucceeded(Act.OfSystem(Nov(17)), Planning, Safety, AsLead: true, HeadOfSafety));
        var state = succeeded.State;
        state.ShouldBe(Given(past).State with { LeadUnit = Safety, Notices = state.Notices });
    }

    [Fact]
    public void D_04_The_new_head_does_the_work_that_is_still_wanted()
    {
        var past = ReturnedForWork().After(Succeeds(Planning, Safety));

        Given(past).When(new Resubmit(HeadOfPlanning.At(Nov(18)), Draft)).Refused("E-FORBIDDEN");
        Given(past).When(new Resubmit(HeadOfSafety.At(Nov(18)), Draft)).Then<Resubmitted>();
        Given(past).When(new Withdraw(HeadOfSafety.At(Nov(18)), Texts.Reason)).Then<Withdrawn>();
    }

    [Fact]
    public void D_04_The_leadership_itself_may_pass_on()
    {
        var past = Submitted();
        var succeeded = Given(past).When(Succeeds(Leadership, Office));

        var state = succeeded.State;
        state.ShouldBe(Given(past).State with { LeadershipUnit = Office, Notices = state.Notices });
        succeeded.Obligations.Single(o => o.Name == EscalationObligations.Decide).Owner.Unit.ShouldBe(Office);
        succeeded.Effects.ShouldBeInWords(LeadersCard + ", attention");
    }

    [Fact]
    public void D_04_A_decision_reaches_those_who_stand_in_the_place_of_ended_units()
    {
        var merged = After(UnitEnded(Industry, NovDay(17), Headless));

        Given(LeadSucceeded())
            .In(merged)
            .When(new Decide(Director.At(Nov(17)), 1, ""))
            .Effects.ShouldBeInWords(
                LeadersCard,
                $"RecordDecision to {ATask.Id}",
                "Decision to channel phong-an-toan, attention",
                "Decision to channel phong-chua-co-truong-phong, attention",
                "Decision to channel phong-thuong-mai, attention"
            );
    }

    [Fact]
    public void D_04_Units_that_became_one_get_one_decision_and_one_call_to_a_meeting()
    {
        var merged = After(UnitEnded(Planning, NovDay(17), Trade), UnitEnded(Industry, NovDay(17), Trade), UnitEnded(Safety, NovDay(17), Trade));

        Given(Submitted())
            .In(merged)
            .When(new Decide(Director.At(Nov(17)), 1, ""))
            .Effects.ShouldBeInWords(LeadersCard, $"RecordDecision to {ATask.Id}", "Decision to channel phong-thuong-mai, attention");
        Given(Submitted())
            .In(merged)
            .When(new CallMeeting(Director.At(Nov(17)), "Họp lúc 14 giờ tại phòng họp số 1"))
            .Effects.ShouldBeInWords(LeadersCard, "n.meeting to head of phong-thuong-mai");
    }

    [Fact]
    public void R_46_What_was_decided_stays_as_it_is()
    {
        Given(Decided()).When(Succeeds(Planning, Safety)).ThenNothing();
        Given(Withdrawn()).When(Succeeds(Planning, Safety)).ThenNothing();
        Given(NotSubmitted).When(Succeeds(Planning, Safety)).ThenNothing();
    }

    [Fact]
    public void D_04_Repeated_it_changes_nothing()
    {
        Given(LeadSucceeded()).When(Succeeds(Planning, Safety)).ThenNothing();
        Given(Submitted()).When(Succeeds(Industry, Safety)).ThenNothing();
    }

    [Fact]
    public void D_04_1_6_A_new_lead_unit_that_the_leader_heads_takes_the_matter_out_of_the_leader_s_hands()
    {
        var led = After(Appointed(Director, Safety, Position.Head, NovDay(1)), UnitEnded(Planning, NovDay(17), Safety));
        var succeeded = Given(Submitted()).In(led).When(Succeeds(Planning, Safety));

        succeeded.State.Decider.ShouldBe(Deputy);
        succeeded.Accepted.Select(e => e.GetType()).ShouldBe([typeof(UnitSucceeded), typeof(DeciderChanged)]);
        succeeded.Effects.ShouldBeInWords("Escalation to deputy-director, attention");
    }

    [Fact]
    public void D_06_1_6_Whoever_decided_in_the_leader_s_place_and_has_left_is_followed_by_the_next_in_line()
    {
        var left = After(Appointed(Director, Industry, Position.Head, NovDay(1)), Left(Deputy, Leadership, Position.Deputy, NovDay(16)));
        var asked = Given(InConflict.Submitted()).In(left).When(new AskAnew(Act.OfSystem(Nov(17))));

        asked.Then(new DeciderChanged(Act.OfSystem(Nov(17)), OtherDeputy));
        asked.Obligations.Single(o => o.Name == EscalationObligations.Decide).Owner.Person.ShouldBe(OtherDeputy);
        asked.Effects.ShouldBeInWords("Escalation to other-deputy-director, attention");
        asked.State.DecideBy.ShouldBe(Given(InConflict.Submitted()).State.DecideBy);
    }

    [Fact]
    public void D_06_1_6_A_leader_who_is_concerned_no_longer_is_asked_and_nothing_changes_for_one_who_is_still_the_one()
    {
        var asked = Given(InConflict.Submitted()).When(new AskAnew(Act.OfSystem(Nov(17))));
        asked.Then(new DeciderChanged(Act.OfSystem(Nov(17)), null));
        asked.Obligations.Single(o => o.Name == EscalationObligations.Decide).Owner.Unit.ShouldBe(Leadership);

        Given(InConflict.Submitted())
            .In(After(Appointed(Director, Industry, Position.Head, NovDay(1))))
            .When(new AskAnew(Act.OfSystem(Nov(17))))
            .ThenNothing();
        Given(Submitted()).When(new AskAnew(Act.OfSystem(Nov(17)))).ThenNothing();
        Given(Decided()).When(new AskAnew(Act.OfSystem(Nov(18)))).ThenNothing();
        Given(ReturnedForWork()).When(new AskAnew(Act.OfSystem(Nov(18)))).ThenNothing();
    }

    [Fact]
    public void D_04_No_person_may_say_so()
    {
        foreach (var person in Everybody)
        {
            Given(Submitted()).When(new AskAnew(person.At(Nov(17)))).Refused("E-FORBIDDEN");
            Given(Submitted()).When(new SucceedUnit(person.At(Nov(17)), Planning, Safety)).Refused("E-FORBIDDEN");
        }
    }
}
