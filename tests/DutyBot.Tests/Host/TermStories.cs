using DutyBot.Domain.Calendar;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>"Hạn sau 5 ngày": the office asks when a term ends and is told why (D-05, 2.7). It is Monday, 23/11/2026, 08:00.</summary>
public sealed class TermStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task D_05_The_answer_names_the_holiday_with_its_source_and_says_how_days_were_taken()
    {
        await using var office = await OfficeDriver.Open(issuer);

        (await office.OfficerOfIndustry.Types("hạn sau 5 ngày từ 20/11/2026")).Words.ShouldBe(
            """
            Hạn sau 05 ngày làm việc kể từ thứ Sáu, 20/11/2026: hết ngày thứ Hai, 30/11/2026.

            Cách tính: không tính ngày bắt đầu (Bộ luật Dân sự 2015, điều 147.2), ngày nghỉ hằng tuần, ngày nghỉ lễ, tết, nghỉ bù và nghỉ hoán đổi; ngày làm bù được tính.

            • Ngày nghỉ hằng tuần không tính: 04 ngày.

            • Ngày nghỉ: thứ Ba, 24/11/2026 – Ngày Văn hóa Việt Nam (nghỉ lễ, tết), căn cứ: 28/2026/QH16, điều 2.

            "5 ngày" ở đây được hiểu là ngày làm việc. Để tính theo ngày lịch, đề nghị nhập: hạn sau 5 ngày lịch.
            """
        );
    }

    [Fact]
    public async Task D_05_Calendar_days_that_end_on_a_holiday_go_on_to_the_next_working_day_and_say_so()
    {
        await using var office = await OfficeDriver.Open(issuer);

        var answer = (await office.OfficerOfIndustry.Types("hạn sau 15 ngày lịch từ 09/11/2026")).Words;

        answer.ShouldContain("Hạn sau 15 ngày lịch kể từ thứ Hai, 09/11/2026: hết ngày thứ Tư, 25/11/2026.");
        answer.ShouldContain("Ngày cuối cùng của thời hạn là thứ Ba, 24/11/2026, ngày nghỉ, nên");
        answer.ShouldContain("Ngày Văn hóa Việt Nam (nghỉ lễ, tết), căn cứ: 28/2026/QH16, điều 2.");
        answer.ShouldNotContain("được hiểu là");
    }

    [Fact]
    public async Task D_05_Working_hours_follow_the_hours_the_office_has_set()
    {
        await using var office = await OfficeDriver.Open(issuer);
        (await office.OfficerOfIndustry.Types("hạn sau 8 giờ làm việc")).Words.ShouldContain(": 17:00, thứ Hai, 23/11/2026.");
        var area = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Tham số");
        var form = await office.HeadOfOffice.Presses(area, "Đổi: Giờ làm việc trong ngày");
        form.Words.ShouldContain("buổi sáng; buổi chiều");
        form.Values["value"].ShouldBe("08:00-12:00; 13:00-17:00");

        var again = await office.HeadOfOffice.Presses(form, "Ghi nhận", ("value", "7h30–11h30, 11h–16h30"), ("basis", "Quyết định 20/QĐ-UBND"));
        again.Words.ShouldContain("Buổi sáng phải kết thúc trước buổi chiều");
        again.Values["value"].ShouldBe("7h30–11h30, 11h–16h30");
        await office.HeadOfOffice.Presses(again, "Ghi nhận", ("value", "7h30–11h30, 13h–16h30"));

        (await office.OfficerOfIndustry.Types("hạn sau 8 giờ làm việc")).Words.ShouldContain(": 08:30, thứ Tư, 25/11/2026.");
        (await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Tham số")).Words.ShouldContain(
            "sáng 07:30–11:30, chiều 13:00–16:30 – từ thứ Hai, 23/11/2026, căn cứ: Quyết định 20/QĐ-UBND"
        );
    }

    [Fact]
    public async Task A_term_nobody_understands_or_beyond_all_reason_is_answered_with_how_to_ask()
    {
        await using var office = await OfficeDriver.Open(issuer);

        (await office.OfficerOfIndustry.Types("hạn sau mấy ngày")).Words.ShouldContain("Chưa hiểu thời hạn cần tính. Ví dụ:");
        (await office.OfficerOfIndustry.Types("hạn sau 1001 ngày")).Words.ShouldContain("từ 1 đến 1000 ngày");
    }

    [Fact]
    public async Task The_answer_is_in_the_language_of_whoever_asks()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.OfficerOfIndustry.Types("english");

        (await office.OfficerOfIndustry.Types("deadline after 1 day")).Words.ShouldContain(
            "A term of 1 working days from Monday, 23/11/2026 ends with Wednesday, 25/11/2026."
        );
    }

    /// <summary>Defect 3 of the anchors: on a server in another zone "today" was yesterday, or the day began at 07:00.</summary>
    [Theory]
    [InlineData("Pacific/Honolulu", 0, 0)]
    [InlineData("Pacific/Honolulu", 23, 59)]
    [InlineData("UTC", 0, 0)]
    [InlineData("UTC", 6, 59)]
    [InlineData("UTC", 7, 0)]
    [InlineData("UTC", 23, 59)]
    [InlineData("Pacific/Kiritimati", 6, 59)]
    [InlineData("Pacific/Kiritimati", 7, 0)]
    public async Task Defect_3_D_05_A_server_in_another_zone_knows_which_day_it_is_in_the_office(string zone, int hour, int minute)
    {
        await using var office = await OfficeDriver.Open(issuer);
        office.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        await office.Stop();
        office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 25, hour, minute, 0, TimeSpan.FromHours(7)));
        await office.Start();

        (await office.OfficerOfIndustry.Types("hạn sau 1 ngày làm việc")).Words.ShouldContain(
            "kể từ thứ Tư, 25/11/2026: hết ngày thứ Năm, 26/11/2026."
        );
    }

    [Fact]
    public async Task D_05_A_task_issued_in_the_last_minute_of_a_day_is_accepted_by_the_end_of_the_next_working_day()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Stop();
        office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 59, 0, TimeSpan.FromHours(7)));
        await office.Start();

        var task = (await office.Assign()).Duty;

        var due = (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel)).First(row =>
            row.Duty == task && row.Name == "accept"
        );
        due.Due.ShouldBe(VietnamCalendar.Default.EndOfDay(new LocalDate(2026, 11, 25)));
    }
}
