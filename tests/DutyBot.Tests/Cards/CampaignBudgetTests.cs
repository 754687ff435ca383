using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using Texts = DutyBot.Teams.Texts;

namespace DutyBot.Tests.Cards;

/// <summary>R-60: the report of a large organisation stays a card, and every unit is on one of its pages.</summary>
public sealed class CampaignBudgetTests
{
    private const int Units = 45;

    [Fact]
    public void B_14_The_report_of_many_units_goes_over_pages_and_leaves_nobody_out()
    {
        var units = Enumerable.Range(1, Units).Select(no => new UnitId($"phòng-chuyên-môn-có-tên-rất-dài-số-{no:00}")).ToList();
        var draft = ACampaign.Draft with
        {
            Purpose = Long(1_000),
            Units = [.. units.Select((unit, index) => new UnitTasks(unit, [.. Enumerable.Range(index * 5, 5).Select(ACampaign.Task)]))],
        };
        var state = Spec.Given(ACampaign.NotOpened.After(ACampaign.OpeningOf(draft))).State;
        var names = NamedOffice.NamesAt(Nov(10), Texts.Of(Language.Vietnamese));
        var campaign = new CampaignCase(state, 1, new Scene(names, Nov(10), FormPlace.Card));
        var order = CampaignReports.InOrder(state);

        var shown = new List<UnitId>();
        for (int? page = 1; page is { } no; )
        {
            var view = CampaignReports.Of(campaign, order, _ => Long(500), no, Standing.Of(Director, names));
            CardShould.Pass(CampaignReportCard.Of(view, names.Texts));
            shown.AddRange(view.Units.Select(line => line.Unit));
            page = view.NextPage;
        }

        shown.ShouldBe(units, ignoreOrder: true);
    }

    private static string Long(int length) => string.Concat(Enumerable.Repeat("ế ", length / 2)).Trim();
}
