using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>A day off entered while terms run: an admin sees which, and nothing moves before the admin says so (D-05). It is Monday, 23/11/2026.</summary>
public sealed class RecountStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Recount = "Tính lại thời hạn";

    [Fact]
    public async Task D_05_Nothing_moves_before_the_admin_has_seen_the_list_and_confirmed_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Assign()).Duty;

        var saved = await SetDayOff(office, "2026-11-25");

        saved.Words.ShouldContain("Đã ghi nhận.");
        saved.Words.ShouldContain("02 thời hạn, lịch nhắc hạn đang chạy bị ảnh hưởng");
        saved.Words.ShouldContain($"{task} ({Routine.Work}) – hạn tiếp nhận: từ thứ Tư, 25/11/2026 thành thứ Năm, 26/11/2026");
        saved.Words.ShouldContain("hạn đề nghị trả lại: từ thứ Tư, 25/11/2026 thành thứ Năm, 26/11/2026");
        (await Due(office, task, "accept")).ShouldBe(new LocalDate(2026, 11, 25));
        (await Types(office, task)).ShouldBe(["Issued"]);
    }

    [Fact]
    public async Task D_05_Once_confirmed_the_terms_move_with_who_said_so_and_the_unit_is_told_but_no_date_moves()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Assign(("deadline", "2026-11-27"))).Duty;
        await SetDayOff(office, "2026-11-27");
        var form = await office.HeadOfOffice.Presses(await SetDayOff(office, "2026-11-25"), Recount);
        form.Words.ShouldContain("hạn tiếp nhận: từ thứ Tư, 25/11/2026 thành thứ Năm, 26/11/2026");

        (await office.HeadOfOffice.Presses(form, Recount)).Words.ShouldContain("Đã ghi nhận.");
        (await office.HeadOfOffice.Presses(form, Recount)).Words.ShouldContain("Đã ghi nhận.");

        (await office.Latest(office.HeadOfPlanning.Chat, "hạn tiếp nhận của nhiệm vụ")).Words.ShouldContain(
            $"Lịch làm việc của cơ quan thay đổi nên hạn tiếp nhận của nhiệm vụ \"{Routine.Work}\" được tính lại: từ thứ Tư, 25/11/2026 thành thứ Năm, 26/11/2026."
        );
        (await Due(office, task, "accept")).ShouldBe(new LocalDate(2026, 11, 26));
        (await Due(office, task, "complete")).ShouldBe(new LocalDate(2026, 11, 27));
        var events = (await office.Store.Load(task, office.Cancel)).Events;
        events.Select(e => e.Type).ShouldBe(["Issued", "TermsRecounted", "NoticesRescheduled"]);
        events[^1].By.ShouldBe(office.HeadOfOffice.Id.Value);
        var log = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Nhật ký thay đổi");
        log.Words.ShouldContain($"xác nhận tính lại thời hạn theo lịch làm việc: {task}");
        (await Area(office)).Words.ShouldNotContain("bị ảnh hưởng");
    }

    [Fact]
    public async Task D_05_A_day_taken_out_of_the_calendar_is_shown_in_the_same_way()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();
        var form = await office.HeadOfOffice.Presses(await Area(office), "Bỏ ngày");

        var saved = await office.HeadOfOffice.Presses(form, "Bỏ ngày", ("date", "2026-11-24"), ("basis", "Thông báo 21/TB-BNV"));

        saved.Words.ShouldContain("hạn tiếp nhận: từ thứ Tư, 25/11/2026 thành thứ Ba, 24/11/2026");
        saved.Buttons.ShouldContain(Recount);
    }

    [Fact]
    public async Task D_05_A_day_no_term_runs_over_asks_nothing_of_the_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();

        var saved = await SetDayOff(office, "2026-12-10");

        saved.Words.ShouldContain("10/12/2026 – Nghỉ hoán đổi");
        saved.Words.ShouldNotContain("bị ảnh hưởng");
        saved.Buttons.ShouldNotContain(Recount);
    }

    [Fact]
    public async Task D_05_Notices_before_a_date_are_given_by_the_new_calendar_once_confirmed_and_what_was_told_is_not_told_again()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;
        await office.PassUntil(12, 18, 8);
        await office.Pass(Duration.FromMinutes(4));

        var saved = await SetDayOff(office, "2026-12-23");
        saved.Words.ShouldContain($"{task} ({Routine.Work}) – thời hạn giữ nguyên, xếp lại 01 lần nhắc hạn");
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Presses(saved, Recount), Recount);
        await office.PassUntil(12, 21, 8);
        await office.Pass(Duration.FromMinutes(4));
        await office.PassUntil(12, 22, 8);
        await office.Pass(Duration.FromMinutes(4));

        Told("còn 05 ngày làm việc").ShouldBe(1, "It was told on Friday.");
        Told("còn 03 ngày làm việc").ShouldBe(1, "On Monday: 22, 24 and 25 are left.");
        Told("ngày làm việc là đến hạn").ShouldBe(2);
        (await Due(office, task, "complete")).ShouldBe(new LocalDate(2026, 12, 25));

        int Told(string words) =>
            office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } said } && said.Contains(words));
    }

    [Fact]
    public async Task D_05_What_was_not_confirmed_still_stands_in_the_area_for_any_admin()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Assign();
        await SetDayOff(office, "2026-11-25");

        (await Area(office)).Buttons.ShouldContain(Recount);
    }

    [Fact]
    public async Task D_05_The_term_to_explain_a_reminder_moves_too_and_the_admin_does_not_read_what_it_is_about()
    {
        await using var office = await Reminding.Late(issuer);
        await office.Remind(office.Director, await office.TaskOf());

        var saved = await SetDayOff(office, "2026-12-09");

        saved.Words.ShouldContain(
            "Một văn bản nhắc nhở (nội dung chỉ người có liên quan được xem) – hạn giải trình: từ thứ Hai, 14/12/2026 thành thứ Ba, 15/12/2026"
        );
        saved.Words.ShouldNotContain(Reminding.Text);
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Presses(saved, Recount), Recount);
        (await office.EventsOfRecord()).ShouldBe(["Issued", "Delivered", "TermRecounted"]);
        (await office.Latest(office.HeadOfPlanning.Chat, "hạn giải trình về việc được nhắc nhở")).Words.ShouldContain("thành thứ Ba, 15/12/2026");
    }

    [Fact]
    public async Task D_06_Only_an_admin_confirms()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Assign()).Duty;
        var saved = await SetDayOff(office, "2026-11-25");
        var form = await office.HeadOfOffice.Presses(saved, Recount);

        (await office.HeadOfPlanning.Presses(form, Recount)).Words.ShouldContain("Đồng chí không có quyền");
        (await office.HeadOfPlanning.Presses(saved, Recount)).Words.ShouldContain("Đồng chí không có quyền");

        await office.Settled();
        (await Types(office, task)).ShouldBe(["Issued"]);
    }

    [Fact]
    public async Task A_list_that_is_no_longer_true_is_shown_again_before_it_is_confirmed()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.Assign()).Duty;
        var form = await office.HeadOfOffice.Presses(await SetDayOff(office, "2026-11-25"), Recount);
        await SetDayOff(office, "2026-11-26");

        var again = await office.HeadOfOffice.Presses(form, Recount);

        again.Words.ShouldContain("thành thứ Sáu, 27/11/2026");
        await office.HeadOfOffice.Presses(again, Recount);
        await office.Settled();
        (await Due(office, task, "accept")).ShouldBe(new LocalDate(2026, 11, 27));
    }

    private static async Task<Seen> Area(OfficeDriver office) =>
        await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Lịch làm việc");

    private static async Task<Seen> SetDayOff(OfficeDriver office, string date) =>
        await office.HeadOfOffice.Presses(
            await office.HeadOfOffice.Presses(await Area(office), "Đặt ngày"),
            "Ghi nhận",
            ("date", date),
            ("kind", nameof(CalendarEntryKind.SwapOff)),
            ("name", "Nghỉ hoán đổi"),
            ("basis", "Thông báo 20/TB-BNV")
        );

    private static async Task<LocalDate> Due(OfficeDriver office, DutyId duty, string name) =>
        VietnamCalendar.Default.DayOfDeadline(
            (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel))
                .First(r => r.Duty == duty && r.Name == name)
                .Due!.Value
        );

    private static async Task<IEnumerable<string>> Types(OfficeDriver office, DutyId duty) =>
        (await office.Store.Load(duty, office.Cancel)).Events.Select(e => e.Type);
}
