using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Authorisation;

/// <summary>1.6: nobody decides what concerns them in person; it goes to the next in line, and so do its card, its notices and what is owed.</summary>
public sealed class ConflictSpecs
{
    [Fact]
    public void A_return_by_its_own_assigner_is_put_before_the_leader_who_owes_the_decision()
    {
        Given(InConflict.ReturnRequested())
            .LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "ReturnRequest to director, attention");
        Given(InConflict.ReturnRequested()).Obligation(TaskObligations.DecideReturn).Owner.ShouldBe(Owner.Of(Director));
        Given(ATask.ReturnRequested()).Obligation(TaskObligations.DecideReturn).Owner.ShouldBe(Owner.Of(Deputy));
    }

    [Fact]
    public void The_card_of_a_return_stays_with_whom_it_was_put_before() =>
        Given(InConflict.ReturnRequested())
            .In(MatrixOffice.AssignerLeads.Context)
            .When(new TaskCommand.Reassign(Director.At(Nov(10)), Industry))
            .Effects.ShouldBeInWords(
                "Assignment to channel phong-cong-nghiep, attention",
                "Assignment to channel phong-ke-hoach",
                "ReturnRequest to director",
                "n.return.ok to head of phong-ke-hoach"
            );

    [Fact]
    public void Whoever_is_refused_hears_who_decides_instead() =>
        Given(InConflict.ReturnRequested())
            .In(MatrixOffice.AssignerLeads.Context)
            .When(new TaskCommand.Cancel(Deputy.At(Nov(10)), Texts.Reason))
            .Decision.Problems.ShouldHaveSingleItem()
            .Arguments.ShouldBe([("person", Director)]);

    [Fact]
    public void T12_An_undecided_return_goes_on_to_the_next_in_line_who_is_no_party()
    {
        Given(InConflict.ReturnUndecided())
            .LastEffects.ShouldBeInWords(
                "ReturnRequest to other-deputy-director, attention",
                "n.returnDecision.late to director",
                "n.returnDecision.late.office to office"
            );
        Given(InConflict.ReturnUndecided())
            .In(MatrixOffice.AssignerLeads.Context)
            .When(new TaskCommand.RejectReturn(OtherDeputy.At(Nov(13)), Texts.Reason))
            .Effects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach, attention",
                "ReturnRequest to director",
                "ReturnRequest to other-deputy-director",
                "n.return.no to head of phong-ke-hoach"
            );
    }

    [Fact]
    public void T12_A_conflict_that_came_up_since_brings_it_before_the_leader()
    {
        var overdue = new TaskCommand.PassDeadline(Act.OfSystem(EndOf(NovDay(12))), TaskObligations.DecideReturn);
        Given(ATask.ReturnRequested())
            .In(MatrixOffice.AssignerLeads.Context)
            .When(overdue)
            .Effects[0]
            .ShouldBe(new Effect.ShowCard(CardName.ReturnRequest, new Audience.Leaders(), Attention: true));
    }

    [Fact]
    public void T12_Nobody_is_asked_a_second_time_as_their_own_superior()
    {
        var asked = ATask.NotIssued.After(ATask.IssueOf(ATask.Draft, Director), ATask.ReturnTo(Industry, HeadOfPlanning.At(Nov(9, 11))));
        var byDeputy = new TaskCommand.RejectReturn(Deputy.At(Nov(13)), Texts.Reason);
        Given(asked).When(byDeputy).Refused("E-FORBIDDEN");
        var overdue = asked.After(ATask.Pass(TaskObligations.DecideReturn, EndOf(NovDay(12))));
        Given(overdue).LastEffects[0].ShouldBe(new Effect.ShowCard(CardName.ReturnRequest, new Audience.Individual(Deputy), Attention: true));
        Given(overdue).When(byDeputy).Then<TaskEvent.ReturnRejected>().Act.ShouldBe(new Act(Nov(13), Deputy));
        Given(overdue).When(byDeputy with { Act = OtherDeputy.At(Nov(13)) }).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void Whoever_asked_for_a_return_does_not_decide_it_after_rising_to_the_leadership()
    {
        var risen = After(
            Left(HeadOfPlanning, Planning, Position.Head, NovDay(9)),
            Left(Director, Leadership, Position.Head, NovDay(9)),
            Appointed(HeadOfPlanning, Leadership, Position.Head, NovDay(10)),
            Cast.Delegation(HeadOfPlanning, Stranger, DelegationScope.Everything)
        );
        TaskCommand RejectedBy(PersonId person) => new TaskCommand.RejectReturn(person.At(Nov(10)), Texts.Reason);

        Given(ATask.ReturnRequested()).In(risen).When(RejectedBy(HeadOfPlanning)).Refused("E-CONFLICT-OF-INTEREST");
        Given(ATask.ReturnRequested()).In(risen).When(RejectedBy(Stranger)).Refused("E-CONFLICT-OF-INTEREST");
        Given(ATask.ReturnRequested()).In(risen).When(RejectedBy(Deputy)).Then<TaskEvent.ReturnRejected>();
        var byDelegate = ATask.Issued().After(ATask.ReturnTo(Industry, DelegateOfPlanning.At(Nov(9, 11))));
        Given(byDelegate).In(risen).When(RejectedBy(HeadOfPlanning)).Refused("E-CONFLICT-OF-INTEREST");
    }

    [Fact]
    public void When_nobody_is_left_the_leader_decides_and_the_record_says_so()
    {
        var rejected = (TaskEvent.ReturnRejected)InConflict.ReturnRejected()[^1];
        rejected.Act.ShouldBe(new Act(Nov(10), Director, InConflict: true));
        Given(InConflict.ReturnRejected()).State.ReturnDecidedBy.ShouldBe(rejected.Act);
        var decided = (EscalationEvent.Decided)InConflict.Decided()[^1];
        decided.Decision.Act.ShouldBe(new Act(Nov(17), Director, InConflict: true));
        Given(ATask.ReturnRejected()).State.ReturnDecidedBy.ShouldBe(new Act(Nov(10, 9), Deputy));
    }

    [Fact]
    public void A_dispute_with_the_leaders_own_unit_is_put_before_the_deputy_who_owes_the_decision()
    {
        Given(InConflict.Submitted()).LastEffects.ShouldBeInWords("Escalation to deputy-director, attention");
        Given(InConflict.Resubmitted()).LastEffects.ShouldBeInWords("Escalation to deputy-director, attention");
        Given(InConflict.Submitted()).Obligation(EscalationObligations.Decide).Owner.ShouldBe(Owner.Of(Deputy));
        Given(AnEscalation.Submitted()).Obligation(EscalationObligations.Decide).Owner.ShouldBe(Owner.Of(Leadership));
        Given(InConflict.Submitted())
            .When(AnEscalation.Pass(Nov(20, 0)))
            .Effects.ShouldBeInWords("Escalation to deputy-director", "n.decision.late to deputy-director", "n.decision.late.office to office");
    }

    [Fact]
    public void Who_decides_is_found_anew_at_each_submission()
    {
        var returned = InConflict.Resubmitted().RemoveAt(InConflict.Resubmitted().Length - 1);
        Given(returned)
            .When(new EscalationCommand.Resubmit(HeadOfPlanning.At(Nov(18)), AnEscalation.Draft))
            .Effects.ShouldBeInWords("Escalation to leaders, attention");
    }

    [Fact]
    public void The_submitter_does_not_decide_and_neither_does_who_was_acted_for()
    {
        var risen = After(
            Left(HeadOfPlanning, Planning, Position.Head, NovDay(16)),
            Left(Director, Leadership, Position.Head, NovDay(16)),
            Appointed(HeadOfPlanning, Leadership, Position.Head, NovDay(17))
        );
        var decide = new EscalationCommand.Decide(HeadOfPlanning.At(Nov(17)), 1, "");
        Given(AnEscalation.Submitted()).In(risen).When(decide).Refused("E-CONFLICT-OF-INTEREST");
        var byDelegate = Given(ATask.Disagreed().After(AnEscalation.Submission() with { Act = DelegateOfPlanning.At(Nov(16)) })).LastEffects;
        Given(AnEscalation.NotSubmitted.After(byDelegate.Sent<EscalationCommand.Submit>())).In(risen).When(decide).Refused("E-CONFLICT-OF-INTEREST");
    }

    [Fact]
    public void D_04_Whoever_heads_the_unit_that_took_over_a_party_is_concerned_as_well()
    {
        var merged = After([UnitEnded(Industry, NovDay(17), Safety), .. Cast.ActsAsHead(Director, Safety, HeadOfSafety)]);
        var decide = new EscalationCommand.Decide(Director.At(Nov(17)), 1, "");
        Given(AnEscalation.Submitted()).In(merged).When(decide).Refused("E-CONFLICT-OF-INTEREST");
    }

    [Fact]
    public void A_unit_that_was_asked_and_agrees_is_no_party_to_the_dispute()
    {
        var office = After([.. Cast.ActsAsHead(Director, Safety, HeadOfSafety)]);
        var decide = new EscalationCommand.Decide(Director.At(Nov(17)), 1, "");
        Given(AnEscalation.Submitted()).In(office).When(decide).Then<EscalationEvent.Decided>().Act.InConflict.ShouldBeFalse();
    }

    [Fact]
    public void The_leader_does_not_judge_the_return_of_the_leaders_own_unit() =>
        Given(InConflict.ItemReturned())
            .LastEffects.ShouldBeInWords(
                "ConsultationRequest to channel phong-cong-nghiep",
                "ConsultationSummary to head of phong-ke-hoach",
                "n.consult.returned to head of phong-ke-hoach",
                "n.consult.returned.leader to deputy-director"
            );

    [Fact]
    public void D_03_A_delegate_of_two_leaders_acts_for_the_one_who_is_not_concerned()
    {
        var office = After(
            Left(HeadOfPlanning, Planning, Position.Head, NovDay(16)),
            Left(Director, Leadership, Position.Head, NovDay(16)),
            Appointed(HeadOfPlanning, Leadership, Position.Head, NovDay(17)),
            new OrganisationEvent.RoleGranted(Act.OfSystem(Nov(1)), HeadOfOffice, Role.Leader, NovDay(1)),
            Cast.Delegation(HeadOfPlanning, Stranger, DelegationScope.Everything),
            Cast.Delegation(HeadOfOffice, Stranger, DelegationScope.Everything)
        );
        var decide = new EscalationCommand.Decide(Stranger.At(Nov(17)), 1, "");
        Given(AnEscalation.Submitted()).In(office).When(decide).Then<EscalationEvent.Decided>().Act.OnBehalfOf.ShouldBe(HeadOfOffice);
    }

    [Fact]
    public void Deputies_do_not_step_into_an_office_that_nobody_holds()
    {
        var vacant = After(Left(Director, Leadership, Position.Head, NovDay(9)));
        Given(AnEscalation.Submitted()).In(vacant).When(new EscalationCommand.Decide(Deputy.At(Nov(17)), 1, "")).Refused("E-FORBIDDEN");
    }
}
