using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Campaigns.ACampaign;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using Fields = DutyBot.Domain.Campaigns.CampaignDraft.Fields;

namespace DutyBot.Tests.Domain.Campaigns;

/// <summary>R-60: the Office, or a leader, has all open tasks reviewed by a date.</summary>
public sealed class OpeningSpecs
{
    [Fact]
    public void R_60_Every_unit_gets_one_card_and_owes_its_marks_until_the_end_of_the_day()
    {
        var opened = Given(NotOpened).When(OpeningOf(Draft));

        opened.Effects.ShouldBe([Card(Planning), Card(Industry)]);
        opened
            .Obligations.Where(o => o.Kind == ObligationKind.MarkTasks)
            .ShouldBe([
                new(CampaignObligations.Mark(Planning), ObligationKind.MarkTasks, Owner.Of(Planning), End),
                new(CampaignObligations.Mark(Industry), ObligationKind.MarkTasks, Owner.Of(Industry), End),
            ]);
        opened.Obligations.Single(o => o.Kind == ObligationKind.FollowCampaign).Owner.ShouldBe(Owner.Of(HeadOfOffice));
    }

    [Fact]
    public void R_60_Twenty_open_tasks_and_eighteen_marks_are_ninety_per_cent_and_two_are_left()
    {
        var tasks = Enumerable.Range(1, 20).Select(Task).ToList();
        var opened = NotOpened.After(OpeningOf(Draft with { Units = [new UnitTasks(Planning, [.. tasks])] }));

        var campaign = Given(opened).When(Marks(Planning, HeadOfPlanning.At(Nov(10)), [.. tasks.Take(18).Select(task => Says(task))])).State;

        campaign.Figures.Percent.ShouldBe(90m);
        campaign.Tasks.Where(task => task.IsUnmarked).Select(task => task.Task).ShouldBe(tasks.Skip(18));
    }

    [Theory]
    [InlineData(3, 2, "66.7")]
    [InlineData(2000, 1999, "99.9")]
    [InlineData(2000, 1, "0.1")]
    [InlineData(7, 0, "0")]
    [InlineData(7, 7, "100")]
    public void B_14_What_is_not_complete_is_never_rounded_to_a_hundred(int total, int marked, string percent)
    {
        var mark = new TaskMark(MarkKind.UnderWay, "", null, Planning, HeadOfPlanning.At(Nov(10)), 1);
        var tasks = Enumerable.Range(1, total).Select(no => new ReviewedTask(Task(no), Planning) { Mark = no <= marked ? mark : null });

        CampaignFigures.Of(tasks).Percent.ShouldBe(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void R_60_Opening_it_again_changes_nothing() => Given(Opened()).When(OpeningOf(Draft with { Title = "Khác" })).ThenNothing();

    [Fact]
    public void R_60_The_Office_and_the_leader_open_and_nobody_else()
    {
        Given(NotOpened).When(OpeningOf(Draft, Director)).Then<CampaignEvent.Opened>().ByOffice.ShouldBeFalse();
        Given(NotOpened).When(OpeningOf(Draft)).Then<CampaignEvent.Opened>().ByOffice.ShouldBeTrue();
        Given(NotOpened).When(OpeningOf(Draft, HeadOfPlanning)).Refused("E-FORBIDDEN");
        Given(NotOpened).When(OpeningOf(Draft, Deputy)).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void R_60_A_campaign_has_a_name_a_day_after_today_and_something_to_review()
    {
        Given(NotOpened).When(OpeningOf(Draft with { Title = " " })).RefusedAt(Fields.Title, "E-CAMPAIGN-TITLE");
        Given(NotOpened).When(OpeningOf(Draft with { AnswerBy = null })).RefusedAt(Fields.AnswerBy, "E-CAMPAIGN-DATE");
        Given(NotOpened).When(OpeningOf(Draft with { AnswerBy = NovDay(9) })).RefusedAt(Fields.AnswerBy, "E-CAMPAIGN-DATE");
        Given(NotOpened).When(OpeningOf(Draft with { Units = [] })).RefusedAt(Fields.Units, "E-CAMPAIGN-NOTHING");
        Given(NotOpened).When(OpeningOf(Draft with { Document = "công văn" })).RefusedAt(Fields.Document, "E-BAD-SYMBOL");
        var many = Enumerable.Range(1, CampaignDecider.MostUnits + 1).Select(no => new UnitTasks(new UnitId($"u-{no}"), [Task(no)]));
        Given(NotOpened).When(OpeningOf(Draft with { Units = [.. many] })).RefusedAt(Fields.Units, "E-CAMPAIGN-MANY");
    }

    [Fact]
    public void R_60_A_day_off_is_asked_about_and_may_be_meant()
    {
        var saturday = Draft with { AnswerBy = NovDay(14) };

        Given(NotOpened).When(OpeningOf(saturday)).RefusedAt(Fields.AnswerBy, "E-DEADLINE-HOLIDAY");
        Given(NotOpened).When(OpeningOf(saturday with { KeepRestDay = true })).Then<CampaignEvent.Opened>();
    }

    [Fact]
    public void D_02_No_secret_enters_a_campaign_nor_a_mark()
    {
        Given(NotOpened).When(OpeningOf(Draft with { Title = Texts.Secret })).Refused("E-SECRET");
        Given(NotOpened).When(OpeningOf(Draft with { Purpose = Texts.Secret })).Refused("E-SECRET");
        var secret = Says(OfPlanning[0], MarkKind.Obstacle, Texts.Secret);
        Given(Opened()).When(Marks(Planning, HeadOfPlanning.At(Nov(10)), secret)).Refused("E-SECRET");
        Given(Opened()).When(Marks(Planning, HeadOfPlanning.At(Nov(10)), secret with { Kind = MarkKind.UnderWay })).Refused("E-SECRET");
        Given(Opened()).When(new CampaignCommand.Cancel(HeadOfOffice.At(Nov(10)), Texts.Secret)).Refused("E-SECRET");
    }

    [Fact]
    public void R_60_What_was_called_off_is_told_to_the_units_once_and_holds_nothing_against_them()
    {
        var cancel = new CampaignCommand.Cancel(Director.At(Nov(11)), Texts.Reason);
        var cancelled = Given(Marked()).When(cancel);

        cancelled.Effects.ShouldBe([Card(Planning), Card(Industry)]);
        cancelled.Obligations.ShouldBeEmpty();
        Given(Cancelled()).When(cancel).ThenNothing();
        Given(Marked()).When(cancel with { Reason = Texts.TooShort }).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(Closed()).When(cancel).Refused("E-CAMPAIGN-CLOSED");
    }

    private static Effect.ShowCard Card(UnitId unit) => new(CardName.Campaign, new Audience.Channel(unit), Attention: true);
}
