using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>The office's calendar: entered by an admin, asked about by everybody (D-05).</summary>
public sealed class CalendarStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Forbidden = "Đồng chí không có quyền thực hiện thao tác này.";

    private static readonly (string, string)[] NewYear =
    [
        ("date", "2028-01-03"),
        ("kind", nameof(CalendarEntryKind.InLieu)),
        ("name", "Nghỉ bù Tết Dương lịch"),
        ("basis", "Thông báo 6150/TB-BNV"),
    ];

    [Fact]
    public async Task D_05_A_day_off_is_entered_with_its_source_and_counts()
    {
        await using var office = await OfficeDriver.Open(issuer);

        await Set(office, ("date", "2026-12-24"), ("name", "Nghỉ hoán đổi cuối năm"), ("kind", nameof(CalendarEntryKind.SwapOff)));

        (await Area(office)).Words.ShouldContain("thứ Năm, 24/12/2026 – Nghỉ hoán đổi cuối năm (nghỉ hoán đổi), căn cứ: Thông báo 6150/TB-BNV");
        (await Calendar(office)).IsWorkingDay(new LocalDate(2026, 12, 24)).ShouldBeFalse();
    }

    [Fact]
    public async Task D_05_A_day_is_taken_out_of_the_calendar_on_a_basis()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Set(office, ("date", "2026-12-24"));
        var form = await office.HeadOfOffice.Presses(await Area(office), "Bỏ ngày");

        var again = await office.HeadOfOffice.Presses(form, "Bỏ ngày", ("date", "2026-12-24"));
        again.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        again.Values["date"].ShouldBe("2026-12-24");
        (string, string)[] typed = [("date", "2026-12-24"), ("basis", "Thông báo 6151/TB-BNV")];
        await office.HeadOfOffice.Presses(form, "Bỏ ngày", typed);
        (await office.HeadOfOffice.Presses(form, "Bỏ ngày", typed)).Words.ShouldContain("Đã ghi nhận.");

        (await Calendar(office)).IsWorkingDay(new LocalDate(2026, 12, 24)).ShouldBeTrue();
        (await History(office)).OfType<OrganisationEvent.CalendarEntryRemoved>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_day_that_changes_nothing_or_has_no_source_is_refused_and_filled_in_again()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var again = await Set(office, ("date", "2026-12-26"), ("basis", ""));

        again.Words.ShouldContain("Ngày làm bù phải là thứ Bảy hoặc Chủ nhật");
        again.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        again.Values["name"].ShouldBe("Nghỉ bù Tết Dương lịch");
        (await History(office)).OfType<OrganisationEvent.CalendarEntrySet>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_press_enters_nothing_more()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.HeadOfOffice.Presses(await Area(office), "Đặt ngày");

        await office.HeadOfOffice.Presses(form, "Ghi nhận", NewYear);
        (await office.HeadOfOffice.Presses(form, "Ghi nhận", NewYear)).Words.ShouldContain("Đã ghi nhận.");

        (await History(office)).OfType<OrganisationEvent.CalendarEntrySet>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_an_admin_changes_the_calendar()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var area = await Area(office);
        var setting = await office.HeadOfOffice.Presses(area, "Đặt ngày");
        var removing = await office.HeadOfOffice.Presses(area, "Bỏ ngày");

        (await office.Deputy.Presses(setting, "Ghi nhận", NewYear)).Words.ShouldContain(Forbidden);
        (await office.Deputy.Presses(removing, "Bỏ ngày", ("date", "2027-01-01"), ("basis", "Thông báo"))).Words.ShouldContain(Forbidden);

        (await History(office)).Any(e => e is OrganisationEvent.CalendarEntrySet or OrganisationEvent.CalendarEntryRemoved).ShouldBeFalse();
    }

    [Fact]
    public async Task Everybody_may_ask_for_the_coming_days_off()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await Set(office, ("date", "2026-12-24"));

        var answer = await office.OfficerOfIndustry.Types("lịch nghỉ");

        answer.Words.ShouldContain("24/12/2026 – Nghỉ bù Tết Dương lịch");
        answer.Words.ShouldNotContain("/09/2026");
    }

    private static async Task<Seen> Area(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Lịch làm việc");

    private static async Task<Seen> Set(OfficeDriver office, params (string, string)[] changes) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Presses(await Area(office), "Đặt ngày"), "Ghi nhận", [.. NewYear, .. changes]);

    private static async Task<WorkingCalendar> Calendar(OfficeDriver office) => Organisation.From(await History(office)).Calendar;

    private static async Task<IReadOnlyList<OrganisationEvent>> History(OfficeDriver office) =>
        await office.App.Get<OrganisationBook>().History(office.Cancel);
}
