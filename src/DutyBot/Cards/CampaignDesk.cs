using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>The cards of a review campaign: what it asks of a unit, and its report. A unit sees its own part; the leadership and the Office see all.</summary>
internal sealed class CampaignDesk(DutyDesk desk)
{
    /// <summary>The card of an effect; null when the unit has no part any more, and there is nothing to show.</summary>
    public async ValueTask<RenderedCard?> Of(CardName card, DutyId duty, UnitId? unit, Scene scene, CancellationToken cancel) =>
        await Case(duty, scene, known => unit is { } one ? known.Of(one) : Unmarked(known), cancel) is not { } campaign ? null
        : card == CardName.CampaignReport ? await Report(campaign, 1, null, cancel)
        : unit is { } asked ? await OfUnit(campaign, asked, 1, CampaignReader.Channel, cancel)
        : null;

    /// <summary>What this person may see of it.</summary>
    /// <param name="extras">Which unit and which page (<see cref="CardVerbs.Extras"/>).</param>
    public async ValueTask<RenderedCard?> View(
        DutyId duty,
        IReadOnlyDictionary<string, string> extras,
        Standing standing,
        Scene scene,
        CancellationToken cancel
    )
    {
        var all = standing.IsLeadership || standing.IsOffice;
        if (await Case(duty, scene, known => all ? Unmarked(known) : Own(known, standing), cancel) is not { } campaign)
        {
            return null;
        }

        var page = int.TryParse(extras.GetValueOrDefault(CardVerbs.Extras.Page), CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var seen = campaign.State.Units.Where(unit => all || standing.IsIn(unit)).ToList();
        return seen.Find(unit => unit.Value == extras.GetValueOrDefault(CardVerbs.Extras.Unit)) is { Value: not null } one
                ? await OfUnit(campaign, one, page, ReaderOf(one, campaign, standing), cancel)
            : all ? await Report(campaign, page, standing, cancel)
            : seen.Count == 0 ? null
            : await OfUnit(
                campaign,
                Nearest(seen, campaign, standing),
                page,
                ReaderOf(Nearest(seen, campaign, standing), campaign, standing),
                cancel
            );
    }

    // Of several units the one that waits for this person.
    private static UnitId Nearest(IReadOnlyList<UnitId> seen, CampaignCase campaign, Standing standing) =>
        seen.OrderByDescending(unit => campaign.MayMark(standing.Person, unit) && campaign.State.HasUnmarked(unit))
            .ThenByDescending(unit => campaign.MayMark(standing.Person, unit))
            .First();

    private static CampaignReader ReaderOf(UnitId unit, CampaignCase campaign, Standing standing) =>
        campaign.MayMark(standing.Person, unit) ? CampaignReader.Marker : CampaignReader.Reader;

    private static IEnumerable<ReviewedTask> Unmarked(Campaign campaign) => campaign.Tasks.Where(task => task.IsUnmarked);

    private static IEnumerable<ReviewedTask> Own(Campaign campaign, Standing standing) => campaign.Units.Where(standing.IsIn).SelectMany(campaign.Of);

    private async ValueTask<CampaignCase?> Case(
        DutyId duty,
        Scene scene,
        Func<Campaign, IEnumerable<ReviewedTask>> looked,
        CancellationToken cancel
    ) =>
        await desk.CampaignNow(duty, looked, cancel) is { Opening: not null } campaign
            ? new CampaignCase(campaign, await desk.Version(duty, cancel), scene)
            : null;

    private async ValueTask<RenderedCard> OfUnit(CampaignCase campaign, UnitId unit, int page, CampaignReader reader, CancellationToken cancel)
    {
        var tasks = await Tasks(campaign.State.Of(unit), cancel);
        var view = CampaignViews.OfUnit(campaign, unit, tasks, page, reader);
        return new(CampaignCard.Of(view, campaign.Scene.Texts), view.Head.Summary);
    }

    private async ValueTask<RenderedCard> Report(CampaignCase campaign, int page, Standing? standing, CancellationToken cancel)
    {
        var units = CampaignReports.InOrder(campaign.State);
        var tasks = await Tasks(campaign.State.Tasks.Where(task => task.IsUnmarked), cancel);
        var view = CampaignReports.Of(campaign, units, id => tasks[id].Content.Work, page, standing);
        return new(CampaignReportCard.Of(view, campaign.Scene.Texts), view.Head.Summary);
    }

    private async ValueTask<IReadOnlyDictionary<DutyId, WorkTask>> Tasks(IEnumerable<ReviewedTask> reviewed, CancellationToken cancel)
    {
        var tasks = new Dictionary<DutyId, WorkTask>();
        foreach (var one in reviewed)
        {
            tasks[one.Task] = await desk.Task(one.Task, cancel);
        }

        return tasks;
    }
}
