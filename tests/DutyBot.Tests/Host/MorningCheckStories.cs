using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-09: an admin who asks nothing is told every working morning who cannot be reached, once, and only when there is news.</summary>
public sealed class MorningCheckStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task R_09_What_is_missing_is_told_in_the_morning_unasked()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);
        (await office.MorningNews()).ShouldBeEmpty();

        await office.PassUntil(11, 25, 8);

        var card = (await office.MorningNews()).ShouldHaveSingleItem();
        card.Words.ShouldContain(Mornings.Missing);
        card.Words.ShouldContain("thứ Tư, 25/11/2026: có 02 nội dung cần xử lý.");
        card.Conversation.ShouldBe(office.HeadOfOffice.Chat);
    }

    [Fact]
    public async Task D_05_From_1_11_on_a_next_year_without_days_off_is_told_and_stands_in_the_calendar()
    {
        var act = Act.OfSystem(VietnamCalendar.Default.StartOfDay(new LocalDate(2026, 11, 2)));
        OrganisationEvent[] taken =
        [
            .. VietnamCalendar
                .Default.EntriesOf(2027)
                .Select(entry => new OrganisationEvent.CalendarEntryRemoved(act, entry.Date, "Thông báo 21/TB-BNV")),
        ];
        await using var office = await Mornings.Open(issuer, taken);

        await office.PassUntil(11, 25, 8);

        (await office.MorningNews()).ShouldHaveSingleItem().Words.ShouldContain("Chưa nhập lịch nghỉ năm 2027");
        (await office.OfficerOfIndustry.Types("lịch nghỉ")).Words.ShouldContain("Chưa nhập lịch nghỉ năm 2027");
        var area = await office.HeadOfOffice.Presses(await office.HeadOfOffice.Types("cấu hình"), "Lịch làm việc");
        area.Words.ShouldContain("Chưa nhập lịch nghỉ năm 2027");
    }

    [Fact]
    public async Task R_09_Where_nothing_is_missing_nothing_is_said()
    {
        await using var office = await Mornings.Open(issuer);

        await office.PassUntil(11, 25, 8);

        (await office.MorningNews()).ShouldBeEmpty();
        (await office.MorningChecks()).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_That_it_is_mended_is_told_once()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);
        await office.PassUntil(11, 25, 8);
        await office.Record(Mornings.Bound);

        await office.PassUntil(11, 26, 8);
        await office.PassUntil(11, 27, 8);

        var told = await office.MorningNews();
        told.Count.ShouldBe(2);
        told[1].Words.ShouldContain(Mornings.Mended);
    }

    [Fact]
    public async Task R_09_Nobody_is_told_twice_for_a_day_by_a_restart_or_by_two_replicas()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);
        await office.PassUntil(11, 25, 7);
        await using var other = await office.Replica();

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Task.WhenAll(Mornings.Sweep(office.App, office), Mornings.Sweep(other, office));
        await office.Settled();
        await office.Restart();
        await office.Pass(Duration.FromHours(3));

        (await office.MorningNews()).Count.ShouldBe(1);
        (await office.MorningChecks()).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_Days_on_which_DutyBot_was_down_are_made_up_for_by_one_check()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);

        await office.PassUntil(11, 27, 15);

        (await office.MorningNews()).ShouldHaveSingleItem().Words.ShouldContain("thứ Sáu, 27/11/2026");
        (await office.MorningChecks()).ShouldBe(2);
    }

    [Fact]
    public async Task D_05_On_a_holiday_and_at_the_weekend_nobody_is_told()
    {
        var holiday = new OrganisationEvent.CalendarEntrySet(
            Mornings.Earlier,
            new LocalDate(2026, 11, 27),
            CalendarEntryKind.Holiday,
            "Kỷ niệm ngày thành lập tỉnh",
            "15/TB-UBND"
        );
        await using var office = await Mornings.Open(issuer, Mornings.Unbound, holiday);

        // 24 November is a holiday of the calendar DutyBot starts with.
        await office.PassUntil(11, 24, 9);
        (await office.MorningNews()).ShouldBeEmpty();
        await office.PassUntil(11, 26, 8);
        (await office.MorningNews()).Count.ShouldBe(1);

        await office.PassUntil(11, 27, 9);
        await office.PassUntil(11, 28, 9);
        await office.PassUntil(11, 29, 9);
        (await office.MorningNews()).Count.ShouldBe(1);

        await office.PassUntil(11, 30, 8);
        (await office.MorningNews()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task R_09_A_clock_that_runs_needs_nobody_to_start_the_check()
    {
        await using var office = await Mornings.Open(issuer, Mornings.Unbound);
        await office.PassUntil(11, 25, 7);

        office.Time.Advance(TimeSpan.FromMinutes(31));

        await office.Until(() => office.Messages(office.HeadOfOffice.Chat).Any(Mornings.IsNews));
    }

    [Fact]
    public async Task R_09_An_organisation_that_was_recorded_before_there_was_a_check_is_checked_too()
    {
        await using var office = await OfficeDriver.OpenEmpty(issuer, new Dictionary<string, string?>());
        await office.HeadOfOffice.Types("trợ giúp");
        await office.Record(SampleOrganisation.From(new LocalDate(2026, 1, 1), Language.Vietnamese).Events);
        (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel)).ShouldBeEmpty();

        await office.Restart();
        while (await office.MorningChecks() == 0)
        {
            await Task.Yield();
        }

        (await office.MorningNews()).ShouldHaveSingleItem();
        var next = (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel)).Single(row =>
            row.Kind == ObligationKind.CheckReachability
        );
        next.Due.ShouldBe(VietnamCalendar.Default.At(new LocalDate(2026, 11, 25), new LocalTime(7, 30)));
    }
}
