using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>Defects 1, 3 and 13 of other systems (<c>docs/rules.md</c>): the sample task is due on Friday 25/12/2026, five days are left on the 18th.</summary>
public sealed class DefectsOfPeersClockStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string FiveDays = "còn 05 ngày làm việc là đến hạn";

    /// <param name="morning">The next on which somebody is at work: the day after the outage may be a Saturday.</param>
    [Theory]
    [InlineData(1, 21)]
    [InlineData(3, 21)]
    [InlineData(8, 28)]
    public async Task Defect_1_Whatever_the_clock_missed_it_makes_up_for_once(int daysDown, int morning)
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;
        await office.PassUntil(12, 18, 7);
        var before = Reminders(office);

        await office.PassUntil(12, 18 + daysDown, 7);
        await office.PassUntil(12, morning, 9);
        await office.Pass(Duration.FromMinutes(4));

        (Reminders(office) - before).ShouldBe(1);
        var state = await office.App.Get<DutyDesk>().Task(task, office.Cancel);
        state.Notices.Where(notice => notice.Target == TaskObligations.Complete).ShouldAllBe(notice => notice.At > office.Now());
        (await office.Store.DueObligations(office.Now(), 100, office.Cancel)).ShouldNotContain(row => row.Duty == task);
    }

    /// <summary>On a server in another zone "today" was yesterday, or a day began at 07:00.</summary>
    [Theory]
    [InlineData("Pacific/Honolulu")]
    [InlineData("UTC")]
    [InlineData("Asia/Ho_Chi_Minh")]
    [InlineData("Pacific/Kiritimati")]
    public async Task Defect_3_A_day_begins_at_midnight_of_the_office_wherever_the_server_stands(string zone)
    {
        await using var office = await OfficeDriver.Open(issuer);
        office.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var task = (await office.AssignAndAccept()).Duty;

        await office.PassUntil(12, 17, 23);
        foreach (var wait in new[] { (0, 59), (0, 1), (6, 59), (0, 1) })
        {
            await office.Pass(Duration.FromHours(wait.Item1) + Duration.FromMinutes(wait.Item2));
            Told(office, FiveDays).ShouldBe(0, $"It is {office.Now()}.");
        }

        await office.Pass(Duration.FromHours(1));
        await office.Pass(Duration.FromMinutes(4));
        Told(office, FiveDays).ShouldBe(1);

        await office.PassUntil(12, 25, 23);
        await office.Pass(Duration.FromMinutes(59));
        (await IsOver(office, task)).ShouldBeFalse();
        await office.Pass(Duration.FromMinutes(1));
        (await IsOver(office, task)).ShouldBeTrue();
    }

    [Fact]
    public async Task Defect_13_A_reminder_that_was_overtaken_on_its_way_is_not_told_and_leaves_a_trace()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var task = (await office.AssignAndAccept()).Duty;
        await office.PassUntil(12, 18, 8);
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        office.Time.Advance(TimeSpan.FromMinutes(4));
        await office.App.Get<ClockWorker>().Sweep(office.Cancel);

        // Nothing was sent until the deadline had passed.
        await office.Stop();
        office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 26, 9, 0, 0, TimeSpan.FromHours(7)));
        await office.Start();
        await office.Settled();

        Told(office, FiveDays).ShouldBe(0);
        var left = await LeftOut(office, office.OfficerOfPlanning.Id);
        left.ShouldContain(notice => notice.Id.StartsWith($"{task}/notice:complete:-5/") && notice.Because == LeftOutBecause.Passed);
    }

    [Fact]
    public async Task Defect_13_A_reminder_of_what_was_cancelled_meanwhile_leaves_a_trace_once()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.AssignAndAccept();
        await office.PassUntil(12, 18, 8);
        var cancel = await office.Deputy.Presses(await office.Deputy.Types(card.Duty.Value), "Hủy nhiệm vụ");
        await office.Deputy.Presses(cancel, "Hủy nhiệm vụ", ("reason", "Nội dung đã được giao cho cơ quan khác chủ trì."));

        await office.Pass(Duration.FromMinutes(4));
        await office.Pass(Duration.FromMinutes(4));

        Told(office, FiveDays).ShouldBe(0);
        (await LeftOut(office, office.OfficerOfPlanning.Id)).ShouldHaveSingleItem().Because.ShouldBe(LeftOutBecause.Met);
    }

    private static int Reminders(OfficeDriver office) =>
        office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } summary } && summary.Contains("hạn"));

    private static int Told(OfficeDriver office, string words) =>
        office.Messages(office.OfficerOfPlanning.Chat).Count(seen => seen is { IsUpdate: false, Summary: { } summary } && summary.Contains(words));

    private static async Task<bool> IsOver(OfficeDriver office, DutyId task) =>
        (await office.Store.Load(task, office.Cancel)).Events.Any(e => e.Type == nameof(TaskEvent.CompletionDeadlinePassed));

    private static async Task<IReadOnlyList<LeftOutNotice>> LeftOut(OfficeDriver office, PersonId person)
    {
        var history = await office.Store.Load(DutyId.InboxOf(person), office.Cancel);
        return
        [
            .. history
                .Events.Select(stored => DutyType<Inbox, InboxCommand, InboxEvent>.Read(stored.Json))
                .OfType<InboxEvent.NoticesLeftOut>()
                .SelectMany(e => e.Notices),
        ];
    }
}
