using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>R-61: what is left lying, by its age. The sample task is due on Friday 18/12/2026.</summary>
public sealed class BacklogSpecs
{
    private static readonly WorkingCalendar Calendar = VietnamCalendar.Default;
    private static readonly LocalDate Deadline = DecDay(18);

    [Theory]
    [InlineData(1, BacklogAge.UpTo5)]
    [InlineData(5, BacklogAge.UpTo5)]
    [InlineData(6, BacklogAge.UpTo30)]
    [InlineData(30, BacklogAge.UpTo30)]
    [InlineData(31, BacklogAge.UpTo90)]
    [InlineData(90, BacklogAge.UpTo90)]
    [InlineData(91, BacklogAge.Beyond90)]
    public void R_61_An_overdue_task_stands_under_the_working_days_since_its_deadline(int days, BacklogAge age) =>
        On(ATask.Accepted(), Calendar.AddWorkingDays(Deadline, days)).ShouldBe(new BacklogEntry(age, days));

    [Fact]
    public void R_61_It_counts_from_the_end_of_its_last_day()
    {
        Backlog.Of(TaskOf(ATask.Accepted()), JustBefore(EndOf(Deadline)), Calendar).ShouldBeNull();
        Backlog.Of(TaskOf(ATask.Accepted()), EndOf(Deadline), Calendar).ShouldBe(new BacklogEntry(BacklogAge.UpTo5, 0));
    }

    [Fact]
    public void R_49_A_task_that_nobody_accepted_is_overdue_like_any_other() =>
        On(ATask.Issued(), DecDay(21)).ShouldBe(new BacklogEntry(BacklogAge.UpTo5, 1));

    [Fact]
    public void R_61_What_was_recorded_as_passed_still_counts() => On(ATask.Late(), DecDay(23)).ShouldBe(new BacklogEntry(BacklogAge.UpTo5, 3));

    [Fact]
    public void R_61_Without_a_deadline_more_than_ninety_days_of_silence_count()
    {
        On(Undated, new LocalDate(2027, 2, 7)).ShouldBeNull();
        On(Undated, new LocalDate(2027, 2, 8)).ShouldBe(new BacklogEntry(BacklogAge.NoReport, 91));
    }

    [Fact]
    public void R_61_What_was_cancelled_or_waits_for_the_decision_on_a_return_is_not_held_against_anybody()
    {
        On(ATask.Cancelled(), DecDay(23)).ShouldBeNull();
        On(ATask.ReturnRequested(), DecDay(23)).ShouldBeNull();
        Backlog.Of(WorkTask.NotIssued, Dec(23), Calendar).ShouldBeNull();
    }

    private static ImmutableArray<TaskEvent> Undated =>
        ATask.Issued(ATask.Draft with { Deadline = null, ReportDeadline = null, ReviewOn = DecDay(9), NoDeadlineReason = Texts.Reason });

    private static BacklogEntry? On(ImmutableArray<TaskEvent> past, LocalDate day) =>
        Backlog.Of(TaskOf(past), Calendar.At(day, new LocalTime(9, 0)), Calendar);

    private static WorkTask TaskOf(ImmutableArray<TaskEvent> past) => past.Aggregate(WorkTask.NotIssued, WorkTask.Evolve);
}
