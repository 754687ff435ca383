using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Domain.Campaigns;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Duties;

/// <summary>R-60: the largest review that may be opened fits the store, from its opening to its end.</summary>
public sealed class CampaignSizeTests : IAsyncDisposable
{
    private readonly DutyStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task R_60_The_largest_review_is_stored_told_of_closed_and_read_again()
    {
        await stage.Found(Nov(9));
        const int perUnit = CampaignDecider.MostTasks / CampaignDecider.MostUnits;
        var units = Enumerable
            .Range(0, CampaignDecider.MostUnits)
            .Select(no => new UnitTasks(new UnitId($"u-{no:000000000000}"), [.. Enumerable.Range(no * perUnit, perUnit).Select(ACampaign.Task)]))
            .ToList();
        var draft = ACampaign.Draft with
        {
            Title = string.Concat(Enumerable.Repeat("ế", 200)),
            Purpose = string.Concat(Enumerable.Repeat("ế", 1_000)),
            Units = [.. units],
        };

        (await Give(ACampaign.OpeningOf(draft))).ShouldBeTrue();
        (await Give(ACampaign.Pass(ACampaign.Notice(units[0].Unit, -1), Nov(13)))).ShouldBeTrue();
        (await Give(ACampaign.Pass(CampaignObligations.Close, ACampaign.End))).ShouldBeTrue();

        var campaign = await stage.Desk.Campaign(ACampaign.Id, CancellationToken.None);
        (campaign.Phase, campaign.Figures.Unmarked).ShouldBe((CampaignPhase.Closed, CampaignDecider.MostUnits * perUnit));
    }

    private async Task<bool> Give(CampaignCommand command)
    {
        var answer = await stage.Desk.Execute(ACampaign.Id, command, CancellationToken.None);
        return answer.IsAccepted && answer.Changed;
    }
}
