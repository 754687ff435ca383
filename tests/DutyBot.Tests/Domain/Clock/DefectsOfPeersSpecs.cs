using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Fixtures;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Clock;

/// <summary>
/// Defects 1, 3, 4 and 13 of other systems (<c>docs/rules.md</c>), where a notice of ours is decided. The sample task is due on Fri 18/12/2026 and
/// reported until Tue 22/12.
/// </summary>
public sealed class DefectsOfPeersSpecs
{
    private static readonly string[] Rungs = ["notice:complete:+1", "notice:complete:+3", "notice:complete:+5", "notice:complete:+10"];

    /// <summary>A clock that wakes only so often, from the morning after acceptance until all is over.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(30)]
    [InlineData(60)]
    public void Defect_1_and_13_Every_notice_that_fell_due_is_written_down_once_and_none_is_dropped_for_its_age(int days)
    {
        var given = Lived(days).OfType<NoticesGiven>().Select(e => e.Given).ToList();

        var planned = Accepted().OfType<Issued>().Single().Notices!.Where(notice => notice.Target != TaskObligations.Accept);
        given.SelectMany(notices => notices.Passed).ShouldBe(planned.Select(notice => notice.Name), ignoreOrder: true);
        given.SelectMany(notices => notices.Told).Select(notice => notice.Name).Where(Rungs.Contains).ShouldBe(Rungs);
        given.ShouldAllBe(notices => notices.Told.All(notice => notices.Passed.Contains(notice.Name)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Defect_1_A_deadline_that_nobody_looked_at_is_recorded_when_somebody_does(int days)
    {
        var passed = Lived(days).OfType<CompletionDeadlinePassed>().ShouldHaveSingleItem();

        passed.Act.At.ShouldBeGreaterThanOrEqualTo(EndOf(DecDay(18)));
        passed.Act.At.ShouldBeLessThan(EndOf(DecDay(18)) + Duration.FromDays(days));
    }

    [Theory]
    [InlineData("17/12 00:00", false, false)]
    [InlineData("18/12 00:00", false, false)]
    [InlineData("18/12 06:59", false, false)]
    [InlineData("18/12 07:00", false, false)]
    [InlineData("18/12 08:00", true, false)]
    [InlineData("18/12 23:59", true, false)]
    [InlineData("19/12 00:00", true, true)]
    [InlineData("19/12 06:59", true, true)]
    [InlineData("19/12 07:00", true, true)]
    public void Defect_3_The_day_of_a_deadline_is_the_day_of_the_office(string at, bool isToday, bool isOver)
    {
        var parts = at.Split('/', ' ', ':');
        var now = Dec(int.Parse(parts[0], null), int.Parse(parts[2], null), int.Parse(parts[3], null));

        var yesterday = Swept(Swept(Accepted(), Dec(11)), Dec(17));
        Given(yesterday).When(Pass("notice:complete:0", now)).Decision.Events.IsEmpty.ShouldBe(!isToday);
        Given(yesterday).When(Pass(TaskObligations.Complete, now)).Decision.Events.IsEmpty.ShouldBe(!isOver);
    }

    [Fact]
    public void Defect_3_No_code_can_ask_for_the_zone_of_the_server()
    {
        var banned = File.ReadAllLines(Repository.Path("BannedSymbols.txt")).Select(line => line.Split(';')[0]).ToList();

        banned.ShouldContain("P:System.TimeZoneInfo.Local");
        banned.ShouldContain("M:NodaTime.IDateTimeZoneProvider.GetSystemDefault");
        banned.ShouldContain("M:System.TimeProvider.GetLocalNow");
    }

    /// <summary>Due on Fri 27/11: Tue 24/11 is a holiday, 21 and 22/11 are a weekend.</summary>
    [Theory]
    [InlineData(19, 5)]
    [InlineData(20, 4)]
    [InlineData(21, 3)]
    [InlineData(23, 3)]
    [InlineData(26, 1)]
    public void Defect_4_Working_days_are_working_days_and_are_counted_from_the_day_on_which_they_are_read(int day, int left)
    {
        var task = Accepted(Draft with { Deadline = NovDay(27), ReportDeadline = null });

        var told = Given(task).When(Pass("notice:complete:-5", Nov(day))).Then<NoticesGiven>().Given;

        told.WorkingDays.ShouldBe(left);
        Given(task).Obligations.ShouldContain(owed => owed.Name == "notice:complete:-5" && owed.Due == Nov(19, 8));
    }

    private static ImmutableArray<TaskEvent> Lived(int days)
    {
        var past = Accepted();
        for (var now = Nov(10, 8); now < Dec(31) + Duration.FromDays(70); now += Duration.FromDays(days))
        {
            past = Swept(past, now);
        }

        return past;
    }

    private static ImmutableArray<TaskEvent> Swept(ImmutableArray<TaskEvent> past, Instant now)
    {
        while (Given(past).Obligations.FirstOrDefault(owed => owed.Due <= now) is { } due)
        {
            past = past.After(Pass(due.Name, now));
        }

        return past;
    }

    private static TaskCommand Pass(string obligation, Instant at) => new TaskCommand.PassDeadline(DutyBot.Domain.Act.OfSystem(at), obligation);
}
