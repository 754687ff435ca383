using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Cards;

/// <summary>The cards of a review campaign in their important states.</summary>
internal static class CampaignSituations
{
    private static readonly ImmutableArray<string> Works =
    [
        "Lập kế hoạch kiểm tra an toàn hồ đập thủy điện",
        "Tổng hợp nhu cầu vốn đầu tư công năm 2027",
        "Cấp phép hoạt động cụm công nghiệp số hai",
        "Xây dựng quy chế phối hợp quản lý chợ",
    ];

    /// <summary>What people wrote in them.</summary>
    public static IEnumerable<string> Written => [.. Works, ACampaign.Title, ACampaign.Purpose, ACampaign.Document, ACampaign.Note];

    public static IEnumerable<CardSituation> All =>
        [
            InChannel("opened, to a unit", Nov(9), ACampaign.Opened(), Planning),
            InChannel("marked in part, to a unit", Nov(12), ACampaign.Marked(), Planning),
            InChannel("a task has ended, to a unit", Nov(12), ACampaign.TaskEnded(), Planning),
            InChannel("a task waits for its return, to a unit", Nov(12), ACampaign.Returning(), Planning),
            InChannel("its only task has moved, to a unit", Nov(12), ACampaign.Moved(), Safety),
            InChannel("called off, to a unit", Nov(12), ACampaign.Cancelled(), Industry),
            InChannel("closed, to a unit", Nov(17), ACampaign.Closed(), Industry),
            Person("campaign", "marked in part, for the head", Nov(12), ACampaign.Marked(), HeadOfPlanning),
            Person("campaign", "for an officer of the unit", Nov(12), ACampaign.Marked(), OfficerOfPlanning),
            Person("campaign-report", "opened, for the Office", Nov(9, 9, 5), ACampaign.Opened(), HeadOfOffice),
            Person("campaign-report", "marked in part, for a deputy of the leadership", Nov(12), ACampaign.Marked(), Deputy),
            Report("all marked", Nov(12), ACampaign.AllMarked()),
            Report("closed with unmarked tasks", Nov(17), ACampaign.Closed()),
            Report("called off", Nov(12), ACampaign.Cancelled()),
        ];

    private static CardSituation InChannel(string name, Instant now, ImmutableArray<CampaignEvent> past, UnitId unit) =>
        new(
            "campaign",
            name,
            now,
            Past(past),
            (desk, names, at) => desk.Render(CardName.Campaign, ACampaign.Id, unit, names, at, CancellationToken.None)
        );

    private static CardSituation Report(string name, Instant now, ImmutableArray<CampaignEvent> past) =>
        new(
            "campaign-report",
            name,
            now,
            Past(past),
            (desk, names, at) => desk.Render(CardName.CampaignReport, ACampaign.Id, null, names, at, CancellationToken.None)
        );

    private static CardSituation Person(string card, string name, Instant now, ImmutableArray<CampaignEvent> past, PersonId person) =>
        new(card, name, now, Past(past), (desk, names, at) => desk.For(ACampaign.Id, person, names, at, CancellationToken.None));

    // The tasks stand as the campaign has noted them.
    private static Past Past(ImmutableArray<CampaignEvent> campaign)
    {
        var known = Spec.Given(campaign).State.Tasks.Where(task => task.Task != ATask.Id).ToList();
        return new(ATask.Accepted()) { Campaign = campaign, Tasks = [.. known.Select((task, index) => (task.Task, Standing(task, Works[index])))] };
    }

    private static ImmutableArray<TaskEvent> Standing(ReviewedTask reviewed, string work)
    {
        var draft = ATask.Draft with { Work = work, LeadUnits = [reviewed.Unit], CoordinatingUnits = [] };
        var issued = ATask.NotIssued.After(new TaskCommand.Issue(Deputy.At(Nov(9)), reviewed.Task, draft));
        return reviewed.Settled switch
        {
            SettledBy.End => issued.After(new TaskCommand.Cancel(Deputy.At(Nov(10)), Texts.Reason)),
            SettledBy.ReturnRequest => issued.After(ATask.ReturnTo(Industry, HeadOfPlanning.At(Nov(10)))),
            _ => issued,
        };
    }
}
