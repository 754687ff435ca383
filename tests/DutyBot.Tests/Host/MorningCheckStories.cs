using DutyBot.Delivery;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>R-09: an admin who asks nothing is told every working morning who cannot be reached, once, and only when there is news.</summary>
public sealed class MorningCheckStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string News = "Kiểm tra khả năng liên hệ đầu ngày";
    private const string Missing = "Phòng Quản lý Thương mại: chưa gắn kênh Teams.";
    private const string Mended = "các nội dung đã báo trước đây đều đã được xử lý";

    private static readonly Act Earlier = Act.OfSystem(Instant.FromUtc(2026, 11, 20, 1, 0));
    private static readonly OrganisationEvent Unbound = new OrganisationEvent.ChannelUnbound(Earlier, SampleOrganisation.Trade);

    private static readonly OrganisationEvent Bound = new OrganisationEvent.ChannelBound(
        Earlier,
        SampleOrganisation.Trade,
        OfficeDriver.ChannelOf(SampleOrganisation.Trade)
    );

    [Fact]
    public async Task R_09_What_is_missing_is_told_in_the_morning_unasked()
    {
        await using var office = await Open(Unbound);
        (await Told(office)).ShouldBeEmpty();

        await office.PassUntil(11, 25, 8);

        var card = (await Told(office)).ShouldHaveSingleItem();
        card.Words.ShouldContain(Missing);
        card.Words.ShouldContain("thứ Tư, 25/11/2026: có 02 nội dung cần xử lý.");
        card.Conversation.ShouldBe(office.HeadOfOffice.Chat);
    }

    [Fact]
    public async Task R_09_Where_nothing_is_missing_nothing_is_said()
    {
        await using var office = await Open();

        await office.PassUntil(11, 25, 8);

        (await Told(office)).ShouldBeEmpty();
        (await Checks(office)).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_That_it_is_mended_is_told_once()
    {
        await using var office = await Open(Unbound);
        await office.PassUntil(11, 25, 8);
        await office.Record(Bound);

        await office.PassUntil(11, 26, 8);
        await office.PassUntil(11, 27, 8);

        var told = await Told(office);
        told.Count.ShouldBe(2);
        told[1].Words.ShouldContain(Mended);
    }

    [Fact]
    public async Task R_09_Nobody_is_told_twice_for_a_day_by_a_restart_or_by_two_replicas()
    {
        await using var office = await Open(Unbound);
        await office.PassUntil(11, 25, 7);
        await using var other = await office.Replica();

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Task.WhenAll(Sweep(office.App, office), Sweep(other, office));
        await office.Settled();
        await office.Restart();
        await office.Pass(Duration.FromHours(3));

        (await Told(office)).Count.ShouldBe(1);
        (await Checks(office)).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_A_process_that_died_after_it_had_told_somebody_tells_them_no_second_time()
    {
        await using var office = await Open(Unbound);
        await office.PassUntil(11, 25, 8);

        // What was told was not settled: it is carried out again.
        var again = await office.App.Get<MorningCheck>().CarryOut(new LocalDate(2026, 11, 25), 0, office.Cancel);

        again.ShouldBe(new Settlement.Done());
        (await Told(office)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task R_09_Days_on_which_DutyBot_was_down_are_made_up_for_by_one_check()
    {
        await using var office = await Open(Unbound);

        await office.PassUntil(11, 27, 15);

        (await Told(office)).ShouldHaveSingleItem().Words.ShouldContain("thứ Sáu, 27/11/2026");
        (await Checks(office)).ShouldBe(2);
    }

    [Fact]
    public async Task D_05_On_a_holiday_and_at_the_weekend_nobody_is_told()
    {
        var holiday = new OrganisationEvent.CalendarEntrySet(
            Earlier,
            new LocalDate(2026, 11, 27),
            CalendarEntryKind.Holiday,
            "Kỷ niệm ngày thành lập tỉnh",
            "15/TB-UBND"
        );
        await using var office = await Open(Unbound, holiday);

        // 24 November is a holiday of the calendar DutyBot starts with.
        await office.PassUntil(11, 24, 9);
        (await Told(office)).ShouldBeEmpty();
        await office.PassUntil(11, 26, 8);
        (await Told(office)).Count.ShouldBe(1);

        await office.PassUntil(11, 27, 9);
        await office.PassUntil(11, 28, 9);
        await office.PassUntil(11, 29, 9);
        (await Told(office)).Count.ShouldBe(1);

        await office.PassUntil(11, 30, 8);
        (await Told(office)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task R_09_Teams_is_asked_again_before_an_answer_that_did_not_come_is_told()
    {
        await using var office = await Open();
        await office.PassUntil(11, 25, 7);
        await office.HeadOfOffice.Types("trợ giúp");
        office.Connector.Next(new ConnectorReply(429, """{"error":{"code":"-","message":"-"}}""", RetryAfter: "600"));

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Sweep(office.App, office);
        await PutOff(office);
        office.Time.Advance(TimeSpan.FromMinutes(10));

        (await Told(office)).ShouldBeEmpty();
        (await Checks(office)).ShouldBe(2);
    }

    [Fact]
    public async Task R_09_An_admin_whose_chat_is_busy_is_told_later_and_once()
    {
        await using var office = await Open();
        await office.PassUntil(11, 25, 7);
        await office.HeadOfOffice.Types("trợ giúp");
        var nobody = new ConnectorReply(200, """{"members":[]}""");
        var busy = new ConnectorReply(429, """{"error":{"code":"-","message":"-"}}""", RetryAfter: "600");
        office.Connector.Next([.. Enumerable.Repeat(nobody, 6), busy]);

        office.Time.Advance(TimeSpan.FromMinutes(30));
        await Sweep(office.App, office);
        await PutOff(office);
        office.Connector.Members[OfficeDriver.ChannelOf(SampleOrganisation.Trade)] = [];
        office.Time.Advance(TimeSpan.FromMinutes(10));
        await office.Settled();

        // The one that was refused, and the one that was taken.
        (await Told(office))
            .Count(seen => seen.Words.Contains("người đứng đầu Trưởng phòng Quản lý thương mại"))
            .ShouldBe(2);
        (await office.Store.DeadEffects(10, office.Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_09_Every_admin_is_told_also_one_who_never_wrote()
    {
        var second = new OrganisationEvent.RoleGranted(Earlier, SampleOrganisation.Director, Role.Admin, new LocalDate(2026, 11, 20));
        await using var office = await Open(Unbound, second);

        await office.PassUntil(11, 25, 8);

        (await Told(office)).Count.ShouldBe(1);
        office.Messages(office.Director.Chat).Count(IsNews).ShouldBe(1);
    }

    [Fact]
    public async Task R_09_A_clock_that_runs_needs_nobody_to_start_the_check()
    {
        await using var office = await Open(Unbound);
        await office.PassUntil(11, 25, 7);

        office.Time.Advance(TimeSpan.FromMinutes(31));

        await office.Until(() => office.Messages(office.HeadOfOffice.Chat).Any(IsNews));
    }

    [Fact]
    public async Task R_09_An_organisation_that_was_recorded_before_there_was_a_check_is_checked_too()
    {
        await using var office = await OfficeDriver.OpenEmpty(issuer, new Dictionary<string, string?>());
        await office.HeadOfOffice.Types("trợ giúp");
        await office.Record(SampleOrganisation.From(new LocalDate(2026, 1, 1), Language.Vietnamese).Events);
        (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel)).ShouldBeEmpty();

        await office.Restart();
        while (await Checks(office) == 0)
        {
            await Task.Yield();
        }

        (await Told(office)).ShouldHaveSingleItem();
        var next = (await office.Store.DueObligations(Instant.FromUtc(2100, 1, 1, 0, 0), 100, office.Cancel)).ShouldHaveSingleItem();
        next.Due.ShouldBe(VietnamCalendar.Default.At(new LocalDate(2026, 11, 25), new LocalTime(7, 30)));
    }

    private async Task<OfficeDriver> Open(params OrganisationEvent[] more)
    {
        var office = await OfficeDriver.Open(issuer, "Production", null, more);
        // Until somebody has written to it, DutyBot knows no way to Teams.
        await office.HeadOfOffice.Types("trợ giúp");
        return office;
    }

    private static Task Sweep(RunningApp app, OfficeDriver office) => app.Get<ClockWorker>().Sweep(office.Cancel);

    private static async Task<IReadOnlyList<Seen>> Told(OfficeDriver office)
    {
        await office.Settled();
        return [.. office.Messages(office.HeadOfOffice.Chat).Where(IsNews)];
    }

    private static bool IsNews(Seen seen) => seen.Summary is { } summary && summary.StartsWith(News, StringComparison.Ordinal);

    // This Monday's is one of them.
    private static async Task<int> Checks(OfficeDriver office) =>
        (await office.Store.Load(DutyId.Organisation, office.Cancel)).Events.Count(e => e.Type == nameof(OrganisationEvent.ReachabilityChecked));

    // Under lease an effect is ready again after two minutes; put off, after ten.
    private static async Task PutOff(OfficeDriver office)
    {
        while ((await office.Store.DutiesToDrain(office.Now() + Duration.FromMinutes(5), 100, office.Cancel)).Count > 0)
        {
            await Task.Yield();
        }
    }
}
