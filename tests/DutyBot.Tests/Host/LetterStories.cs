using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;

namespace DutyBot.Tests.Host;

/// <summary>What could not be sent is seen by an admin, who has it sent again or dismisses it (features 53).</summary>
public sealed class LetterStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Retry = "Thử lại";
    private const string Dismiss = "Bỏ qua";

    private static readonly ConnectorReply NotInstalled = new(403, """{"error":{"code":"BotNotInConversationRoster","message":"-"}}""");

    [Fact]
    public async Task An_admin_reads_what_was_not_sent_to_whom_and_why_and_nothing_of_what_it_says()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var duty = await Undelivered(office);

        var letters = await Letters(office);

        letters.Words.ShouldContain("1. Thẻ công việc");
        letters.Words.ShouldContain("Nơi nhận: Phòng Kế hoạch");
        letters.Words.ShouldContain($"Nhiệm vụ, phiếu: {duty}.");
        letters.Words.ShouldContain("Lý do: người nhận hoặc kênh chưa cài DutyBot. Số lần đã gửi: 01.");
        letters.Words.ShouldNotContain(Routine.Work);
    }

    [Fact]
    public async Task Sent_again_it_arrives_once_however_often_the_button_is_pressed()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Undelivered(office);
        var form = await office.HeadOfOffice.Presses(await Letters(office), Retry);
        var press = Presser.Execute(form.Card, Retry);

        await Task.WhenAll(office.HeadOfOffice.Sends(form.Conversation, press), office.HeadOfOffice.Sends(form.Conversation, press));
        await office.HeadOfOffice.Sends(form.Conversation, press);
        await office.Settled();

        office.Messages(SampleOrganisation.Planning).Count.ShouldBe(2, "the one that was refused and the one that was taken");
        (await Letters(office)).Words.ShouldContain("Mọi thẻ và thông báo đều đã gửi được");
        (await Log(office)).Words.ShouldContain("gửi lại nội dung không gửi được của");
    }

    [Fact]
    public async Task Refused_once_more_it_is_in_the_list_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Undelivered(office);
        var form = await office.HeadOfOffice.Presses(await Letters(office), Retry);
        office.Connector.Next(NotInstalled);

        await office.HeadOfOffice.Presses(form, Retry);
        await office.Settled();

        (await Letters(office)).Words.ShouldContain("1. Thẻ công việc");
    }

    [Fact]
    public async Task A_process_that_dies_over_the_revival_sends_it_no_second_time_when_it_was_refused_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Undelivered(office);
        var form = await office.HeadOfOffice.Presses(await Letters(office), Retry);
        office.Connector.Next(NotInstalled);
        await office.HeadOfOffice.Presses(form, Retry);
        await office.Settled();
        var letter = (await office.Store.DeadEffects(10, office.Cancel)).ShouldHaveSingleItem();

        // The effect was carried out and not settled: whoever leases it next carries it out again.
        var again = new Effect.Revive(letter.Duty, letter.Id);
        await office.App.Get<DeadLetters>().Revive(again, office.Now(), office.Cancel);
        await office.Settled();

        office.Messages(SampleOrganisation.Planning).Count.ShouldBe(2, "the one that was refused and the one the admin asked for");
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Dismissed_it_is_gone_and_the_log_says_why()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Undelivered(office);
        var form = await office.HeadOfOffice.Presses(await Letters(office), Dismiss);

        (await office.HeadOfOffice.Presses(form, Dismiss, ("reason", " "))).Words.ShouldContain("Đề nghị ghi lý do bỏ qua.");
        await office.HeadOfOffice.Presses(form, Dismiss, ("reason", "Đã báo trực tiếp"));
        await office.Settled();

        office.Messages(SampleOrganisation.Planning).ShouldHaveSingleItem();
        (await Letters(office)).Words.ShouldContain("Mọi thẻ và thông báo đều đã gửi được");
        (await Log(office)).Words.ShouldContain("lý do: Đã báo trực tiếp");
    }

    [Fact]
    public async Task Whoever_is_no_admin_sends_nothing_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Undelivered(office);
        var form = await office.HeadOfOffice.Presses(await Letters(office), Retry);

        await office.Outsider.Sends(form.Conversation, Presser.Execute(form.Card, Retry));
        await office.Settled();

        (await office.Store.DeadEffects(10, office.Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task R_09_A_new_dead_letter_is_told_in_the_morning_and_once()
    {
        await using var office = await Mornings.Open(issuer);
        await GivenUp(office.Store);

        await office.PassUntil(11, 25, 8);
        await office.PassUntil(11, 26, 8);

        var card = (await office.MorningNews()).ShouldHaveSingleItem();
        card.Summary!.ShouldContain("có thẻ hoặc thông báo không gửi được");
        card.Words.ShouldContain("DutyBot đã dừng gửi 01 thẻ hoặc thông báo");
        card.Words.ShouldContain("mục \"Không gửi được\"");
    }

    private static async Task<string> Undelivered(OfficeDriver office)
    {
        var form = await office.Deputy.Types("giao việc");
        office.Connector.Next(NotInstalled);
        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Settled();
        return form.Duty.Value;
    }

    // Of a duty that has nothing else to say in those days.
    private static async Task GivenUp(IDutyStore store)
    {
        var unwritten = StoreSamples.Unwritten(StoreSamples.NewDuty());
        await store.Append(StoreSamples.Following(unwritten, "{}") with { Effects = [StoreSamples.Effect("e1")] }, StoreSamples.None);
        var leased = await store.LeaseEffects(unwritten.Duty, StoreSamples.Now, StoreSamples.LeaseTime, StoreSamples.None);
        await store.Settle(leased.Single(), new Settlement.Dead("403 MessageWritesBlocked"), StoreSamples.None);
    }

    private static async Task<Seen> Letters(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Không gửi được");

    private static async Task<Seen> Log(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Nhật ký thay đổi");
}
