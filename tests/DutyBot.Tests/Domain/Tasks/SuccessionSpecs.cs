using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>D-04, 1.4.14: a unit ends and its part in a task passes to another, whatever the task waits for.</summary>
public sealed class SuccessionSpecs
{
    public static TheoryData<string> Live =>
        [
            nameof(ATask.Issued),
            nameof(ATask.ReturnRequested),
            nameof(ATask.ReturnUndecided),
            nameof(ATask.ReturnRejected),
            nameof(ATask.Accepted),
            nameof(ATask.DeemedAccepted),
            nameof(ATask.OfficerNamed),
            nameof(ATask.Consulting),
            nameof(ATask.Disagreed),
            nameof(ATask.Escalated),
            nameof(ATask.Decided),
            nameof(ATask.Late),
        ];

    [Theory]
    [MemberData(nameof(Live))]
    public void D_04_A_task_passes_on_in_every_phase_as_it_stands(string past)
    {
        var task = Given(Reachable.Tasks[past]);
        var (before, after) = (task.State, task.When(Succeeds(Planning, Safety, Dec(23))).State);

        after.LeadUnit.ShouldBe(Safety);
        after.SuccessorOf(Planning).ShouldBe(Safety);
        (after.Phase, after.PendingReturn).ShouldBe((before.Phase, before.PendingReturn));
        after.Rounds.ShouldBe(before.Rounds);
        after.Escalations.ShouldBe(before.Escalations);
    }

    [Theory]
    [MemberData(nameof(Live))]
    public void R_08_No_date_starts_again_and_no_hand_over_is_counted(string past)
    {
        var before = Given(Reachable.Tasks[past]).State;
        var after = Given(Reachable.Tasks[past]).When(Succeeds(Planning, Safety, Dec(23))).State;

        (after.IssuedAt, after.AcceptBy, after.ReturnBy, after.CompleteBy, after.ReportBy, after.ReturnDecisionBy).ShouldBe(
            (before.IssuedAt, before.AcceptBy, before.ReturnBy, before.CompleteBy, before.ReportBy, before.ReturnDecisionBy)
        );
        (after.HandOvers, after.FinalAssignment).ShouldBe((before.HandOvers, before.FinalAssignment));
        after.ReturnedBy.ShouldBe(before.ReturnedBy);
    }

    [Fact]
    public void R_08_The_ended_units_time_as_lead_stays_in_the_record()
    {
        var task = Given(Accepted()).When(Succeeds(Planning, Safety)).State;

        task.LeadPeriods.ShouldBe([new LeadPeriod(Planning, HeadOfPlanning, Nov(9), Nov(17)), new LeadPeriod(Safety, HeadOfSafety, Nov(17), null)]);
    }

    [Fact]
    public void R_15_The_head_of_the_new_unit_is_accountable_if_it_has_one()
    {
        Given(Issued()).When(Succeeds(Planning, Safety)).Then<TaskEvent.UnitSucceeded>().AccountableHead.ShouldBe(HeadOfSafety);
        var headless = Given(Issued()).When(Succeeds(Planning, Headless));
        headless.Then<TaskEvent.UnitSucceeded>().AccountableHead.ShouldBeNull();
        headless.State.Lead.ShouldBe(new LeadPeriod(Headless, null, Nov(17), null));
    }

    [Fact]
    public void R_16_The_officer_goes_on_in_the_new_unit_if_they_belong_to_it()
    {
        var moved = After(Appointed(OfficerOfPlanning, Safety, Position.Officer, NovDay(17)));
        var stays = Given(Accepted()).In(moved).When(Succeeds(Planning, Safety));

        (stays.State.Officer, stays.State.AwaitsOfficer).ShouldBe((OfficerOfPlanning, false));
        stays.Then<TaskEvent.UnitSucceeded>().Released.ShouldBeNull();
    }

    [Fact]
    public void R_16_An_officer_of_another_unit_is_released_and_the_new_head_names_one()
    {
        var released = Given(Accepted()).When(Succeeds(Planning, Safety));

        (released.State.Officer, released.State.AwaitsOfficer).ShouldBe((null, true));
        released.Then<TaskEvent.UnitSucceeded>().Released.ShouldBe(OfficerOfPlanning);
        released.Obligations.ShouldContain(o => o.Name == TaskObligations.NameOfficer && o.Owner.Unit == Safety);
    }

    [Fact]
    public void T7_A_head_who_only_stood_in_for_an_officer_does_not_go_with_a_deemed_acceptance()
    {
        var deemed = Given(DeemedAccepted()).When(Succeeds(Planning, Safety));

        deemed.State.AwaitsOfficer.ShouldBeTrue();
        deemed.Then<TaskEvent.UnitSucceeded>().Released.ShouldBeNull();
    }

    [Fact]
    public void D_04_A_return_that_waits_goes_on_waiting_and_the_new_unit_may_get_the_task_back()
    {
        var past = ReturnRequested().After(Succeeds(Planning, Safety, Nov(10)));

        Given(past).Obligation(TaskObligations.DecideReturn).ShouldBe(Given(ReturnRequested()).Obligation(TaskObligations.DecideReturn));
        Given(past).When(new RejectReturn(Deputy.At(Nov(11)), Texts.Reason)).State.LeadUnit.ShouldBe(Safety);
    }

    [Fact]
    public void D_04_Only_the_new_head_acts_for_the_task()
    {
        var past = Issued().After(Succeeds(Planning, Safety, Nov(9, 15)));

        Given(past).When(new Accept(HeadOfPlanning.At(Nov(9, 16)), HeadOfPlanning)).Refused("E-FORBIDDEN");
        Given(past).When(new Accept(HeadOfSafety.At(Nov(9, 16)), HeadOfSafety)).State.Officer.ShouldBe(HeadOfSafety);
    }

    [Fact]
    public void D_04_A_coordinating_unit_is_replaced()
    {
        var task = Given(Accepted()).When(Succeeds(Trade, Safety)).State;

        (task.LeadUnit, task.Officer).ShouldBe((Planning, OfficerOfPlanning));
        task.CoordinatingUnits.ShouldBe([Safety]);
    }

    [Fact]
    public void R_07_No_unit_has_two_parts_in_a_task()
    {
        Given(Accepted()).When(Succeeds(Trade, Planning)).State.CoordinatingUnits.ShouldBeEmpty();
        Given(Accepted()).When(Succeeds(Planning, Trade)).State.CoordinatingUnits.ShouldBeEmpty();
        var two = Draft with { CoordinatingUnits = [Trade, Safety] };
        Given(Issued(two)).When(Succeeds(Trade, Safety)).State.CoordinatingUnits.ShouldBe([Safety]);
    }

    [Fact]
    public void D_04_Repeated_it_changes_nothing()
    {
        Given(LeadSucceeded()).When(Succeeds(Planning, Safety)).ThenNothing();
        Given(CoordinatorSucceeded()).When(Succeeds(Trade, Safety)).ThenNothing();
        Given(Accepted()).When(Succeeds(Industry, Safety)).ThenNothing();
        Given(Accepted()).When(Succeeds(Planning, Planning)).ThenNothing();
        Given(NotIssued).When(Succeeds(Planning, Safety)).ThenNothing();
    }

    [Fact]
    public void D_04_What_is_finished_stays_with_the_unit_that_had_it() => Given(Cancelled()).When(Succeeds(Planning, Safety)).ThenNothing();

    [Fact]
    public void D_04_No_person_may_say_so()
    {
        foreach (var person in Everybody)
        {
            Given(Accepted()).When(new SucceedUnit(person.At(Nov(17)), Planning, Safety)).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void D_04_Everybody_who_had_to_do_with_it_hears_where_the_task_went_and_its_rounds_follow() =>
        Given(LeadSucceeded())
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-an-toan, attention",
                "Assignment to channel phong-ke-hoach",
                "n.succeeded to head of phong-an-toan",
                "n.succeeded.moved to head-of-planning",
                "n.succeeded.moved to officer-of-planning",
                $"SucceedUnit to {ARound.Id}"
            );

    [Fact]
    public void D_04_An_escalation_in_flight_follows_its_task() =>
        Given(LeadSucceededWhileEscalated()).LastEffects.Sent<EscalationCommand.SucceedUnit>().To.ShouldBe(Safety);

    [Fact]
    public void D_04_A_coordinating_unit_that_takes_over_gets_a_card_and_the_old_card_says_so() =>
        Given(CoordinatorSucceeded())
            .LastEffects.ShouldBeInWords(
                "Coordination to channel phong-an-toan, attention",
                "Coordination to channel phong-thuong-mai",
                "Assignment to channel phong-ke-hoach"
            );
}
