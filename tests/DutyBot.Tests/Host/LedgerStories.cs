using DutyBot.Development;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Tests.Host.Unreached;

namespace DutyBot.Tests.Host;

/// <summary>Features 54: what last became of the messages to each person, as admins read it.</summary>
public sealed class LedgerStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Trouble = "chưa nhận được thông báo từ 08:00, thứ Hai, 23/11/2026";

    [Fact]
    public async Task Features_54_An_admin_reads_first_whom_messages_do_not_reach_since_when_and_why()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = await office.Miss(no: 1);
        await office.Miss(NotInstalled, no: 2);

        var area = await Area(office, "Khả năng liên hệ");
        var people = area.Words[area.Words.IndexOf("Tình hình gửi thông báo", StringComparison.Ordinal)..].Split('\n');
        people[0].ShouldStartWith("Tình hình gửi thông báo đến từng người: 01 trên");
        people[1].ShouldEndWith($"{Trouble}; lý do: chưa cài hoặc đã gỡ DutyBot; số thông báo liên tiếp chưa đến: 02.");
        people[2].ShouldNotContain("chưa nhận được");
        area.Words.ShouldNotContain(task.Value);
        area.Words.ShouldNotContain(Routine.Work);
        (await Area(office, "Cán bộ, chức vụ")).Words.ShouldContain($"{Trouble} (chưa cài hoặc đã gỡ DutyBot)");
        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldContain("Người chưa nhận được thông báo: 01");
    }

    [Fact]
    public async Task Features_54_Once_messages_arrive_again_that_is_what_stands_there()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Miss();
        office.Takes(office.OfficerOfPlanning.Chat);
        await office.OfficerOfPlanning.Types("trợ giúp");
        await office.Settled();

        var area = await Area(office, "Khả năng liên hệ");

        area.Words.ShouldContain("00 trên");
        area.Words.ShouldContain("nhận được thông báo; lần gần nhất ghi nhận 08:00");
        area.Words.ShouldNotContain(Trouble);
        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldNotContain("Người chưa nhận được thông báo");
    }

    [Fact]
    public async Task R_09_A_head_who_has_blocked_the_bot_is_not_taken_for_reached()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.HeadOfTrade.Types("trợ giúp");
        office.Refuses(office.HeadOfTrade.Chat, Blocked);
        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldNotContain("người đứng đầu");
        await TestMessageTo(office, office.HeadOfTrade);

        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldContain("chưa liên hệ được với người đứng đầu");
        await office.HeadOfTrade.Types("trợ giúp");
        (await office.HeadOfOffice.Types("kiểm tra")).Words.ShouldNotContain("người đứng đầu");
    }

    [Fact]
    public async Task Features_54_Somebody_who_blocks_the_bot_is_news_of_one_morning_and_again_after_coming_back()
    {
        await using var office = await Mornings.Open(issuer);
        await office.Miss();

        await office.PassUntil(11, 25, 8);
        await office.PassUntil(11, 26, 8);
        (await office.MorningNews()).ShouldHaveSingleItem().Words.ShouldContain("Người chưa nhận được thông báo: 01");

        office.Takes(office.OfficerOfPlanning.Chat);
        await office.OfficerOfPlanning.Types("trợ giúp");
        await office.PassUntil(11, 27, 8);
        (await office.MorningNews()).Count.ShouldBe(1, "That all is well is no news of a person.");

        await office.Miss(no: 2);
        await office.PassUntil(11, 30, 8);
        (await office.MorningNews()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Features_54_An_ordinary_delivery_writes_no_row_until_the_last_is_a_day_old()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.AssignAndAccept();
        await office.Settled();
        var first = await Row(office);
        first.ShouldNotBeNull();

        office.Time.Advance(TimeSpan.FromHours(3));
        await office.AssignAndAccept();
        await office.Settled();
        (await Row(office)).ShouldBe(first);

        office.Time.Advance(TimeSpan.FromHours(22));
        await office.AssignAndAccept();
        await office.Settled();
        (await Row(office)).ShouldNotBe(first);
    }

    private static async Task TestMessageTo(OfficeDriver office, Person person)
    {
        var form = await office.HeadOfOffice.Presses(await Area(office, "Khả năng liên hệ"), "Gửi tin nhắn thử");
        await office.HeadOfOffice.Presses(form, "Gửi tin nhắn thử", ("person", person.Id.Value));
        await office.Settled();
    }

    private static async Task<string?> Row(OfficeDriver office) =>
        await office.App.Get<IAddressBook>().Find($"delivery|{SampleOrganisation.OfficerOfPlanning}", office.Cancel);

    private static async Task<Seen> Area(OfficeDriver office, string area) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), area);
}
