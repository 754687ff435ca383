using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>An admin changes what the office has set for itself; the head of the office is the admin.</summary>
public sealed class SettingStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Forbidden = "Đồng chí không có quyền thực hiện thao tác này.";
    private const string Accept = "Hạn tiếp nhận nhiệm vụ";
    private const string Basis = "Quyết định 15/QĐ-SCT ngày 20/11/2026";

    [Fact]
    public async Task R_87_A_setting_is_changed_on_a_basis_and_the_area_shows_since_when()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office, Accept);
        form.Values["value"].ShouldBe("1d; 4h; 2h");
        form.Says("nội dung đang thực hiện giữ giá trị cũ").ShouldBeTrue();

        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("value", "2d; 4h; 2h"), ("basis", Basis))).Words.ShouldContain("Đã ghi nhận.");

        (await Area(office, "Tham số")).Words.ShouldContain(
            $"thường 02 ngày làm việc; khẩn 04 giờ làm việc; hỏa tốc 02 giờ làm việc – từ thứ Hai, 23/11/2026, căn cứ: {Basis}"
        );
    }

    [Fact]
    public async Task R_87_A_change_without_a_basis_is_refused_and_comes_back_filled_in()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var again = await office.HeadOfOffice.Presses(await Form(office, Accept), "Ghi nhận", ("value", "3d; 4h; 2h"), ("from", "2026-12-01"));

        again.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        again.Values["value"].ShouldBe("3d; 4h; 2h");
        again.Values["from"].ShouldBe("2026-12-01");
        (await Changes(office)).ShouldBeEmpty();
        await office.HeadOfOffice.Presses(again, "Ghi nhận", ("basis", Basis));
        (await Changes(office)).ShouldHaveSingleItem().Value.ShouldBe("3d; 4h; 2h");
    }

    [Fact]
    public async Task A_planned_change_stands_below_the_value_of_today()
    {
        await using var office = await OfficeDriver.Open(issuer);

        await office.HeadOfOffice.Presses(
            await Form(office, "Số lần yêu cầu hoàn thiện"),
            "Ghi nhận",
            ("value", "4"),
            ("from", "2027-01-04"),
            ("basis", Basis)
        );

        var area = await Area(office, "Tham số");
        area.Words.ShouldContain($"{Policy.Default.MaxReturnsForWork} – giá trị ban đầu của DutyBot");
        area.Words.ShouldContain($"Dự kiến từ thứ Hai, 04/01/2027: 4, căn cứ: {Basis}");
    }

    [Fact]
    public async Task A_value_out_of_range_is_refused_with_the_range_in_the_form()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office, "Số lần yêu cầu hoàn thiện");
        form.Words.ShouldContain("số nguyên từ 0 đến 5");

        (await office.HeadOfOffice.Presses(form, "Ghi nhận", ("value", "6"), ("basis", Basis))).Words.ShouldContain("Giá trị chưa đúng");
    }

    [Fact]
    public async Task Every_setting_has_a_form_that_shows_its_value()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var area = await Area(office, "Tham số");

        foreach (var button in area.Buttons.Where(title => title.StartsWith("Đổi: ", StringComparison.Ordinal)))
        {
            var form = await office.HeadOfOffice.Presses(area, button);
            form.Words.ShouldContain(button["Đổi: ".Length..]);
            // Nobody has said yet on which provisions this office reminds.
            form.Values.ContainsKey("value").ShouldBe(!button.Contains("Cơ sở pháp lý", StringComparison.Ordinal), button);
        }

        area.Buttons.Count(title => title.StartsWith("Đổi: ", StringComparison.Ordinal)).ShouldBe(SettingsCatalogue.All.Length);
    }

    [Fact]
    public async Task A_second_press_changes_nothing_more()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office, Accept);
        (string, string)[] typed = [("value", "2d; 4h; 2h"), ("basis", Basis)];

        await office.HeadOfOffice.Presses(form, "Ghi nhận", typed);
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", typed)).Words.ShouldContain("Đã ghi nhận.");

        (await Changes(office)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_no_admin_sees_nothing_and_changes_nothing()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var area = await Area(office, "Tham số");
        var form = await Form(office, Accept);

        (await office.Deputy.Types("cấu hình")).Words.ShouldNotContain("Tham số");
        (await office.Deputy.Presses(area, $"Đổi: {Accept}")).Words.ShouldContain(Forbidden);
        (await office.Deputy.Presses(form, "Ghi nhận", ("value", "2d; 4h; 2h"), ("basis", Basis))).Words.ShouldContain(Forbidden);
        (await Changes(office)).ShouldBeEmpty();
    }

    private static async Task<Seen> Area(OfficeDriver office, string title) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), title);

    private static async Task<Seen> Form(OfficeDriver office, string setting) =>
        await office.HeadOfOffice.Presses(await Area(office, "Tham số"), $"Đổi: {setting}");

    private static async Task<IReadOnlyList<OrganisationEvent.SettingChanged>> Changes(OfficeDriver office) =>
        [.. (await office.App.Get<OrganisationBook>().History(office.Cancel)).OfType<OrganisationEvent.SettingChanged>()];
}
