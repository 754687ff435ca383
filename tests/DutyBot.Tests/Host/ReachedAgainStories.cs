using DutyBot.Development;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Tests.Host.Unreached;

namespace DutyBot.Tests.Host;

/// <summary>Features 54: what did not arrive is sent again by itself, once, when the person can be reached again.</summary>
public sealed class ReachedAgainStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Given = "được phân công thực hiện";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Features_54_Whoever_writes_or_installs_the_app_gets_what_did_not_arrive_once(bool writes)
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();
        office.Takes(office.OfficerOfPlanning.Chat);

        for (var time = 0; time < 2; time++)
        {
            await (writes ? office.OfficerOfPlanning.Types("trợ giúp") : office.Installs(office.OfficerOfPlanning, "add"));
            await office.Settled();
        }

        Told(office).ShouldBe(2, "the one that was refused and the one that was taken");
        (await office.Letters()).ShouldBeEmpty();
        await office.PassAMinute();
        office.AllSummons().ShouldBe(0);
    }

    [Fact]
    public async Task Features_54_Whoever_removes_the_app_gets_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();

        await office.Installs(office.OfficerOfPlanning, "remove");

        Told(office).ShouldBe(1, "refused");
        (await office.Letters()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Features_54_Somebody_else_who_writes_brings_nothing_back()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();

        await office.OfficerOfIndustry.Types("việc của tôi");
        await office.Settled();

        Told(office).ShouldBe(1, "refused");
    }

    [Fact]
    public async Task Features_54_A_message_that_arrives_brings_back_what_did_not()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();
        office.Takes(office.OfficerOfPlanning.Chat);

        await office.AssignAndAccept();
        await office.Settled();

        Told(office).ShouldBe(3, "one refused, and two taken");
        (await office.Letters()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Features_54_What_is_refused_again_is_not_sent_a_third_time_and_brings_no_second_mention()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();
        await office.PassAMinute();

        for (var time = 0; time < 3; time++)
        {
            await office.OfficerOfPlanning.Types("trợ giúp");
            await office.PassAMinute();
        }

        Told(office).ShouldBe(2, "both refused");
        office.AllSummons().ShouldBe(1);
        (await office.Letters()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Features_54_What_is_older_than_a_week_stays_with_the_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();
        office.Takes(office.OfficerOfPlanning.Chat);
        await office.PassUntil(12, 1, 9);

        await office.OfficerOfPlanning.Types("trợ giúp");
        await office.Settled();

        Told(office).ShouldBe(1, "refused");
        (await office.Letters()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task R_56_A_formal_reminder_that_went_back_to_its_issuer_does_not_arrive_by_itself_and_is_not_hinted_at()
    {
        await using var office = await Reminding.Late(issuer);
        await office.HeadOfPlanning.Types("việc của tôi");
        office.Refuses(office.HeadOfPlanning.Chat, Blocked);
        await office.Remind(office.Director, await office.TaskOf());
        await office.PassAMinute();

        var mention = office.SummonsIn(SampleOrganisation.Planning).ShouldHaveSingleItem();
        mention.Words.ShouldNotContain("hắc nhở");
        mention.Words.ShouldNotContain(Reminding.Text);
        office.Takes(office.HeadOfPlanning.Chat);
        await office.HeadOfPlanning.Types("việc của tôi");

        (await office.EventsOfRecord()).ShouldBe(["Issued", "NotDelivered"]);
        (await office.Record()).CountOn(new LocalDate(2026, 12, 7), default).ShouldBe(0);
    }

    private static int Told(OfficeDriver office) => office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen.Says(Given));
}
