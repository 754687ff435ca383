using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Cards;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-09: an admin tries whether a message arrives, and looks beforehand who would be told, without telling anybody.</summary>
public sealed class TestMessageStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Marked = "Tin nhắn thử của DutyBot";
    private const string Send = "Gửi tin nhắn thử";
    private const string Who = "Ai sẽ nhận tin";

    [Fact]
    public async Task R_09_A_test_message_goes_to_the_channel_of_a_unit_and_its_arrival_is_told_to_the_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Send);

        (await office.HeadOfOffice.Presses(form, Send, ("unit", SampleOrganisation.Trade.Value))).Words.ShouldContain("Đã ghi nhận.");

        var test = await office.Latest(SampleOrganisation.Trade, Marked);
        test.Words.ShouldContain("Đây không phải là nhiệm vụ; không cần trả lời hoặc xử lý.");
        test.Buttons.ShouldBeEmpty();
        (await office.Latest(office.HeadOfOffice.Chat, "Tin nhắn thử đã đến")).Words.ShouldContain("kênh của Phòng Quản lý Thương mại");
    }

    [Fact]
    public async Task R_09_A_test_message_goes_to_the_chat_of_a_person_who_never_wrote()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Send);

        await office.HeadOfOffice.Presses(form, Send, ("person", SampleOrganisation.HeadOfTrade.Value));

        await office.Latest(office.HeadOfTrade.Chat, Marked);
        (await office.Latest(office.HeadOfOffice.Chat, "Tin nhắn thử đã đến")).Words.ShouldContain("đoạn chat riêng của");
    }

    [Fact]
    public async Task D_07_Two_clicks_send_one_test_message()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Send);
        var press = Presser.Execute(form.Card, Send, ("unit", SampleOrganisation.Trade.Value));

        await Task.WhenAll(office.HeadOfOffice.Sends(form.Conversation, press), office.HeadOfOffice.Sends(form.Conversation, press));
        await office.HeadOfOffice.Sends(form.Conversation, press);
        await office.Settled();

        office.Messages(SampleOrganisation.Trade).Count(seen => seen.Says(Marked)).ShouldBe(1);
        office.Messages(office.HeadOfOffice.Chat).Count(seen => seen.Says("Tin nhắn thử đã đến")).ShouldBe(1);
        (await Again(office)).ShouldBe(2);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", "DutyBot chưa được cài ở đó hoặc đã bị chặn")]
    [InlineData(404, "ConversationNotFound", "không còn kênh hoặc đoạn chat này")]
    [InlineData(400, "BadArgument", "mã lỗi BadArgument")]
    public async Task R_09_A_refusal_is_told_with_its_reason(int status, string code, string words)
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Send);
        office.Connector.Next(new ConnectorReply(status, $$$"""{"error":{"code":"{{{code}}}","message":"-"}}"""));

        await office.HeadOfOffice.Presses(form, Send, ("unit", SampleOrganisation.Trade.Value));

        (await office.Latest(office.HeadOfOffice.Chat, "Tin nhắn thử không đến được")).Words.ShouldContain(words);
    }

    [Fact]
    public async Task A_form_that_names_nobody_or_two_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Send);

        (await office.HeadOfOffice.Presses(form, Send)).Words.ShouldContain("Đề nghị chọn một đơn vị hoặc một người");
        (string, string)[] both = [("unit", SampleOrganisation.Trade.Value), ("person", SampleOrganisation.HeadOfTrade.Value)];
        var again = await office.HeadOfOffice.Presses(form, Send, both);

        again.Values["unit"].ShouldBe(SampleOrganisation.Trade.Value);
        again.Values["person"].ShouldBe(SampleOrganisation.HeadOfTrade.Value);
        await office.Settled();
        office.Messages(SampleOrganisation.Trade).ShouldBeEmpty();
    }

    [Fact]
    public async Task D_06_Neither_is_for_others_however_they_got_the_form()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var test = await office.OpensForm("Khả năng liên hệ", Send);
        var who = await office.OpensForm("Khả năng liên hệ", Who);

        (await office.HeadOfPlanning.Presses(test, Send, ("unit", SampleOrganisation.Trade.Value))).Words.ShouldContain("Đồng chí không có quyền");
        (await office.HeadOfPlanning.Presses(who, Who, ("unit", SampleOrganisation.Trade.Value))).Words.ShouldContain("Đồng chí không có quyền");
        await office.Settled();
        office.Messages(SampleOrganisation.Trade).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_09_Who_would_be_told_is_shown_and_nobody_is_told()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Who);
        var sent = Sent(office);

        var shown = await office.HeadOfOffice.Presses(form, Who, ("unit", SampleOrganisation.Trade.Value));

        shown.Words.ShouldContain("Thẻ nhiệm vụ đến kênh của Phòng Quản lý Thương mại.");
        shown.Words.ShouldContain("Người được nhắc tên trên thẻ là Trưởng phòng Quản lý thương mại.");
        shown.Words.ShouldContain("Thông báo đến đoạn chat riêng của Chánh Văn phòng Sở.");
        shown.Words.ShouldContain("Nội dung trình xin ý kiến đến đoạn chat riêng của Giám đốc Sở.");
        shown.Words.ShouldContain("Không thiếu nội dung nào.");
        await office.Settled();
        Sent(office).ShouldBe(sent);
        (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events[^1].Type.ShouldBe(nameof(OrganisationEvent.BacklogTold));
    }

    [Fact]
    public async Task R_09_Who_would_be_told_is_who_gets_the_card_of_a_task_given_then()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Khả năng liên hệ", Who);
        var shown = await office.HeadOfOffice.Presses(form, Who, ("unit", SampleOrganisation.Planning.Value));

        var card = await office.Assign();

        card.Conversation.ShouldBe(OfficeDriver.ChannelOf(SampleOrganisation.Planning));
        shown.Words.ShouldContain("Thẻ nhiệm vụ đến kênh của Phòng Kế hoạch - Tài chính.");
        card.Mentioned.ShouldBe([SampleOrganisation.HeadOfPlanning.Value]);
        shown.Words.ShouldContain("Người được nhắc tên trên thẻ là Trưởng phòng Kế hoạch - Tài chính.");
    }

    [Fact]
    public async Task R_09_Who_would_be_told_says_what_is_missing()
    {
        var earlier = Act.OfSystem(Instant.FromUtc(2026, 11, 20, 1, 0));
        var left = new OrganisationEvent.AppointmentEnded(
            earlier,
            SampleOrganisation.HeadOfTrade,
            SampleOrganisation.Trade,
            Position.Head,
            new LocalDate(2026, 11, 20)
        );
        var unbound = new OrganisationEvent.ChannelUnbound(earlier, SampleOrganisation.Trade);
        await using var office = await OfficeDriver.Open(issuer, "Production", null, left, unbound);
        var form = await office.OpensForm("Khả năng liên hệ", Who);

        var shown = await office.HeadOfOffice.Presses(form, Who, ("unit", SampleOrganisation.Trade.Value));

        shown.Words.ShouldContain("Chưa xác định được nơi nhận.");
        shown.Words.ShouldContain("Phòng Quản lý Thương mại: chưa gắn kênh Teams.");
        shown.Words.ShouldContain("Phòng Quản lý Thương mại: chưa có người đứng đầu hoặc phụ trách.");
    }

    // A form that is opened anew is another test.
    private static async Task<int> Again(OfficeDriver office)
    {
        var form = await office.OpensForm("Khả năng liên hệ", Send);
        await office.HeadOfOffice.Presses(form, Send, ("unit", SampleOrganisation.Trade.Value));
        await office.Settled();
        return office.Messages(SampleOrganisation.Trade).Count(seen => seen.Says(Marked));
    }

    private static int Sent(OfficeDriver office) => office.Connector.Requests.Select(Seen.In).OfType<Seen>().Count();
}
