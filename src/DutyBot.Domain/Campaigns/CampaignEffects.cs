using DutyBot.Domain.Effects;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Effects.Effect;

namespace DutyBot.Domain.Campaigns;

/// <summary>Everything a campaign does to the world, event by event. <c>campaign</c> is the state after the event.</summary>
public static class CampaignEffects
{
    public static IEnumerable<Effect> Of(Campaign campaign, CampaignEvent happened) =>
        happened switch
        {
            CampaignEvent.Opened => campaign.Units.Select(unit => Card(unit, attention: true)),
            CampaignEvent.Marked e => [Card(e.Unit, attention: false)],
            CampaignEvent.TasksNoted e => Noted(campaign, e),
            CampaignEvent.AllMarked => Reports(campaign, attention: true),
            CampaignEvent.NoticesGiven e => CampaignNotices.Effects(campaign, e.Unit, e.Given),
            // A report that said that all is marked only has its state corrected.
            CampaignEvent.Closed => [.. Cards(campaign, attention: false), .. Reports(campaign, attention: !campaign.WasAllMarked)],
            CampaignEvent.Cancelled => Cards(campaign, attention: true),
            _ => [],
        };

    // A unit that a task has moved to is asked for its mark; the one that had it sees that it is gone.
    private static IEnumerable<Effect> Noted(Campaign campaign, CampaignEvent.TasksNoted e)
    {
        var asked = e.Changes.Where(change => change.From != change.Unit && IsUnmarked(campaign, change)).Select(change => change.Unit).ToHashSet();
        return e.Changes.SelectMany(change => new[] { change.From, change.Unit }).Distinct().Select(unit => Card(unit, asked.Contains(unit)));
    }

    private static bool IsUnmarked(Campaign campaign, TaskChange change) => campaign.Task(change.Task) is { IsUnmarked: true };

    // Tasks may have moved to more units than one write holds cards for.
    private static IEnumerable<Effect> Cards(Campaign campaign, bool attention) =>
        campaign.Units.Take(CampaignDecider.MostUnits).Select(unit => Card(unit, attention));

    private static IEnumerable<Effect> Reports(Campaign campaign, bool attention)
    {
        if (!campaign.Opening!.ByOffice)
        {
            yield return new ShowCard(CardName.CampaignReport, new Individual(campaign.Opener), attention);
        }

        yield return new ShowCard(CardName.CampaignReport, new Office(), attention);
    }

    private static ShowCard Card(UnitId unit, bool attention) => new(CardName.Campaign, new Channel(unit), attention);
}
