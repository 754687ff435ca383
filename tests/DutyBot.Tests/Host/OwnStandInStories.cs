using DutyBot.Development;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>People enter, see and end their own delegations and absences in the chat; today is 23/11/2026.</summary>
public sealed class OwnStandInStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Own = "Ủy quyền và vắng mặt của tôi";
    private const string Forbidden = "Đồng chí không có quyền thực hiện thao tác này.";
    private static readonly LocalDate Today = new(2026, 11, 23);

    private static (string, string)[] Delegation { get; } =
    [
        ("delegate", SampleOrganisation.OfficerOfPlanning.Value),
        ("scope", nameof(DelegationScope.Headship)),
        ("until", "2026-11-30"),
        ("basis", "12/GUQ-SCT"),
    ];

    private static (string, string)[] Absence { get; } = [("grade", nameof(AbsenceGrade.FullyAway)), ("until", "2026-11-30")];

    [Fact]
    public async Task D_03_A_head_delegates_in_the_chat_and_both_see_it_among_their_own()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Types("ủy quyền");
        form.Words.ShouldNotContain("Người ủy quyền");

        var saved = await office.HeadOfPlanning.Presses(form, "Ghi nhận", Delegation);

        saved.Words.ShouldContain("Đã ghi nhận.");
        saved.Words.ShouldContain(Own);
        saved.Words.ShouldContain("Chuyên viên Kế hoạch - Tài chính: Thẩm quyền người đứng đầu, từ thứ Hai, 23/11/2026");
        var received = await office.OfficerOfPlanning.Types("uy quyen cua toi");
        received.Words.ShouldContain("Từ Trưởng phòng Kế hoạch - Tài chính: Thẩm quyền người đứng đầu");
        received.Buttons.ShouldNotContain("Chấm dứt ủy quyền");
    }

    [Fact]
    public async Task D_03_A_second_press_delegates_nothing_more()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Types("delegate");

        await office.HeadOfPlanning.Presses(form, "Ghi nhận", Delegation);
        (await office.HeadOfPlanning.Presses(form, "Ghi nhận", Delegation)).Words.ShouldContain("Đã ghi nhận.");

        (await office.Organisation()).DelegationsBy(SampleOrganisation.HeadOfPlanning, Today).Length.ShouldBe(1);
    }

    [Fact]
    public async Task D_03_A_refused_delegation_comes_back_filled_in_with_the_reason()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Types("uỷ quyền");

        var noBasis = await office.HeadOfPlanning.Presses(form, "Ghi nhận", [.. Delegation[..3]]);
        noBasis.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        var past = await office.HeadOfPlanning.Presses(noBasis, "Ghi nhận", ("basis", "12/GUQ-SCT"), ("from", "2026-11-01"), ("until", "2026-11-20"));
        past.Words.ShouldContain("Thời gian này đã qua.");
        past.Values["basis"].ShouldBe("12/GUQ-SCT");
        var toSelf = await office.HeadOfPlanning.Presses(
            past,
            "Ghi nhận",
            ("until", "2026-11-30"),
            ("delegate", SampleOrganisation.HeadOfPlanning.Value)
        );
        toSelf.Words.ShouldContain("Người được ủy quyền phải là người khác.");

        (await office.HeadOfPlanning.Presses(toSelf, "Ghi nhận", Delegation[0])).Words.ShouldContain("Đã ghi nhận.");
    }

    [Fact]
    public async Task D_03_A_delegate_who_delegates_further_is_refused_with_the_reason()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.HeadOfPlanning.Presses(await office.HeadOfPlanning.Types("ủy quyền"), "Ghi nhận", Delegation);
        var form = await office.OfficerOfPlanning.Types("ủy quyền");

        var refused = await office.OfficerOfPlanning.Presses(
            form,
            "Ghi nhận",
            [("delegate", SampleOrganisation.HeadOfTrade.Value), .. Delegation[1..]]
        );

        refused.Words.ShouldContain("người được ủy quyền không được ủy quyền lại");
        refused.Values["basis"].ShouldBe("12/GUQ-SCT");
    }

    [Fact]
    public async Task D_03_A_delegation_ends_at_once_and_a_second_press_says_the_same()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.HeadOfPlanning.Presses(await office.HeadOfPlanning.Types("ủy quyền"), "Ghi nhận", Delegation);
        var form = await office.HeadOfPlanning.Presses(card, "Chấm dứt ủy quyền");
        form.Words.ShouldContain("theo 12/GUQ-SCT.");
        form.Values["until"].ShouldBe("2026-11-23");

        (await office.HeadOfPlanning.Presses(form, "Ghi nhận", ("until", "2026-11-01"))).Words.ShouldContain("Không chấm dứt lùi ngày.");
        var ended = await office.HeadOfPlanning.Presses(form, "Ghi nhận", ("until", "2026-11-22"));
        (await office.HeadOfPlanning.Presses(form, "Ghi nhận", ("until", "2026-11-22"))).Words.ShouldContain(Own);

        ended.Buttons.ShouldNotContain("Chấm dứt ủy quyền");
        (await office.Organisation()).DelegationsTo(SampleOrganisation.OfficerOfPlanning, Today).ShouldBeEmpty();
    }

    [Fact]
    public async Task D_03_What_is_still_to_come_is_withdrawn_without_a_date()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var delegated = await office.HeadOfPlanning.Presses(
            await office.HeadOfPlanning.Types("ủy quyền"),
            "Ghi nhận",
            [.. Delegation, ("from", "2026-11-25")]
        );
        var withdraw = await office.HeadOfPlanning.Presses(delegated, "Rút lại");
        withdraw.Words.ShouldContain("được rút lại toàn bộ");

        (await office.HeadOfPlanning.Presses(withdraw, "Ghi nhận")).Buttons.ShouldNotContain("Rút lại");
        (await office.HeadOfPlanning.Presses(withdraw, "Ghi nhận")).Words.ShouldContain("Đã ghi nhận.");
        var log = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Nhật ký thay đổi");
        log.Words.ShouldContain("rút ủy quyền của Trưởng phòng Kế hoạch - Tài chính");
    }

    [Fact]
    public async Task D_06_Somebody_else_can_do_nothing_with_my_card_or_my_form()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfPlanning.Types("ủy quyền");
        (await office.HeadOfTrade.Presses(form, "Ghi nhận", Delegation)).Words.ShouldContain(Forbidden);
        var card = await office.HeadOfPlanning.Presses(form, "Ghi nhận", Delegation);

        (await office.HeadOfTrade.Presses(card, "Chấm dứt ủy quyền")).Words.ShouldContain(Forbidden);
        var ending = await office.HeadOfPlanning.Presses(card, "Chấm dứt ủy quyền");
        (await office.OfficerOfPlanning.Presses(ending, "Ghi nhận")).Words.ShouldContain(Forbidden);

        (await office.Organisation()).DelegationsTo(SampleOrganisation.OfficerOfPlanning, Today).ShouldHaveSingleItem();
        (await office.HeadOfTrade.Presses(card, "Ủy quyền")).Words.ShouldContain("thẩm quyền mình trực tiếp giữ");
    }

    [Fact]
    public async Task An_absence_is_reported_in_the_chat_and_says_who_gets_what_is_sent_meanwhile()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var alone = await office.HeadOfPlanning.Presses(await office.HeadOfPlanning.Types("báo vắng mặt"), "Ghi nhận", Absence);
        alone.Words.ShouldContain("Từ thứ Hai, 23/11/2026 đến hết thứ Hai, 30/11/2026: vắng mặt hoàn toàn. Chưa có người thay");

        var delegated = await office.HeadOfPlanning.Presses(await office.HeadOfPlanning.Presses(alone, "Ủy quyền"), "Ghi nhận", Delegation);

        delegated.Words.ShouldContain("thẻ và thông báo được gửi cho Chuyên viên Kế hoạch - Tài chính");
        (await office.Organisation()).AbsenceOf(SampleOrganisation.HeadOfPlanning, Today)!.Grade.ShouldBe(AbsenceGrade.FullyAway);
    }

    [Fact]
    public async Task A_second_absence_on_the_same_days_is_refused_and_the_form_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OfficerOfPlanning.Types("report absence");
        await office.OfficerOfPlanning.Presses(form, "Ghi nhận", Absence);
        (await office.OfficerOfPlanning.Presses(form, "Ghi nhận", Absence)).Words.ShouldContain("Đã ghi nhận.");

        var refused = await office.OfficerOfPlanning.Presses(
            form,
            "Ghi nhận",
            ("grade", nameof(AbsenceGrade.MayFinish)),
            ("from", "2026-11-28"),
            ("until", "2026-12-05")
        );

        refused.Words.ShouldContain("Đã báo vắng mặt từ thứ Hai, 23/11/2026 đến thứ Hai, 30/11/2026.");
        refused.Values["until"].ShouldBe("2026-12-05");
        (await office.OfficerOfPlanning.Presses(refused, "Ghi nhận", ("from", "2026-12-01"))).Words.ShouldContain("Đã ghi nhận.");
    }

    [Fact]
    public async Task Whoever_is_back_ends_the_absence_and_a_second_press_says_the_same()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.OfficerOfPlanning.Presses(await office.OfficerOfPlanning.Types("bao vang mat"), "Ghi nhận", Absence);
        var form = await office.OfficerOfPlanning.Presses(card, "Đã trở lại");

        (await office.HeadOfTrade.Presses(card, "Đã trở lại")).Words.ShouldContain(Forbidden);
        (await office.OfficerOfPlanning.Presses(form, "Ghi nhận")).Buttons.ShouldNotContain("Đã trở lại");
        (await office.OfficerOfPlanning.Presses(form, "Ghi nhận")).Words.ShouldContain("Đã ghi nhận.");

        (await office.Organisation()).AbsenceOf(SampleOrganisation.OfficerOfPlanning, Today).ShouldBeNull();
    }

    [Fact]
    public async Task D_06_What_was_typed_in_a_channel_is_answered_in_the_persons_own_chat()
    {
        await using var office = await OfficeDriver.Open(issuer);

        foreach (var (typed, title) in new[] { ("ủy quyền", "Ủy quyền"), ("báo vắng mặt", "Báo vắng mặt"), ("ủy quyền của tôi", Own) })
        {
            var line = await office.HeadOfPlanning.TypesIn(OfficeDriver.ChannelOf(SampleOrganisation.Planning), typed);
            line.Words.ShouldBe("Đã gửi vào cuộc trò chuyện riêng với đồng chí.");
            office.Messages(office.HeadOfPlanning.Chat)[^1].Words.ShouldStartWith(title);
        }
    }

    [Fact]
    public async Task Whoever_is_not_of_the_organisation_is_told_so_instead_of_a_form()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.Outsider.Types("ủy quyền")).Words.ShouldContain("Đồng chí chưa có trong danh sách cán bộ");
        (await office.Outsider.Types("báo vắng mặt")).Words.ShouldContain("Đồng chí chưa có trong danh sách cán bộ");
        (await office.Outsider.Types("ủy quyền của tôi")).Words.ShouldContain("Không có.");
    }

    [Fact]
    public async Task The_commands_are_in_the_help_in_both_languages()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.HeadOfTrade.Types("trợ giúp")).Words.ShouldContain("ủy quyền, báo vắng mặt");
        (await office.HeadOfTrade.Types("English")).Words.ShouldContain("English");
        (await office.HeadOfTrade.Types("help")).Words.ShouldContain("delegate, report absence");
        (await office.HeadOfTrade.Types("my absences")).Words.ShouldContain("My delegations and absences");
    }
}
