using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Imports;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Host;

/// <summary>D22: an admin pastes units and people in the chat, sees what would become of each line, and has them recorded in their own name.</summary>
public sealed class ImportStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Area = "Nhập, xuất dữ liệu";
    private const string Import = "Nhập dữ liệu";
    private const string Export = "Xuất dữ liệu";

    private const string Units =
        "mã;tên;loại;trực thuộc;từ ngày;căn cứ\nphong-nang-luong;Phòng Năng lượng;phòng;ban-giam-doc;23/11/2026;25/QĐ-SCT\n"
        + "phong-khoang-san;Phòng Khoáng sản;phòng;ban-giam-doc;23/11/2026;25/QĐ-SCT";

    private const string Broken = Units + "\nphong-loi;Phòng Lỗi;phòng;ban-giam-doc;23/11/2026;";

    [Fact]
    public async Task D22_What_is_pasted_is_only_checked_until_the_admin_says_otherwise()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm(Area, Import);
        form.Values["dryRun"].ShouldBe("true");

        var report = await office.HeadOfOffice.Presses(form, Import, ("kind", "units"), ("csv", Units));

        report.Words.ShouldContain("chưa ghi nhận");
        report.Words.ShouldContain("Thêm mới: 02. Thay đổi: 00. Không đổi: 00. Không nhận: 00.");
        report.Words.ShouldContain("Dòng 2, Phòng Năng lượng: thêm mới.");
        report.Values["csv"].ShouldBe(Units);
        report.Values["dryRun"].ShouldBe("true");
        (await Found(office, "phong nang luong")).ShouldBe(0);
    }

    [Fact]
    public async Task D22_What_is_recorded_is_an_act_of_the_admin_and_is_recorded_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var report = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Import), Import, ("kind", "units"), ("csv", Units));

        var recorded = await office.HeadOfOffice.Presses(report, Import, ("dryRun", "false"));
        await office.HeadOfOffice.Presses(report, Import, ("dryRun", "false"));

        recorded.Words.ShouldContain("Đã ghi nhận các dòng sau.");
        recorded.Words.ShouldContain("Dòng 3, Phòng Khoáng sản: thêm mới.");
        (await Found(office, "phong nang luong")).ShouldBe(1);
        var events = (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events.Where(e => e.Type == nameof(OrganisationEvent.UnitCreated));
        events.TakeLast(2).Select(e => e.By).ShouldBe([SampleOrganisation.HeadOfOffice.Value, SampleOrganisation.HeadOfOffice.Value]);
        var log = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Nhật ký thay đổi");
        log.Words.ShouldContain("Chánh Văn phòng Sở: thành lập Phòng Khoáng sản");
    }

    [Fact]
    public async Task D22_While_a_line_is_refused_none_is_recorded_and_the_form_comes_back_filled_in_with_the_reason()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm(Area, Import);

        var refused = await office.HeadOfOffice.Presses(form, Import, ("kind", "units"), ("csv", Broken), ("dryRun", "false"));

        refused.Words.ShouldContain("Có dòng không hợp lệ");
        refused.Words.ShouldContain("Dòng 4, Phòng Lỗi: không nhận. Đề nghị ghi văn bản làm căn cứ");
        refused.Words.IndexOf("Dòng 4", StringComparison.Ordinal).ShouldBeLessThan(refused.Words.IndexOf("Dòng 2", StringComparison.Ordinal));
        refused.Values["csv"].ShouldBe(Broken);
        refused.Values["kind"].ShouldBe("units");
        (await Found(office, "phong nang luong")).ShouldBe(0);

        (await office.HeadOfOffice.Presses(refused, Import, ("csv", Units))).Words.ShouldContain("Đã ghi nhận các dòng sau.");
        (await Found(office, "phong nang luong")).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_without_a_kind_or_lines_says_so_beside_the_fields()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var again = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Import), Import);

        again.Words.ShouldContain("Đề nghị chọn loại dữ liệu.");
        again.Words.ShouldContain("Đề nghị dán nội dung tệp, kể cả dòng tiêu đề.");
    }

    [Fact]
    public async Task A_file_of_another_kind_is_told_and_not_recorded()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.OpensForm(Area, Import);

        var refused = await office.HeadOfOffice.Presses(form, Import, ("kind", "people"), ("csv", Units), ("dryRun", "false"));

        refused.Words.ShouldContain("Tệp thiếu cột \"mã Entra\".");
        refused.Values["csv"].ShouldBe(Units);
    }

    [Fact]
    public async Task A_long_report_is_cut_to_what_a_card_holds_and_says_how_many_lines_more_there_are()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var many = "mã;tên;loại\n" + string.Join('\n', Enumerable.Range(1, 450).Select(n => $"p{n};Phòng {n};phòng"));

        var report = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Import), Import, ("kind", "units"), ("csv", many));

        report.Words.ShouldContain("dòng khác không hiển thị hết ở đây.");
        report.Words.ShouldContain("Không nhận: 450.");
        report.Values["csv"].ShouldBe(many);
        report.Card.GetRawText().Length.ShouldBeLessThan(ShownLines.MostBytes);
    }

    [Fact]
    public async Task D22_What_is_exported_in_the_chat_changes_nothing_when_it_is_imported_there()
    {
        await using var office = await OfficeDriver.Open(issuer);
        foreach (var kind in new[] { "units", "people" })
        {
            var shown = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Export), Export, ("kind", kind));
            var csv = shown.Values["csv"];
            csv.Split('\n').Length.ShouldBeGreaterThan(6);

            var report = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Import), Import, ("kind", kind), ("csv", csv));

            report.Words.ShouldContain("Thêm mới: 00. Thay đổi: 00.");
            report.Words.ShouldContain("Không nhận: 00.");
        }
    }

    [Fact]
    public async Task What_is_too_large_for_the_chat_names_the_command()
    {
        var act = Act.OfSystem(NodaTime.Instant.FromUtc(2026, 11, 20, 1, 0));
        var crowd = Enumerable
            .Range(1, 500)
            .Select(n => new OrganisationEvent.PersonRegistered(act, new PersonId($"e07b0700-0000-4000-8000-{n:x12}"), $"Nguyễn Văn {n}", "", null));
        await using var office = await OfficeDriver.Open(issuer);
        foreach (var part in crowd.Chunk(90))
        {
            await office.Record(part);
        }

        var shown = await office.HeadOfOffice.Presses(await office.OpensForm(Area, Export), Export, ("kind", "people"));

        shown.Words.ShouldContain("dutybot export-organisation --out");
        shown.Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task D_06_Others_neither_import_nor_export_however_they_got_the_form()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var import = await office.OpensForm(Area, Import);
        var export = await office.OpensForm(Area, Export);
        (string, string)[] units = [("kind", "units"), ("csv", Units), ("dryRun", "false")];

        (await office.HeadOfPlanning.Presses(import, Import, units)).Words.ShouldContain("Đồng chí không có quyền");
        var refused = await office.HeadOfPlanning.Presses(export, Export, ("kind", "people"));

        refused.Words.ShouldContain("Đồng chí không có quyền");
        refused.Values.Keys.ShouldNotContain("csv");
        (await Found(office, "phong nang luong")).ShouldBe(0);
    }

    private static async Task<int> Found(OfficeDriver office, string name) =>
        (await office.Organisation()).SearchUnits(name, new NodaTime.LocalDate(2026, 11, 23)).Length;
}
