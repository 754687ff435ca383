using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>An admin configures the office in the chat, without a deployment and without a developer.</summary>
public sealed class AdministrationStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Basis = "25/QĐ-SCT";

    [Fact]
    public async Task D_06_Only_an_admin_opens_the_administration()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.HeadOfOffice.Types("cấu hình")).Buttons.ShouldContain("Đơn vị");
        (await office.HeadOfPlanning.Types("cau hinh")).Words.ShouldContain("Đồng chí không có quyền thực hiện thao tác này.");
        (await office.Outsider.Types("configure")).Words.ShouldContain("Đồng chí không có quyền thực hiện thao tác này.");
    }

    [Fact]
    public async Task D_06_A_form_of_the_administration_does_nothing_for_others_however_they_got_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensUnitForm("Thêm đơn vị");
        (await office.HeadOfPlanning.Presses(form, "Ghi nhận", NewDivision)).Words.ShouldContain("Đồng chí không có quyền");
        (await office.Organisation()).SearchUnits("phòng năng lượng", Today(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_87_A_unit_is_created_in_the_chat_and_a_refused_form_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensUnitForm("Thêm đơn vị");

        var refused = await office.HeadOfOffice.Presses(form, "Ghi nhận", [.. NewDivision.Where(input => input.Item1 != "basis")]);
        refused.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        var saved = await office.HeadOfOffice.Presses(refused, "Ghi nhận", ("basis", Basis));

        saved.Words.ShouldContain("Đã ghi nhận.");
        (await office.Organisation()).SearchUnits("phong nang luong", Today(office)).ShouldHaveSingleItem().ShortName.ShouldBe("NL");
    }

    [Fact]
    public async Task A_second_click_creates_no_second_unit()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensUnitForm("Thêm đơn vị");
        await office.HeadOfOffice.Presses(form, "Ghi nhận", NewDivision);
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", NewDivision)).Words.ShouldContain("Đã ghi nhận.");
        (await office.Organisation()).SearchUnits("phong nang luong", Today(office)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task D_04_A_merge_in_the_chat_tells_what_goes_where_and_is_planned_for_its_day()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensUnitForm("Sáp nhập");
        form.Words.ShouldContain("Thời hạn không thay đổi.");
        (string, string)[] merge =
        [
            ("units", SampleOrganisation.Trade.Value),
            ("into", SampleOrganisation.Planning.Value),
            ("from", "2026-12-01"),
            ("basis", Basis),
        ];

        (await office.HeadOfOffice.Presses(form, "Ghi nhận", merge)).Words.ShouldContain("Đã ghi nhận.");

        var units = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Đơn vị");
        units.Words.ShouldContain("kết thúc hoạt động từ thứ Ba, 01/12/2026, đơn vị kế thừa: Phòng Kế hoạch - Tài chính");
    }

    [Fact]
    public async Task R_15_A_new_head_is_appointed_and_answers_from_that_day()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm("Cán bộ, chức vụ", "Bổ nhiệm");
        (string, string)[] appointment =
        [
            ("person", SampleOrganisation.OfficerOfPlanning.Value),
            ("unit", SampleOrganisation.Planning.Value),
            ("position", nameof(Position.Head)),
        ];
        await office.HeadOfOffice.Presses(form, "Ghi nhận", appointment);

        var organisation = await office.Organisation();
        organisation.HeadOf(SampleOrganisation.Planning, Today(office)).ShouldBe(SampleOrganisation.OfficerOfPlanning);
        organisation.HeadOf(SampleOrganisation.Planning, Today(office).PlusDays(-1)).ShouldBe(SampleOrganisation.HeadOfPlanning);
        (await office.Assign()).Mentioned.ShouldBe([SampleOrganisation.OfficerOfPlanning.Value]);
    }

    [Fact]
    public async Task D_03_A_delegation_entered_by_the_admin_lets_the_delegate_act_on_behalf_of_the_head()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();
        var form = await office.OpensForm("Cán bộ, chức vụ", "Ủy quyền");
        (string, string)[] delegation =
        [
            ("grantor", SampleOrganisation.HeadOfPlanning.Value),
            ("delegate", SampleOrganisation.OfficerOfPlanning.Value),
            ("scope", nameof(DelegationScope.Headship)),
            ("until", "2026-11-30"),
            ("basis", "12/GUQ-SCT"),
        ];
        await office.HeadOfOffice.Presses(form, "Ghi nhận", delegation);

        var accept = await office.OfficerOfPlanning.Presses(card, "Tiếp nhận");
        await office.OfficerOfPlanning.Presses(accept, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));

        (await office.Latest(SampleOrganisation.Planning, Routine.Work)).Words.ShouldContain("thừa ủy quyền của Trưởng phòng Kế hoạch - Tài chính");
    }

    [Fact]
    public async Task The_settings_of_the_program_name_the_first_admin_while_there_is_none()
    {
        var first = new PersonId("aaaaaaaa-0000-4000-8000-000000000001");
        var settings = new Dictionary<string, string?> { ["Administration:FirstAdmin"] = first.Value.ToUpperInvariant() };
        await using var office = await OfficeDriver.OpenEmpty(issuer, settings);
        var admin = new Person(office, first);

        var card = await admin.Types("cấu hình");

        card.Words.ShouldContain("Cơ quan chưa đặt tên");
        card.Words.ShouldContain("Bước 1: Đặt tên cơ quan – chưa có");
        var form = await admin.Presses(card, "Bước tiếp theo");
        (await admin.Presses(form, "Ghi nhận", ("name", "Sở Xây dựng"))).Words.ShouldContain("Bước 1: Đặt tên cơ quan – đã xong");
        (await office.Organisation()).Name.ShouldBe("Sở Xây dựng");
    }

    private static (string, string)[] NewDivision { get; } =
    [
        ("name", "Phòng Năng lượng"),
        ("shortName", "NL"),
        ("kind", nameof(UnitKind.Division)),
        ("parent", SampleOrganisation.Leadership.Value),
        ("basis", Basis),
    ];

    private static NodaTime.LocalDate Today(OfficeDriver office) => office.App.Get<Office>().Today;
}

internal static class Administering
{
    public static async Task<Organisation> Organisation(this OfficeDriver office) =>
        (await office.App.Get<Office>().Context(office.Cancel)).Organisation;

    /// <summary>The admin opens a form of an area.</summary>
    public static async Task<Seen> OpensForm(this OfficeDriver office, string area, string button)
    {
        var card = await office.HeadOfOffice.Types("cấu hình");
        return await office.HeadOfOffice.Presses(await office.HeadOfOffice.Presses(card, area), button);
    }

    public static Task<Seen> OpensUnitForm(this OfficeDriver office, string button) => office.OpensForm("Đơn vị", button);
}
