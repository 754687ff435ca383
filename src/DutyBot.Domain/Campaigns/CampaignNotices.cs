using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Campaigns;

/// <summary>The notices before the day of a campaign, for the heads whose units have not marked everything (R-60, 1.7).</summary>
internal static class CampaignNotices
{
    public static IEnumerable<PlannedNotice> Of(UnitId unit, Instant start, Instant dueBy, DutyContext context) =>
        NoticePlan.Of(CampaignObligations.Mark(unit), start, dueBy, context.Policy.CampaignNotices, [], context.Calendar);

    /// <summary>For units that tasks have moved to and that had no part in the campaign before.</summary>
    public static ImmutableArray<PlannedNotice> Joining(Campaign campaign, ImmutableArray<TaskChange> changes, Instant now, DutyContext context)
    {
        var known = campaign.Units.ToHashSet();
        return
        [
            .. changes
                .Select(change => change.Unit)
                .Distinct()
                .Where(unit => !known.Contains(unit) && campaign.Notices.All(notice => notice.Target != CampaignObligations.Mark(unit)))
                .SelectMany(unit => Of(unit, now, campaign.Opening!.DueBy, context)),
        ];
    }

    /// <summary>Null when the wake is about no notice of the campaign.</summary>
    public static CampaignEvent.NoticesGiven? Due(Campaign campaign, Act act, string name, DutyContext context) =>
        CampaignObligations.UnitIn(name, campaign) is { } unit
        && NoticeRules.Due(name, campaign.Notices, CampaignObligations.Marks(campaign), _ => campaign.Opening!.DueBy, act.At, context.Calendar)
            is { } given
            ? new(act, unit, given)
            : null;

    public static IEnumerable<Effect> Effects(Campaign campaign, UnitId unit, GivenNotices given) =>
        given.Told.Select(notice => new Effect.Notify(
            new Audience.Head(unit),
            new DueNotice(
                given.IdOf(campaign.Opening!.Campaign, notice),
                campaign.Opening.Campaign,
                given.Target,
                notice.Days == 0 ? "n.due.campaign.today" : "n.due.campaign",
                [
                    new("campaign", Text: campaign.Opening.Title),
                    new("due", Moment: given.Due),
                    new("unit", Unit: unit),
                    .. notice.Days == 0 ? [] : new[] { new NoticeValue("n", Number: given.WorkingDays) },
                ]
            )
        ));
}
