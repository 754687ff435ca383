using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>T11 and T24: the assigner calls a task off.</summary>
public sealed class CancelSpecs
{
    private static readonly Cancel ByAssigner = new(Deputy.At(Nov(20)), Texts.Reason);

    public static TheoryData<string> LivePhases => [nameof(Issued), nameof(ReturnRequested), nameof(Accepted), nameof(Consulting), nameof(Decided)];

    [Theory]
    [MemberData(nameof(LivePhases))]
    public void T11_T24_The_assigner_cancels_in_every_live_phase_and_nothing_is_owed_after(string phase)
    {
        var cancelled = Given(Reachable.Task(phase)).When(ByAssigner);
        cancelled.Then(new Cancelled(ByAssigner.Act, Texts.Reason));
        cancelled.State.Phase.ShouldBe(TaskPhase.Cancelled);
        cancelled.Obligations.ShouldBeEmpty();
    }

    [Fact]
    public void T24_A_cancellation_has_a_reason()
    {
        Given(Accepted()).When(ByAssigner with { Reason = Texts.Blank }).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(Accepted()).When(ByAssigner with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
    }

    [Fact]
    public void T24_Neither_the_lead_unit_nor_another_assigner_cancels()
    {
        foreach (var person in new[] { HeadOfPlanning, OfficerOfPlanning, HeadOfTrade, OtherDeputy, HeadOfOffice, Stranger })
        {
            Given(Accepted()).When(new Cancel(person.At(Nov(20)), Texts.Reason)).Refused("E-FORBIDDEN");
        }

        Given(Accepted()).When(new Cancel(Director.At(Nov(20)), Texts.Reason)).Then<Cancelled>();
    }

    [Fact]
    public void T24_A_cancelled_task_refuses_what_people_do_and_ignores_the_clock()
    {
        Given(Cancelled()).When(new Accept(HeadOfPlanning.At(Nov(20)), OfficerOfPlanning)).Refused("E-STALE");
        Given(Cancelled()).When(ARound.Opening()).Refused("E-STALE");
        Given(Cancelled()).When(AnEscalation.Submission()).Refused("E-STALE");
        Given(Cancelled()).When(Pass(TaskObligations.Complete, EndOf(DecDay(18)))).ThenNothing();
    }

    [Fact]
    public void D_07_Cancelling_twice_is_cancelling_once()
    {
        Given(Cancelled()).When(ByAssigner).ThenNothing();
        var byDirector = new Cancel(Director.At(Nov(20)), Texts.Reason);
        Given(Accepted().After(byDirector)).When(byDirector).ThenNothing();
        Given(Cancelled()).When(new Cancel(HeadOfPlanning.At(Nov(20)), Texts.Reason)).Refused("E-STALE");
    }

    [Fact]
    public void T24_The_open_round_is_cancelled_with_its_task_and_its_answer_no_longer_matters()
    {
        var cancelled = Given(Consulting()).When(ByAssigner);
        var sent = cancelled.Effects.Sent<ConsultationCommand.Cancel>();
        sent.ShouldBe(new ConsultationCommand.Cancel(Act.OfSystem(Nov(20)), Texts.Reason));

        var round = Given(ARound.Answered()).When(sent);
        round.State.Phase.ShouldBe(RoundPhase.Cancelled);
        Given(Consulting().After(ByAssigner)).When(round.Effects.Sent<RecordRoundEnded>()).Then<RoundEnded>();
    }

    [Fact]
    public void T24_The_open_escalation_is_withdrawn_with_its_task()
    {
        var sent = Given(Escalated()).When(ByAssigner).Effects.Sent<EscalationCommand.Withdraw>();
        Given(AnEscalation.Submitted()).When(sent).State.Phase.ShouldBe(EscalationPhase.Withdrawn);
        Given(AnEscalation.ReturnedForWork()).When(sent).State.Phase.ShouldBe(EscalationPhase.Withdrawn);
        Given(AnEscalation.Decided()).When(sent).ThenNothing();
    }

    [Fact]
    public void T24_A_cancellation_that_overtakes_the_opening_keeps_the_round_shut()
    {
        var open = Given(Consulting()).LastEffects.Sent<ConsultationCommand.Open>();
        var cancel = Given(Consulting()).When(ByAssigner).Effects.Sent<ConsultationCommand.Cancel>();
        var cancelled = Given(ARound.NotOpened).When(cancel);
        cancelled.State.Phase.ShouldBe(RoundPhase.Cancelled);
        cancelled.Effects.ShouldBeEmpty();
        Given(ARound.NotOpened.After(cancel)).When(open).ThenNothing();
        Given(ARound.NotOpened).When(new ConsultationCommand.Cancel(HeadOfPlanning.At(Nov(20)), Texts.Reason)).Refused("E-STALE");
    }

    [Fact]
    public void T24_A_cancellation_that_overtakes_the_submission_keeps_the_escalation_shut()
    {
        var submit = Given(Escalated()).LastEffects.Sent<EscalationCommand.Submit>();
        var withdraw = Given(Escalated()).When(ByAssigner).Effects.Sent<EscalationCommand.Withdraw>();
        var withdrawn = Given(AnEscalation.NotSubmitted).When(withdraw);
        withdrawn.State.Phase.ShouldBe(EscalationPhase.Withdrawn);
        withdrawn.Effects.ShouldBeEmpty();
        Given(AnEscalation.NotSubmitted.After(withdraw)).When(submit).ThenNothing();
    }

    [Fact]
    public void T24_What_has_ended_already_is_left_alone() => Given(Decided()).When(ByAssigner).Effects.OfType<Effect.Send>().ShouldBeEmpty();
}
