using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Campaigns.ACampaign;
using static DutyBot.Tests.Domain.Campaigns.MarkingSpecs;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Campaigns;

/// <summary>R-60: what the clock does in a review, and what becomes of tasks that end or move while it runs.</summary>
public sealed class CampaignClockSpecs
{
    [Fact]
    public void R_60_Heads_are_told_a_working_day_before_and_on_the_day()
    {
        var plan = Given(Opened()).State.Notices;

        plan.Select(notice => notice.Name)
            .ShouldBe([Notice(Planning, -1), Notice(Planning, 0), Notice(Industry, -1), Notice(Industry, 0)], ignoreOrder: true);
        plan.Select(notice => Context.Calendar.DateOf(notice.At)).Distinct().ShouldBe([NovDay(13), NovDay(16)]);
        var given = Given(Opened()).When(Pass(Notice(Planning, -1), Nov(13)));
        var told = given.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.Notify>();
        (told.To, told.Notice.Key).ShouldBe((new Audience.Head(Planning), "n.due.campaign"));
    }

    [Fact]
    public void R_60_Whoever_has_marked_everything_or_has_nothing_left_to_mark_is_not_told()
    {
        Given(AllMarked()).When(Pass(Notice(Planning, -1), Nov(13))).ThenNothing();
        Given(TaskEnded()).When(Pass(Notice(Planning, -1), Nov(13))).ThenNothing();
        // Nobody has noted yet that the task was cancelled.
        var cancelled = Stands(OfPlanning[2], Planning, SettledBy.End);
        Given(Marked()).When(Pass(Notice(Planning, -1), Nov(13), cancelled)).Then<CampaignEvent.TasksNoted>();
    }

    [Fact]
    public void R_60_At_the_end_of_the_day_it_closes_and_the_office_gets_what_is_unmarked()
    {
        var closed = Given(Marked()).When(Pass(CampaignObligations.Close, End));

        closed.State.Phase.ShouldBe(CampaignPhase.Closed);
        closed.Obligations.ShouldBeEmpty();
        closed.Effects.ShouldContain(Report(new Audience.Office(), attention: true));
        Given(Closed()).When(Pass(CampaignObligations.Close, End)).ThenNothing();
        Given(Marked()).When(Pass(CampaignObligations.Close, JustBefore(End))).ThenNothing();
    }

    [Fact]
    public void R_60_The_report_of_a_leader_is_for_the_leader_and_for_the_office()
    {
        var effects = Given(OpenedByLeader()).When(Pass(CampaignObligations.Close, End)).Effects;

        effects
            .OfType<Effect.ShowCard>()
            .Where(card => card.Card == CardName.CampaignReport)
            .Select(card => card.To)
            .ShouldBe([new Audience.Individual(Director), new Audience.Office()]);
    }

    [Fact]
    public void R_60_What_was_told_as_complete_is_not_told_again_when_it_closes() =>
        Given(ClosedComplete()).LastEffects.OfType<Effect.ShowCard>().ShouldAllBe(card => !card.Attention);

    [Fact]
    public void R_60_A_task_that_ends_meanwhile_is_held_against_nobody_and_the_whole_stays_the_whole()
    {
        var figures = Given(TaskEnded()).State.Figures;

        (figures.Total, figures.Settled, figures.Unmarked, figures.Percent).ShouldBe((5, 1, 2, 60m));
        Given(TaskEnded()).Obligations.ShouldNotContain(o => o.Name == CampaignObligations.Mark(Planning));
        Given(TaskEnded())
            .When(Marks(Planning, HeadOfPlanning.At(Nov(11)), Says(OfPlanning[2])))
            .RefusedAt(MarkDraft.Fields.Kind(OfPlanning[2]), "E-CAMPAIGN-ENDED");
    }

    [Fact]
    public void R_60_What_ended_before_the_close_is_not_unmarked_although_nobody_had_noted_it() =>
        Given(ClosedLooking()).State.Figures.Unmarked.ShouldBe(4);

    [Fact]
    public void R_60_A_task_that_waits_for_its_return_is_not_unmarked_and_is_again_when_it_comes_back()
    {
        Given(Returning()).State.HasUnmarked(Planning).ShouldBeFalse();
        Given(Returning()).When(Noting(Nov(11), Stands(OfPlanning[2], Planning))).State.HasUnmarked(Planning).ShouldBeTrue();
    }

    [Fact]
    public void R_60_A_task_that_moves_is_asked_of_its_new_lead_who_is_told_like_the_others()
    {
        var moved = Given(Marked()).When(Noting(Nov(10, 10), Stands(OfPlanning[2], Trade)));

        moved.Effects.ShouldBe(
            [
                new Effect.ShowCard(CardName.Campaign, new Audience.Channel(Planning), Attention: false),
                new Effect.ShowCard(CardName.Campaign, new Audience.Channel(Trade), Attention: true),
            ],
            ignoreOrder: true
        );
        moved.Obligations.Select(o => o.Name).ShouldContain(CampaignObligations.Mark(Trade));
        moved.Obligations.Select(o => o.Name).ShouldContain(Notice(Trade, -1));
        moved.Obligations.Select(o => o.Name).ShouldNotContain(CampaignObligations.Mark(Planning));
        Given(Moved()).When(Marks(Trade, HeadOfTrade.At(Nov(11)), Says(OfPlanning[2]))).Then<CampaignEvent.Marked>();
        Given(Moved()).When(Marks(Planning, HeadOfPlanning.At(Nov(11)), Says(OfPlanning[2]))).Refused("E-CAMPAIGN-MOVED");
    }

    [Fact]
    public void R_60_Whoever_took_over_marks_although_nobody_had_noted_it()
    {
        var mark = Marks(Trade, HeadOfTrade.At(Nov(11)), Says(OfPlanning[2])) with { Standings = [Stands(OfPlanning[2], Trade)] };

        Given(Marked()).When(mark).Accepted.Select(e => e.GetType()).ShouldBe([typeof(CampaignEvent.TasksNoted), typeof(CampaignEvent.Marked)]);
    }

    [Fact]
    public void R_60_A_closed_campaign_stays_as_it_ended() =>
        Given(Closed()).When(Noting(Nov(20), Stands(OfIndustry[0], Trade, SettledBy.End))).ThenNothing();

    [Fact]
    public void R_60_What_ends_or_moves_is_said_to_the_campaigns_of_the_unit_that_led_it()
    {
        foreach (var past in new[] { ATask.Cancelled(), ATask.Reassigned(), ATask.LeadSucceeded(), ATask.ReturnRequested(), ATask.ReturnRejected() })
        {
            Given(past).LastEffects.ShouldContain(new Effect.NoteInCampaigns(Planning));
        }
    }
}
