using System.Text;
using DutyBot.Domain.Organisations;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Host;

/// <summary>An operator imports and exports the organisation with files.</summary>
public sealed class OrganisationFileStories : IDisposable
{
    private const string Lan = "d07b0700-0000-4000-8000-0000000000aa";
    private const string Units =
        "mã;tên;loại;trực thuộc;từ ngày;căn cứ\nbgd;Ban Giám đốc;lanh dao;;01/01/2026;15/QĐ\nkh;Phòng Kế hoạch;phong;bgd;01/01/2026;15/QĐ\n";
    private const string People = "Entra object id,name,title,unit,position,from,to\n" + Lan + ",Đỗ Lan,Trưởng phòng,kh,head,2026-01-01,\n";

    private readonly TestFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 16, 1, 0, 0, TimeSpan.Zero));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StorageOptions Storage => new() { Path = folder.File("dutybot.db") };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_dry_run_reports_and_records_nothing()
    {
        var (code, report) = await Import(Units, People, isDryRun: true);

        code.ShouldBe(0);
        report.ShouldContain("Dòng 3, Phòng Kế hoạch: thêm mới.");
        report.ShouldContain("Dòng 2, Đỗ Lan: thêm mới.");
        report.ShouldContain("chưa ghi nhận thay đổi nào");
        (await Events()).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_in_an_old_code_page_is_refused_whole()
    {
        await File.WriteAllBytesAsync(folder.File("units.csv"), Encoding.Latin1.GetBytes(Units), Cancel);
        await using var output = new StringWriter();
        var options = new ImportOptions(new FileInfo(folder.File("units.csv")), null, IsDryRun: false, Language.Vietnamese);

        (await ImportOrganisation.Run(Storage, options, output, time, Cancel)).ShouldBe(1);

        output.ToString().ShouldContain("Đề nghị lưu lại dưới dạng CSV UTF-8.");
        (await Events()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_imported_is_recorded_once()
    {
        (await Import(Units, People)).Code.ShouldBe(0);
        (await Events()).ShouldBe(4);

        var (code, report) = await Import(Units, People);

        code.ShouldBe(0);
        report.ShouldContain("Dòng 3, Phòng Kế hoạch: đã có, không đổi.");
        (await Events()).ShouldBe(4);
    }

    [Fact]
    public async Task A_refused_line_is_told_and_the_others_are_recorded()
    {
        var (code, report) = await Import(Units + "x;Phòng X;phòng;bgd;01/01/2026;\n", People);

        code.ShouldBe(1);
        report.ShouldContain("Dòng 4, Phòng X: không nhận.");
        (await Events()).ShouldBe(4);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        var (code, report) = await Import(People, People);

        code.ShouldBe(1);
        report.ShouldContain("Tệp thiếu cột \"mã\".");
        (await Events()).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_exported_changes_nothing_when_it_is_imported()
    {
        (await Import(Units, People)).Code.ShouldBe(0);
        var options = new ExportOptions(new DirectoryInfo(folder.File("out")), null, Language.English);
        (await ExportOrganisation.Run(Storage, options, TextWriter.Null, time, Cancel)).ShouldBe(0);

        var units = await File.ReadAllTextAsync(folder.File("out", "units.csv"), Cancel);
        var people = await File.ReadAllTextAsync(folder.File("out", "people.csv"), Cancel);

        units.ShouldContain("kh,Phòng Kế hoạch,Phòng Kế hoạch,division,bgd,01/01/2026,15/QĐ");
        (await Import(units, people)).Report.ShouldNotContain("thêm mới.");
        (await Events()).ShouldBe(4);
    }

    private async Task<(int Code, string Report)> Import(string units, string people, bool isDryRun = false)
    {
        await File.WriteAllTextAsync(folder.File("units.csv"), units, Cancel);
        await File.WriteAllTextAsync(folder.File("people.csv"), people, Cancel);
        var files = (Units: new FileInfo(folder.File("units.csv")), People: new FileInfo(folder.File("people.csv")));
        await using var output = new StringWriter();
        var options = new ImportOptions(files.Units, files.People, isDryRun, Language.Vietnamese);
        var code = await ImportOrganisation.Run(Storage, options, output, time, Cancel);
        return (code, output.ToString());
    }

    private async Task<int> Events()
    {
        await using var store = await OrganisationStore.Open(Storage, time, Cancel);
        return (await store.Book.History(Cancel)).Count;
    }
}
