using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Tasks;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>The report of a campaign (B-14) in ready words: the six columns of each unit, and what nobody has marked by name.</summary>
internal static class CampaignReports
{
    /// <summary>Units that fit on one card, each with some of its unmarked tasks.</summary>
    public const int PageSize = 8;

    /// <summary>Unmarked tasks named of each unit; the others stand in the unit's list.</summary>
    private const int MostNamed = 3;

    private const int TitleLength = 100;

    /// <param name="title">Of a task, by its code.</param>
    /// <param name="standing">Null where the report is for whoever asked for the campaign.</param>
    public static CampaignReportView Of(CampaignCase campaign, IReadOnlyList<UnitId> units, Func<DutyId, string> title, int page, Standing? standing)
    {
        var (scene, state) = (campaign.Scene, campaign.State);
        var pages = Math.Max(1, (units.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return new(
            CampaignViews.Head(campaign, "card.campaignReport"),
            campaign.Opening.Title,
            campaign.Opening.Purpose,
            campaign.Opening.Document?.Value,
            scene.Texts.Format(campaign.Opening.AnswerBy),
            scene.Done("note.campaignBy", campaign.Opening.Act),
            CampaignViews.Progress(state.Figures, scene.Texts),
            Counted(state.Figures, scene.Texts),
            [.. units.Skip((shown - 1) * PageSize).Take(PageSize).Select(unit => Line(campaign, unit, title))],
            CampaignViews.Ending(campaign)
        )
        {
            Buttons = [.. Buttons(campaign, standing)],
            NextPage = shown < pages ? shown + 1 : null,
        };
    }

    /// <summary>Whoever has done least comes first.</summary>
    public static IReadOnlyList<UnitId> InOrder(Campaign campaign) =>
        [
            .. campaign
                .Units.Select(unit => (Unit: unit, Figures: CampaignFigures.Of(campaign.Of(unit))))
                .OrderBy(one => one.Figures.Percent)
                .ThenByDescending(one => one.Figures.Unmarked)
                .Select(one => one.Unit),
        ];

    private static CampaignLine Line(CampaignCase campaign, UnitId unit, Func<DutyId, string> title)
    {
        var (texts, own) = (campaign.Scene.Texts, campaign.State.Of(unit).ToList());
        var (figures, unmarked) = (CampaignFigures.Of(own), own.Where(task => task.IsUnmarked).ToList());
        var named = unmarked.Take(MostNamed).Select(task => $"“{LongText.Cut(title(task.Task), TitleLength)}”").ToList();
        return new(
            unit,
            texts.Format(
                "note.campaignUnit",
                ("unit", campaign.Scene.Names.Of(unit)),
                ("done", figures.Done),
                ("total", figures.Total),
                ("percent", figures.Percent)
            ),
            Counted(figures, texts),
            unmarked.Count == 0 || campaign.State.CancelReason is not null ? null
                : unmarked.Count > named.Count ? texts.Format("note.unmarkedMore", ("list", named), ("n", unmarked.Count - named.Count))
                : texts.Format("note.unmarked", ("list", named))
        );
    }

    // The columns of B-14; one that counts nothing is left out, but for what is missing.
    private static string Counted(CampaignFigures figures, Texts texts) =>
        string.Join(
            "; ",
            [
                .. figures.Marked.Select(mark => texts.Format("note.markCount", ("mark", CampaignViews.Name(mark.Key, texts)), ("n", mark.Value))),
                .. figures.Settled > 0 ? [texts.Format("note.settledCount", ("n", figures.Settled))] : Array.Empty<string>(),
                texts.Format("note.unmarkedCount", ("n", figures.Unmarked)),
            ]
        );

    private static IEnumerable<CardButton> Buttons(CampaignCase campaign, Standing? standing)
    {
        var scene = campaign.Scene;
        var mine = standing is null ? [] : campaign.State.Units.Where(unit => campaign.MayMark(standing.Person, unit)).ToList();
        foreach (var unit in mine.Take(2))
        {
            var view = new CardAction(CardVerbs.View, campaign.Opening.Campaign, campaign.Version).With(FormFeature.Extras.Unit, unit.Value);
            yield return new ExecuteButton(scene.Texts["btn.ownReview"], view);
        }

        if (campaign.State.Phase == CampaignPhase.Open && (standing is null || campaign.MayCancel(standing.Person)))
        {
            yield return scene.ButtonsOf(campaign.Opening.Campaign, campaign.Version).Open("btn.cancelCampaign", "campaign.cancel");
        }
    }
}
