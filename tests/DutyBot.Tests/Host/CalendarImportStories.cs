using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>An admin pastes an .ics file: first it is only checked, then recorded, once (D-05, D22).</summary>
public sealed class CalendarImportStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Import = "Nhập tệp .ics";
    private const string Basis = "Thông báo 9999/TB-BNV ngày 20/11/2026";

    // A Saturday that is no working day anyway, an entry known from the press, a swapped pair, and one that is called off.
    private static readonly string Notice = Calendar(
        Event("Tết Nguyên đán", "20270204", "20270207"),
        Event("Nghỉ hoán đổi", "20270903", "20270904", "CATEGORIES:Nghỉ hoán đổi"),
        Event("Làm bù", "20270911", "20270912", "X-DUTYBOT-KIND:swapWork"),
        Event("Ngày Văn hóa Việt Nam", "20271124", "20271125", "STATUS:CANCELLED")
    );

    [Fact]
    public async Task D_05_What_is_pasted_is_only_checked_until_the_admin_says_otherwise()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office);
        form.Values["dryRun"].ShouldBe("true");

        var report = await office.HeadOfOffice.Presses(form, Import, ("ics", Notice), ("basis", Basis));

        report.Words.ShouldContain("Đặt mới: 01. Thay đổi: 03. Bỏ: 01. Không đổi: 00. Không nhận: 00.");
        report.Words.ShouldContain($"Thay đổi: thứ Năm, 04/02/2027 – Tết Nguyên đán (nghỉ lễ, tết), căn cứ: {Basis} (trước đây: ");
        report.Words.ShouldContain("Không ghi vào lịch: thứ Bảy, 06/02/2027 – Tết Nguyên đán");
        report.Words.ShouldContain($"Đặt mới: thứ Bảy, 11/09/2027 – Làm bù (làm bù), căn cứ: {Basis}.");
        report.Words.ShouldContain("Bỏ: thứ Tư, 24/11/2027 – Ngày Văn hóa Việt Nam");
        report.Values["ics"].ShouldBe(Notice);
        (await office.Organisation()).Calendar.IsWorkingDay(new LocalDate(2027, 11, 24)).ShouldBeFalse();
    }

    [Fact]
    public async Task D_05_What_is_recorded_is_recorded_once_with_its_basis()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var report = await office.HeadOfOffice.Presses(await Form(office), Import, ("ics", Notice), ("basis", Basis));

        var recorded = await office.HeadOfOffice.Presses(report, Import, ("dryRun", "false"));
        await office.HeadOfOffice.Presses(report, Import, ("dryRun", "false"));

        recorded.Words.ShouldContain("Đã ghi nhận các dòng sau.");
        var calendar = (await office.Organisation()).Calendar;
        calendar.EntryOn(new LocalDate(2027, 2, 4)).ShouldBe(new CalendarEntry(new(2027, 2, 4), CalendarEntryKind.Holiday, "Tết Nguyên đán", Basis));
        calendar.IsWorkingDay(new LocalDate(2027, 9, 11)).ShouldBeTrue();
        calendar.IsWorkingDay(new LocalDate(2027, 11, 24)).ShouldBeTrue();
        var events = (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events;
        events.Count(e => e.Type == nameof(OrganisationEvent.CalendarEntrySet)).ShouldBe(4);
        events.Count(e => e.Type == nameof(OrganisationEvent.CalendarEntryRemoved)).ShouldBe(1);
    }

    [Fact]
    public async Task D_05_A_file_that_is_the_whole_year_takes_out_what_it_does_not_name_when_the_admin_says_so()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var report = await office.HeadOfOffice.Presses(await Form(office), Import, ("ics", Notice), ("basis", Basis), ("replace", "true"));

        report.Words.ShouldContain("Bỏ: 09.");
        report.Words.ShouldContain("Bỏ: thứ Sáu, 01/01/2027 – Tết Dương lịch");
    }

    [Fact]
    public async Task D_05_While_a_date_is_refused_none_is_recorded_and_the_form_comes_back_with_the_reason()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var broken = Calendar(
            Event("Tết Nguyên đán", "20270204", "20270205"),
            Event("Hai lần", "20270301", "20270302"),
            Event("Hai lần, khác", "20270301", "20270302"),
            Event("Làm bù", "20270310", "20270311", "X-DUTYBOT-KIND:swapWork"),
            "BEGIN:VEVENT\nUID:z\nSUMMARY:Họp giao ban\nDTSTART:20270204T020000Z\nDTEND:20270204T030000Z\nEND:VEVENT"
        );

        var refused = await office.HeadOfOffice.Presses(await Form(office), Import, ("ics", broken), ("basis", Basis), ("dryRun", "false"));

        refused.Words.ShouldContain("Có dòng không hợp lệ");
        refused.Words.ShouldContain("Không nhận: thứ Hai, 01/03/2027 – Hai lần. Tệp nêu ngày này nhiều lần");
        refused.Words.ShouldContain("Không nhận: thứ Tư, 10/03/2027 – Làm bù. Ngày làm bù phải là thứ Bảy hoặc Chủ nhật");
        refused.Words.ShouldContain("Không nhận sự kiện \"Họp giao ban\". Sự kiện không trọn ngày theo giờ của cơ quan.");
        refused.Values["ics"].ShouldBe(broken);
        (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events.ShouldNotContain(e =>
            e.Type == nameof(OrganisationEvent.CalendarEntrySet)
        );
    }

    [Fact]
    public async Task A_text_that_is_no_calendar_and_a_form_without_a_basis_say_so_beside_the_fields()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office);

        (await office.HeadOfOffice.Presses(form, Import)).Words.ShouldContain("Đề nghị dán nội dung tệp .ics.");
        var again = await office.HeadOfOffice.Presses(form, Import, ("ics", "nghỉ từ 30/4 đến 1/5"));

        again.Words.ShouldContain("Nội dung này không phải tệp lịch .ics");
        again.Words.ShouldContain("Đề nghị ghi văn bản làm căn cứ");
        again.Values["ics"].ShouldBe("nghỉ từ 30/4 đến 1/5");
    }

    [Fact]
    public async Task D_05_More_days_than_one_write_holds_are_recorded_in_several()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var longest = Calendar(Event("Nghỉ phòng dịch", "20280103", "20280601"));

        var recorded = await office.HeadOfOffice.Presses(await Form(office), Import, ("ics", longest), ("basis", Basis), ("dryRun", "false"));

        recorded.Words.ShouldContain("Đặt mới: 108.");
        (await office.Organisation()).Calendar.EntriesOf(2028).Count().ShouldBe(108);
    }

    [Fact]
    public async Task D_05_Terms_that_the_new_days_would_move_are_counted_for_the_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();
        var off = Calendar(Event("Nghỉ hoán đổi", "20261125", "20261126", "CATEGORIES:Nghỉ hoán đổi"));

        var recorded = await office.HeadOfOffice.Presses(await Form(office), Import, ("ics", off), ("basis", Basis), ("dryRun", "false"));

        recorded.Words.ShouldContain("02 thời hạn, lịch nhắc hạn đang chạy bị ảnh hưởng");
        recorded.Words.ShouldContain("Đề nghị mở Cấu hình, Lịch làm việc");
    }

    [Fact]
    public async Task D_06_Only_an_admin_imports_a_calendar()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await Form(office);

        var refused = await office.HeadOfPlanning.Presses(form, Import, ("ics", Notice), ("basis", Basis), ("dryRun", "false"));

        refused.Words.ShouldContain("Đồng chí không có quyền");
        (await office.Organisation()).Calendar.EntryOn(new LocalDate(2027, 9, 11)).ShouldBeNull();
    }

    private static Task<Seen> Form(OfficeDriver office) => office.OpensForm("Lịch làm việc", Import);

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Join('\n', events)}\nEND:VCALENDAR";

    private static string Event(string name, string from, string end, string more = "CLASS:PUBLIC") =>
        $"BEGIN:VEVENT\nUID:{from}-{name.Length}\nSUMMARY:{name}\nDTSTART;VALUE=DATE:{from}\nDTEND;VALUE=DATE:{end}\n{more}\nEND:VEVENT";
}
