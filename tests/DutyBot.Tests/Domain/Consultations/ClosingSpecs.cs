using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;
using static DutyBot.Domain.Consultations.ResolutionDraft;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>R-41: what the lead makes of the opinions, and when the round closes.</summary>
public sealed class ClosingSpecs
{
    private static readonly Act ByLead = HeadOfPlanning.At(Nov(13));

    private static Resolve Resolving(params ResolutionDraft[] drafts) => new(ByLead, [.. drafts]);

    [Fact]
    public void R_41_A_round_closes_when_everybody_answered_and_every_disagreement_is_explained()
    {
        Given(Answered()).When(ClosingAt(Nov(13))).Refused("E-REPLIES-OPEN");
        Given(AllAnswered()).When(ClosingAt(Nov(13))).Refused("E-EXPLAIN-OPINION");
        Given(Resolved()).When(ClosingAt(Nov(13))).Then<Closed>().DisagreeingUnits.ShouldBe([Industry]);
    }

    [Fact]
    public void R_41_Agreement_with_changes_needs_an_answer_of_the_lead_as_well()
    {
        var changes = Opened().After(AnswerOfIndustry(Changes), AnswerOfSafety(Agreement));
        Given(changes).When(ClosingAt(Nov(13))).Refused("E-EXPLAIN-OPINION");
        Given(changes.After(Explain(Industry, 1))).When(ClosingAt(Nov(13))).Then<Closed>().DisagreeingUnits.ShouldBeEmpty();
    }

    [Fact]
    public void R_41_What_is_agreed_or_returned_needs_nothing()
    {
        Given(Opened().After(AnswerOfIndustry(Agreement), AnswerOfSafety(Agreement))).When(ClosingAt(Nov(13))).Then<Closed>();
        Given(Returned().After(AnswerOfSafety(Agreement))).When(ClosingAt(Nov(13))).Then<Closed>();
        Given(Silent().After(AnswerOfSafety(Agreement, Nov(26)))).When(ClosingAt(Nov(26))).Then<Closed>();
    }

    [Fact]
    public void R_41_A_disagreement_that_is_adopted_is_none_any_more()
    {
        var adopted = AllAnswered().After(Resolving(new ResolutionDraft(Industry, 1, ResolutionKind.Adopt, "")));
        Given(adopted).When(ClosingAt(Nov(13))).Then<Closed>().DisagreeingUnits.ShouldBeEmpty();
    }

    [Fact]
    public void R_41_Not_taking_an_opinion_over_is_explained()
    {
        Given(AllAnswered())
            .When(Resolving(new ResolutionDraft(Industry, 1, ResolutionKind.Explain, Texts.TooShort)))
            .RefusedAt(Fields.Explanation(1), "E-REASON-REQUIRED");
        Given(AllAnswered()).When(Resolving(new ResolutionDraft(Industry, 1, null, Texts.Reason))).RefusedAt(Fields.Kind(1), "E-RESOLUTION-KIND");
        Given(AllAnswered())
            .When(Resolving(new ResolutionDraft(Industry, 1, (ResolutionKind)2, Texts.Reason)))
            .RefusedAt(Fields.Kind(1), "E-RESOLUTION-KIND");
        Given(AllAnswered())
            .When(Explain(Industry, 1))
            .Then(new OpinionResolved(ByLead, new OpinionResolution(Industry, 1, ResolutionKind.Explain, Texts.Reason, ByLead)));
    }

    [Fact]
    public void R_41_Rows_left_blank_stay_open() =>
        Given(AllAnswered()).When(Resolving(new(Industry, 1, null, ""), new(Safety, 1, null, Texts.Blank))).ThenNothing();

    [Fact]
    public void R_41_All_rows_are_taken_or_none()
    {
        var both = Opened().After(AnswerOfIndustry(Disagreement), AnswerOfSafety(ARound.Changes));
        Given(both)
            .When(
                Resolving(
                    new ResolutionDraft(Industry, 1, ResolutionKind.Explain, Texts.Reason),
                    new ResolutionDraft(Safety, 1, ResolutionKind.Explain, "")
                )
            )
            .RefusedAt(Fields.Explanation(2), "E-REASON-REQUIRED");
        Given(both)
            .When(
                Resolving(
                    new ResolutionDraft(Industry, 1, ResolutionKind.Explain, Texts.Reason),
                    new ResolutionDraft(Safety, 1, ResolutionKind.Adopt, "")
                )
            )
            .Accepted.Length.ShouldBe(2);
    }

    [Fact]
    public void R_41_Only_opinions_that_do_not_simply_agree_are_resolved()
    {
        Given(AllAnswered()).When(Explain(Industry, 2)).Refused("E-STALE");
        Given(AllAnswered()).When(Explain(Safety, 1)).Refused("E-STALE");
        Given(AllAnswered()).When(Explain(Industry, -1)).Refused("E-STALE");
        Given(AllAnswered()).When(Explain(Trade, 1)).Refused("E-STALE");
        Given(Opened()).When(Explain(Industry, 1)).Refused("E-STALE");
    }

    [Fact]
    public void R_41_The_lead_may_think_again_until_the_round_closes()
    {
        var adopt = Resolving(new ResolutionDraft(Industry, 1, ResolutionKind.Adopt, ""));
        Given(Resolved()).When(Explain(Industry, 1)).ThenNothing();
        Given(Resolved()).When(adopt).Then<OpinionResolved>();
        Given(Resolved().After(adopt)).State.Resolutions.ShouldHaveSingleItem().Kind.ShouldBe(ResolutionKind.Adopt);
        Given(Closed()).When(adopt).Refused("E-STALE");
    }

    [Fact]
    public void R_41_Only_the_head_of_the_lead_unit_resolves_closes_and_cancels()
    {
        foreach (var person in new[] { OfficerOfPlanning, HeadOfIndustry, Deputy, Director, Stranger })
        {
            Given(AllAnswered()).When(Explain(Industry, 1) with { Act = person.At(Nov(13)) }).Refused("E-FORBIDDEN");
            Given(Resolved()).When(new Close(person.At(Nov(13)), false)).Refused("E-FORBIDDEN");
            Given(Opened()).When(new Cancel(person.At(Nov(13)), Texts.Reason)).Refused("E-FORBIDDEN");
        }

        Given(Resolved()).When(new Close(DelegateOfPlanning.At(Nov(13)), false)).Then<Closed>().Act.OnBehalfOf.ShouldBe(HeadOfPlanning);
    }

    [Fact]
    public void R_41_What_is_still_missing_is_named()
    {
        var missing = ClosingRules.StillMissing(Given(Answered()).State);
        missing.Replies.ShouldBe([Safety]);
        missing.Unresolved.ShouldBe([(Industry, 1)]);
        missing.IsNothing.ShouldBeFalse();
        ClosingRules.StillMissing(Given(Overdue()).State).OverdueReplies.ShouldBe([Industry, Safety]);
        ClosingRules.StillMissing(Given(Resolved()).State).IsNothing.ShouldBeTrue();
    }

    [Fact]
    public void D_07_Closing_twice_is_closing_once()
    {
        Given(Closed()).When(ClosingAt(Nov(13, 10))).ThenNothing();
        Given(Closed()).When(new Close(HeadOfIndustry.At(Nov(13)), false)).Refused("E-STALE");
        Given(Cancelled()).When(ClosingAt(Nov(13))).Refused("E-STALE");
    }

    [Fact]
    public void A_round_is_cancelled_with_a_reason_and_everything_open_in_it()
    {
        var cancel = new Cancel(HeadOfPlanning.At(Nov(13)), Texts.Reason);
        Given(Answered()).When(cancel with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
        var cancelled = Given(Answered()).When(cancel);
        cancelled.Then(new Cancelled(cancel.Act, Texts.Reason));
        cancelled.State.Items.Select(i => i.Phase).ShouldBe([ItemPhase.Answered, ItemPhase.Cancelled]);
        cancelled.Obligations.ShouldBeEmpty();
        Given(Cancelled()).When(cancel).ThenNothing();
        Given(Closed()).When(cancel).Refused("E-STALE");
        Given(Closed()).When(new Cancel(Act.OfSystem(Nov(13)), Texts.Reason)).ThenNothing();
    }
}
