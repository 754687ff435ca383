using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Escalations.AnEscalation;
using static DutyBot.Tests.Domain.Specs.Spec;

namespace DutyBot.Tests.Domain.Escalations;

/// <summary>Who hears of what happens to an escalation, and what it waits for.</summary>
public sealed class EscalationEffectsSpecs
{
    private const string LeadersCard = "Escalation to leaders";

    [Fact]
    public void R_43_A_submission_calls_the_leader()
    {
        Given(Submitted()).LastEffects.ShouldBeInWords(LeadersCard + ", attention");
        Given(Resubmitted()).LastEffects.ShouldBeInWords(LeadersCard + ", attention");
    }

    [Fact]
    public void R_46_A_decision_goes_to_the_task_and_to_every_unit_concerned_once()
    {
        string[] expected =
        [
            LeadersCard,
            $"RecordDecision to {ATask.Id}",
            "Decision to channel phong-ke-hoach, attention",
            "Decision to channel phong-cong-nghiep, attention",
            "Decision to channel phong-an-toan, attention",
            "Decision to channel phong-thuong-mai, attention",
        ];
        Given(Decided()).LastEffects.ShouldBeInWords(expected);
        Given(Superseded()).LastEffects.ShouldBeInWords(expected);
        Given(Superseded()).LastEffects.Sent<TaskCommand.RecordDecision>().Decision.Supersedes.ShouldBe($"{Id}/01");
    }

    [Fact]
    public void What_a_leader_wants_more_of_is_told_to_the_head_of_the_lead_unit() =>
        Given(ReturnedForWork()).LastEffects.ShouldBeInWords(LeadersCard, "n.escalation.more to head of phong-ke-hoach");

    [Fact]
    public void A_meeting_is_told_to_every_head_concerned() =>
        Given(MeetingCalled())
            .LastEffects.ShouldBeInWords(
                LeadersCard,
                "n.meeting to head of phong-ke-hoach",
                "n.meeting to head of phong-cong-nghiep",
                "n.meeting to head of phong-an-toan",
                "n.meeting to head of phong-thuong-mai"
            );

    [Fact]
    public void R_31_An_overdue_decision_is_told_to_the_leader_and_to_the_Office() =>
        Given(Overdue()).LastEffects.ShouldBeInWords(LeadersCard, "n.decision.late to leaders", "n.decision.late.office to office");

    [Fact]
    public void A_withdrawal_is_told_to_the_task() =>
        Given(Withdrawn()).LastEffects.ShouldBeInWords(LeadersCard, $"RecordEscalationWithdrawn to {ATask.Id}");

    [Fact]
    public void A_notice_says_what_it_is_about() =>
        Given(ReturnedForWork())
            .LastEffects.OfType<Effect.Tell>()
            .ShouldHaveSingleItem()
            .Values.ShouldBe([new NoticeValue("code", Text: Id.Value), new NoticeValue("missing", Text: Texts.Reason)]);

    [Fact]
    public void R_31_A_submission_waits_for_the_leadership_and_a_returned_one_for_the_lead_unit()
    {
        Given(Submitted()).Obligations.ShouldBeInWords("decide: ban-giam-doc DecideEscalation until 20/11 00:00", "lead: phong-ke-hoach Lead");
        Given(MeetingCalled()).Obligations.ShouldBeInWords("decide: ban-giam-doc DecideEscalation until 20/11 00:00", "lead: phong-ke-hoach Lead");
        Given(Overdue()).Obligations.ShouldBeInWords("decide: ban-giam-doc DecideEscalation", "lead: phong-ke-hoach Lead");
        Given(ReturnedForWork()).Obligations.ShouldBeInWords("revise: phong-ke-hoach ReviseProposal", "lead: phong-ke-hoach Lead");
        Given(Resubmitted()).Obligations.ShouldBeInWords("decide: ban-giam-doc DecideEscalation until 24/11 00:00", "lead: phong-ke-hoach Lead");
        Given(Decided()).Obligations.ShouldBeEmpty();
        Given(Withdrawn()).Obligations.ShouldBeEmpty();
    }
}
