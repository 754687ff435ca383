using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
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

/// <summary>What a task knows of its rounds and escalations.</summary>
public sealed class RoundsOfATaskSpecs
{
    private static readonly RoundOutcome Agreed = new(Cancelled: false, []);

    [Fact]
    public void R_40_Asking_others_does_not_move_the_tasks_own_clock()
    {
        var before = Given(Accepted()).State;
        var after = Given(Consulting()).State;
        (after.CompleteBy, after.ReportBy).ShouldBe((before.CompleteBy, before.ReportBy));
    }

    [Fact]
    public void R_32_One_round_at_a_time()
    {
        var second = ARound.Opening() with { Consultation = DutyId.Parse("YK-2026-00002") };
        Given(Consulting()).When(second).Refused("E-ROUND-OPEN");
        Given(Disagreed())
            .When(second with { Act = HeadOfPlanning.At(Nov(16)), Draft = ARound.Draft with { ReplyBy = NovDay(25), Papers = "Dự thảo lần hai" } })
            .Then<ConsultationOpened>()
            .Opening.Round.ShouldBe(2);
    }

    [Fact]
    public void R_32_Only_the_head_of_the_lead_unit_asks_others_and_only_for_a_task_in_progress()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfTrade, Deputy, Director, Stranger })
        {
            Given(Accepted()).When(ARound.Opening() with { Act = person.At(Nov(10)) }).Refused("E-FORBIDDEN");
        }

        Given(Issued()).When(ARound.Opening()).Refused("E-STALE");
        Given(ReturnRequested()).When(ARound.Opening()).Refused("E-STALE");
        Given(Accepted())
            .When(ARound.Opening() with { Act = DelegateOfPlanning.At(Nov(10)) })
            .Then<ConsultationOpened>()
            .Act.OnBehalfOf.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void D_07_Opening_the_same_round_twice_opens_one() => Given(Consulting()).When(ARound.Opening()).ThenNothing();

    [Fact]
    public void R_41_A_round_tells_its_task_once_how_it_ended()
    {
        var ended = new RecordRoundEnded(HeadOfPlanning.At(Nov(13)), ARound.Id, Agreed);
        Given(Consulting()).When(ended).Then<RoundEnded>();
        Given(Consulting().After(ended)).When(ended).ThenNothing();
        Given(Accepted()).When(ended).ThenNothing();
        Given(NotIssued).When(ended).Refused("E-STALE");
    }

    [Fact]
    public void R_43_A_disagreement_is_to_be_escalated_and_agreement_is_not()
    {
        Given(Disagreed()).Obligation(TaskObligations.Escalate).Owner.Unit.ShouldBe(Planning);
        var agreed = Consulting().After(new RecordRoundEnded(HeadOfPlanning.At(Nov(13)), ARound.Id, Agreed));
        Given(agreed).Obligations.ShouldNotContain(o => o.Name == TaskObligations.Escalate);
        Given(Escalated()).Obligations.ShouldNotContain(o => o.Name == TaskObligations.Escalate);
        Given(Decided()).Obligations.ShouldNotContain(o => o.Name == TaskObligations.Escalate);
    }

    [Fact]
    public void R_43_A_later_round_that_ends_in_agreement_settles_the_earlier_one()
    {
        var id = DutyId.Parse("YK-2026-00002");
        var opening = new OpenConsultation(HeadOfPlanning.At(Nov(16)), id, ARound.Draft with { ReplyBy = NovDay(25), Papers = "Dự thảo lần hai" });
        var settled = Disagreed().After(opening, new RecordRoundEnded(HeadOfPlanning.At(Nov(18)), id, Agreed));
        Given(settled).State.RoundToEscalate.ShouldBeNull();
        Given(settled).When(AnEscalation.Submission(at: Nov(18))).Refused("E-NOT-COORDINATED");
    }

    [Fact]
    public void R_43_While_another_round_is_open_nothing_goes_up()
    {
        var id = DutyId.Parse("YK-2026-00002");
        var opening = new OpenConsultation(HeadOfPlanning.At(Nov(16)), id, ARound.Draft with { ReplyBy = NovDay(25), Papers = "Dự thảo lần hai" });
        var asking = Disagreed().After(opening);
        Given(asking).When(AnEscalation.Submission()).Refused("E-NOT-COORDINATED");
        Given(asking).Obligations.ShouldNotContain(o => o.Name == TaskObligations.Escalate);

        var givenUp = asking.After(new RecordRoundEnded(HeadOfPlanning.At(Nov(17)), id, new RoundOutcome(Cancelled: true, [])));
        Given(givenUp).When(AnEscalation.Submission(at: Nov(17))).Then<Escalated>().Opening.Consultation.ShouldBe(ARound.Id);
    }

    [Fact]
    public void R_43_A_cancelled_round_coordinated_nothing()
    {
        var cancelled = Consulting().After(new RecordRoundEnded(HeadOfPlanning.At(Nov(13)), ARound.Id, new RoundOutcome(Cancelled: true, [])));
        Given(cancelled).When(AnEscalation.Submission()).Refused("E-NOT-COORDINATED");
    }

    [Fact]
    public void R_46_The_decision_binds_the_task_and_is_recorded_once()
    {
        var decision = Given(AnEscalation.Decided()).LastEffects.Sent<RecordDecision>();
        Given(Escalated()).When(decision).Then<DecisionReceived>();
        Given(Decided()).State.BindingDecision.ShouldBe(decision.Decision);
        Given(Decided()).When(decision).ThenNothing();
        Given(Accepted()).When(decision).ThenNothing();
    }

    [Fact]
    public void R_46_A_superseding_decision_replaces_the_binding_one()
    {
        var superseding = Given(AnEscalation.Superseded()).LastEffects.Sent<RecordDecision>();
        Given(Decided().After(superseding)).State.BindingDecision.ShouldBe(superseding.Decision);

        // Even when they arrive in the wrong order.
        var superseded = Given(AnEscalation.Decided()).LastEffects.Sent<RecordDecision>();
        Given(Escalated().After(superseding)).When(superseded).ThenNothing();
    }

    [Fact]
    public void R_46_A_decision_closes_the_matter()
    {
        Given(Decided()).When(AnEscalation.Submission() with { Escalation = DutyId.Parse("TR-2026-00002") }).Refused("E-NOT-COORDINATED");
        Given(Escalated()).When(AnEscalation.Submission() with { Escalation = DutyId.Parse("TR-2026-00002") }).Refused("E-STALE");
        Given(Escalated()).When(AnEscalation.Submission()).ThenNothing();
    }

    [Fact]
    public void R_43_A_withdrawn_escalation_may_be_submitted_anew_but_is_owed_no_more()
    {
        var withdrawn = Escalated().After(Given(AnEscalation.Withdrawn()).LastEffects.Sent<RecordEscalationWithdrawn>());
        Given(withdrawn).State.OpenEscalation.ShouldBeNull();
        Given(withdrawn).Obligations.ShouldNotContain(o => o.Name == TaskObligations.Escalate);
        Given(withdrawn).When(AnEscalation.Submission() with { Escalation = DutyId.Parse("TR-2026-00002") }).Then<Escalated>();
        Given(withdrawn).When(Given(AnEscalation.Withdrawn()).LastEffects.Sent<RecordEscalationWithdrawn>()).ThenNothing();
    }
}
