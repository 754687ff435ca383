using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>Who hears of what happens in a round. What units say is for the lead's head in person, never for a channel.</summary>
public sealed class ConsultationEffectsSpecs
{
    private const string Industrys = "ConsultationRequest to channel phong-cong-nghiep";
    private const string Safetys = "ConsultationRequest to channel phong-an-toan";
    private const string Summary = "ConsultationSummary to head of phong-ke-hoach";

    [Fact]
    public void Every_unit_is_called_and_the_lead_gets_its_table() =>
        Given(Opened()).LastEffects.ShouldBeInWords(Industrys + ", attention", Safetys + ", attention", Summary + ", attention");

    [Fact]
    public void R_35_A_draft_is_announced_to_the_head_and_stays_in_the_unit() =>
        Given(Drafted()).LastEffects.ShouldBeInWords(Industrys, "n.draft.ready to head of phong-cong-nghiep");

    [Fact]
    public void R_35_A_draft_of_the_heads_own_is_announced_to_nobody() =>
        Given(Opened())
            .When(new SaveDraft(HeadOfIndustry.At(Nov(10, 10)), Industry, Disagreement))
            .Effects.ShouldBeInWords("ConsultationRequest to channel phong-cong-nghiep");

    [Fact]
    public void An_answer_is_announced_to_the_lead_with_its_weightiest_stance_and_what_is_pending()
    {
        var effects = Given(Answered()).LastEffects;
        effects.ShouldBeInWords(Industrys, Summary, "n.consult.received to head of phong-ke-hoach");
        effects
            .OfType<Effect.Tell>()
            .ShouldHaveSingleItem()
            .Values.ShouldBe([
                new NoticeValue("unit", Unit: Industry),
                new NoticeValue("stance", Key: "stance.disagree"),
                new NoticeValue("k", Number: 1),
                new NoticeValue("n", Number: 2),
            ]);
    }

    [Fact]
    public void R_26_A_return_is_announced_to_the_lead_and_to_the_leader_who_judges_it() =>
        Given(Returned())
            .LastEffects.ShouldBeInWords(Industrys, Summary, "n.consult.returned to head of phong-ke-hoach", "n.consult.returned.leader to leaders");

    [Fact]
    public void R_26_A_wrong_return_calls_the_unit_again() =>
        Given(ReturnRejected()).LastEffects.ShouldBeInWords(Industrys + ", attention", Summary, "n.return.no to head of phong-cong-nghiep");

    [Fact]
    public void R_34_Papers_are_asked_of_the_lead_and_call_the_unit_when_they_come()
    {
        Given(PapersAsked()).LastEffects.ShouldBeInWords(Industrys, Summary, "n.papers.asked to head of phong-ke-hoach");
        Given(PapersSupplied()).LastEffects.ShouldBeInWords(Industrys + ", attention", Summary);
    }

    [Fact]
    public void R_37_An_answer_that_is_sent_back_calls_the_unit_again() =>
        Given(SentBack()).LastEffects.ShouldBeInWords(Industrys + ", attention", Summary, "n.sentBack to head of phong-cong-nghiep");

    [Fact]
    public void R_39_Both_heads_hear_of_an_answer_that_did_not_come()
    {
        Given(Overdue())
            .LastEffects.ShouldBeInWords(
                Safetys,
                Summary,
                "n.reply.overdue to head of phong-an-toan",
                "n.reply.overdue.lead to head of phong-ke-hoach"
            );
        Given(Silent())
            .LastEffects.ShouldBeInWords(
                Industrys,
                Summary,
                "n.nonResponse to head of phong-cong-nghiep",
                "n.nonResponse.lead to head of phong-ke-hoach"
            );
    }

    [Fact]
    public void R_41_A_closed_round_tells_its_task_and_quietly_ends_the_cards()
    {
        var effects = Given(Closed()).LastEffects;
        effects.ShouldBeInWords($"RecordRoundEnded to {ATask.Id}", Industrys, Safetys, Summary);
        var outcome = effects.Sent<TaskCommand.RecordRoundEnded>().Outcome;
        (outcome.Cancelled, outcome.DisagreeingUnits.Single()).ShouldBe((false, Industry));
        Given(Resolved()).LastEffects.ShouldBeInWords(Summary);
    }

    [Fact]
    public void A_cancelled_round_tells_its_task_and_quietly_ends_the_cards()
    {
        var effects = Given(Cancelled()).LastEffects;
        effects.ShouldBeInWords($"RecordRoundEnded to {ATask.Id}", Industrys, Safetys, Summary);
        effects.Sent<TaskCommand.RecordRoundEnded>().Outcome.Cancelled.ShouldBeTrue();
    }

    [Fact]
    public void Opinions_are_shown_in_the_channel_of_no_other_unit()
    {
        foreach (var situation in Reachable.Rounds.Values.Where(past => past.Length > 0))
        {
            Given(situation)
                .LastEffects.OfType<Effect.ShowCard>()
                .Where(c => c.Card == CardName.ConsultationSummary)
                .Select(c => c.To)
                .ShouldBeSubsetOf([new Audience.Head(Given(situation).State.LeadUnit)]);
        }
    }

    [Theory]
    [InlineData(Stance.Agree, Stance.Agree, "stance.agree")]
    [InlineData(Stance.OutsideRemit, Stance.OutsideRemit, "stance.outsideRemit")]
    [InlineData(Stance.OutsideRemit, Stance.Agree, "stance.agree")]
    [InlineData(Stance.Agree, Stance.AgreeWithChanges, "stance.agreeChanges")]
    [InlineData(Stance.AgreeWithChanges, Stance.Disagree, "stance.disagree")]
    public void R_36_One_word_for_an_opinion_is_its_weightiest_stance(Stance first, Stance second, string key) =>
        StanceKeys.Weightiest(Answers(new(1, first, "", "", null), new(2, second, "", "", null))).ShouldBe(key);
}
