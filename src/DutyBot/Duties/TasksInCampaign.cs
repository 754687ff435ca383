using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;

namespace DutyBot.Duties;

/// <summary>
/// How the tasks of a campaign stand, asked of the tasks themselves: who leads them now, and whether they still wait for a mark. A campaign only
/// records what it has looked at.
/// </summary>
internal static class TasksInCampaign
{
    public static async ValueTask<ImmutableArray<TaskStanding>> Standings(this DutyDesk desk, IEnumerable<DutyId> tasks, CancellationToken cancel)
    {
        var standings = ImmutableArray.CreateBuilder<TaskStanding>();
        foreach (var id in tasks)
        {
            if (await desk.Task(id, cancel) is { LeadPeriods.IsEmpty: false } task)
            {
                standings.Add(TaskStanding.Of(task));
            }
        }

        return standings.ToImmutable();
    }

    /// <summary>The campaign as it is at this moment, whether or not it has noted it; one that is over stays as it ended.</summary>
    /// <param name="looked">The tasks that matter to the reader: each of them is looked up.</param>
    public static async ValueTask<Campaign> CampaignNow(
        this DutyDesk desk,
        DutyId id,
        Func<Campaign, IEnumerable<ReviewedTask>> looked,
        CancellationToken cancel
    )
    {
        var campaign = await desk.Campaign(id, cancel);
        return campaign.Phase != CampaignPhase.Open
            ? campaign
            : campaign.Seeing(campaign.ChangesTo(await desk.Standings(looked(campaign).Select(task => task.Task), cancel)));
    }

    /// <summary>Of the tasks of the unit that an obligation is about; at the end of the campaign, of all.</summary>
    public static async ValueTask<ImmutableArray<TaskStanding>> DueIn(DutyDesk desk, DutyId id, string obligation, CancellationToken cancel)
    {
        var campaign = await desk.Campaign(id, cancel);
        var isNotice = campaign.Notices.Any(notice => notice.Name == obligation);
        var tasks = isNotice && CampaignObligations.UnitIn(obligation, campaign) is { } unit ? campaign.Of(unit) : campaign.Tasks;
        return campaign.Phase == CampaignPhase.Open ? await desk.Standings(tasks.Select(task => task.Task), cancel) : [];
    }
}
