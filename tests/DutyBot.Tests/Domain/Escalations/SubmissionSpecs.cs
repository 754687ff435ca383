using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Domain.Escalations.EscalationEvent;
using static DutyBot.Domain.Escalations.ProposalDraft;
using static DutyBot.Tests.Domain.Escalations.AnEscalation;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Escalations;

/// <summary>R-43, R-44, R-45: nothing goes up without coordination, a viewpoint and a chosen option.</summary>
public sealed class SubmissionSpecs
{
    private static Outcome<WorkTask, TaskEvent, TaskCommand> Submitting(ProposalDraft draft) => Given(ATask.Disagreed()).When(Submission(draft));

    private static Proposal Proposal(ProposalDraft draft) => Submitting(draft).Then<TaskEvent.Escalated>().Opening.Proposal;

    [Fact]
    public void R_43_A_disagreement_goes_up_with_the_round_it_comes_from()
    {
        var opening = Submitting(Draft).Then<TaskEvent.Escalated>().Opening;
        (opening.Task, opening.Consultation, opening.LeadUnit, opening.LeadershipUnit).ShouldBe(
            (ATask.Id, Consultations.ARound.Id, Planning, Leadership)
        );
        opening.ConsultedUnits.ShouldBe([Industry, Safety]);
        opening.CoordinatingUnits.ShouldBe([Trade]);
    }

    [Fact]
    public void R_43_Without_a_closed_round_nothing_goes_up()
    {
        Given(ATask.Accepted()).When(Submission()).Refused("E-NOT-COORDINATED");
        Given(ATask.Consulting()).When(Submission()).Refused("E-NOT-COORDINATED");
        Given(ATask.Issued()).When(Submission()).Refused("E-STALE");
    }

    [Fact]
    public void R_43_Only_the_head_of_the_lead_unit_submits()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfTrade, HeadOfIndustry, Deputy, Director, Stranger })
        {
            Given(ATask.Disagreed()).When(Submission() with { Act = person.At(Nov(16)) }).Refused("E-FORBIDDEN");
        }

        Given(ATask.Disagreed())
            .When(Submission() with { Act = DelegateOfPlanning.At(Nov(16)) })
            .Then<TaskEvent.Escalated>()
            .Act.OnBehalfOf.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void R_43_An_office_without_leadership_has_nobody_to_submit_to() =>
        Given(ATask.Disagreed()).In(After(UnitEnded(Leadership, NovDay(15), null))).When(Submission()).Refused("E-NO-LEADERSHIP");

    [Fact]
    public void R_44_Each_part_is_required()
    {
        Submitting(Draft with { Differences = Texts.Blank }).RefusedAt(Fields.Differences, "E-NO-DIFFERENCES");
        Submitting(Draft with { LegalBasis = "" }).RefusedAt(Fields.LegalBasis, "E-NO-LEGAL-BASIS");
        Submitting(Draft with { Competence = Texts.Blank }).RefusedAt(Fields.Competence, "E-NO-COMPETENCE");
        Submitting(Draft with { Viewpoint = "" }).RefusedAt(Fields.Viewpoint, "E-NO-VIEWPOINT");
        Submitting(Draft with { Viewpoint = Texts.TooShort }).RefusedAt(Fields.Viewpoint, "E-NO-VIEWPOINT");
        Submitting(Draft with { Options = [] }).RefusedAt(Fields.Option(1), "E-NO-OPTION");
        Submitting(Draft with { Options = ["", Texts.Blank] }).RefusedAt(Fields.Option(1), "E-NO-OPTION");
        Submitting(new ProposalDraft("", "", "", "", [], null, ""))
            .Refused("E-NO-DIFFERENCES", "E-NO-LEGAL-BASIS", "E-NO-COMPETENCE", "E-NO-VIEWPOINT", "E-NO-OPTION");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void R_45_With_two_options_one_of_them_is_chosen(int? chosen) =>
        Submitting(Draft with { ChosenOption = chosen }).RefusedAt(Fields.ChosenOption, "E-CHOOSE-OPTION");

    [Fact]
    public void R_45_The_choice_between_two_options_has_a_reason()
    {
        Submitting(Draft with { ChoiceReason = Texts.TooShort }).RefusedAt(Fields.ChoiceReason, "E-CHOICE-REASON");
        Submitting(Draft with { ChosenOption = null, ChoiceReason = "" }).Refused("E-CHOOSE-OPTION", "E-CHOICE-REASON");
    }

    [Fact]
    public void R_45_A_single_option_is_the_chosen_one()
    {
        Proposal(Draft with { Options = ["Giữ thời hạn"], ChosenOption = null, ChoiceReason = "" }).ChosenOption.ShouldBe(1);
        Proposal(Draft with { Options = ["", "Giữ thời hạn"], ChosenOption = 1, ChoiceReason = "" }).Options.ShouldBe(["Giữ thời hạn"]);
    }

    [Fact]
    public void R_45_Empty_rows_are_left_out_and_the_choice_moves_with_its_option()
    {
        var proposal = Proposal(Draft with { Options = ["Một", "", "Ba"], ChosenOption = 3 });
        proposal.Options.ShouldBe(["Một", "Ba"]);
        proposal.ChosenOption.ShouldBe(2);
        Submitting(Draft with { Options = ["Một", "", "Ba"], ChosenOption = 2 }).RefusedAt(Fields.ChosenOption, "E-CHOOSE-OPTION");
    }

    [Fact]
    public void R_45_There_are_at_most_five_options()
    {
        Proposal(Draft with { Options = ["1", "2", "3", "4", "5", ""] }).Options.Length.ShouldBe(5);
        Submitting(Draft with { Options = ["1", "2", "3", "4", "5", "6"] }).RefusedAt(Fields.Option(6), "E-TOO-MANY-OPTIONS");
    }

    [Fact]
    public void R_31_The_leader_has_three_working_days() => Given(Submitted()).State.DecideBy.ShouldBe(EndOf(NovDay(19)));

    [Fact]
    public void R_47_A_task_due_tomorrow_is_decided_by_tomorrow()
    {
        var round = ATask
            .Accepted(ATask.Draft with { Deadline = NovDay(17), ReportDeadline = null })
            .After(Consultations.ARound.Opening(), Given(Consultations.ARound.Closed()).LastEffects.Sent<TaskCommand.RecordRoundEnded>());
        Given(round).When(Submission()).Then<TaskEvent.Escalated>().Opening.DecideBy.ShouldBe(EndOf(NovDay(17)));

        // Once the task is overdue its date is behind, and the leader has the whole term.
        Given(round).When(Submission(at: Nov(18))).Then<TaskEvent.Escalated>().Opening.DecideBy.ShouldBe(EndOf(NovDay(23)));
        Given(round).When(Submission(at: EndOf(NovDay(17)))).Then<TaskEvent.Escalated>().Opening.DecideBy.ShouldBe(EndOf(NovDay(23)));
    }

    [Fact]
    public void R_31_An_urgent_task_is_decided_within_four_working_hours()
    {
        var round = ATask
            .Accepted(ATask.Draft with { Urgency = Urgency.Flash })
            .After(Consultations.ARound.Opening(), Given(Consultations.ARound.Closed()).LastEffects.Sent<TaskCommand.RecordRoundEnded>());
        Given(round).When(Submission(at: Nov(16, 15))).Then<TaskEvent.Escalated>().Opening.DecideBy.ShouldBe(Nov(17, 10));
    }

    [Fact]
    public void A_proposal_that_was_returned_is_submitted_again_under_the_same_rules()
    {
        var resubmit = new Resubmit(HeadOfPlanning.At(Nov(18)), Draft);
        Given(ReturnedForWork()).When(resubmit).Then<Resubmitted>().DecideBy.ShouldBe(EndOf(NovDay(23)));
        Given(ReturnedForWork()).When(resubmit with { Draft = Draft with { Viewpoint = "" } }).Refused("E-NO-VIEWPOINT");
        Given(Submitted()).When(resubmit).Refused("E-STALE");
        foreach (var person in new[] { OfficerOfPlanning, HeadOfIndustry, Director, Stranger })
        {
            Given(ReturnedForWork()).When(resubmit with { Act = person.At(Nov(18)) }).Refused("E-FORBIDDEN");
        }
    }

    [Fact]
    public void D_07_Submitting_twice_is_submitting_once()
    {
        var submit = Given(ATask.Escalated()).LastEffects.Sent<Submit>();
        Given(Submitted()).When(submit).ThenNothing();
        Given(Decided()).When(submit).ThenNothing();
    }

    [Fact]
    public void R_43_The_head_of_another_day_submits_what_the_head_before_left()
    {
        var changed = After(Left(HeadOfPlanning, Planning, Position.Head, NovDay(15)), Appointed(Stranger, Planning, Position.Head, NovDay(16)));
        Given(ATask.Disagreed()).In(changed).When(Submission()).Refused("E-FORBIDDEN");
        Given(ATask.Disagreed()).In(changed).When(Submission() with { Act = Stranger.At(Nov(16)) }).Then<TaskEvent.Escalated>();
    }
}
