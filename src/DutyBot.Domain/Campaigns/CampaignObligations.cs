using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Campaigns;

/// <summary>What a campaign waits for: each unit's marks until the day is over, and the day itself.</summary>
public static class CampaignObligations
{
    private const string MarkPrefix = "mark:";

    /// <summary>The end of the day by which all is marked; whoever opened the campaign follows it until then.</summary>
    public const string Close = "close";

    public static string Mark(UnitId unit) => $"{MarkPrefix}{unit}";

    /// <summary>The unit may change its marks; never due, but how all campaigns of a unit are found.</summary>
    public static string TakePart(UnitId unit) => $"part:{unit}";

    public static IReadOnlyList<Obligation> Of(Campaign campaign) =>
        campaign is not { Phase: CampaignPhase.Open, Opening: { } opening }
            ? []
            :
            [
                .. Marks(campaign),
                .. NoticeRules.Waiting(campaign.Notices, Marks(campaign)),
                .. campaign.Units.Select(unit => new Obligation(TakePart(unit), ObligationKind.TakePart, Owner.Of(unit), null)),
                new(Close, ObligationKind.FollowCampaign, Owner.Of(campaign.Opener), opening.DueBy),
            ];

    /// <summary>Of the units that have not marked everything.</summary>
    internal static IEnumerable<Obligation> Marks(Campaign campaign) =>
        campaign
            .Units.Where(campaign.HasUnmarked)
            .Select(unit => new Obligation(Mark(unit), ObligationKind.MarkTasks, Owner.Of(unit), campaign.Opening!.DueBy));

    /// <summary>The unit whose marks, or a notice of them, an obligation is about; null for any other obligation.</summary>
    public static UnitId? UnitIn(string obligation, Campaign campaign)
    {
        var target = campaign.Notices.FirstOrDefault(notice => notice.Name == obligation)?.Target ?? obligation;
        return target.StartsWith(MarkPrefix, StringComparison.Ordinal) ? new UnitId(target[MarkPrefix.Length..]) : null;
    }
}
