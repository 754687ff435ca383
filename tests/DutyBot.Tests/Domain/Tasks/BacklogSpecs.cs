using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Policies;
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
        Backlog.Of(TaskOf(ATask.Accepted()), JustBefore(EndOf(Deadline)), SampleOffice.Context).ShouldBeNull();
        Backlog.Of(TaskOf(ATask.Accepted()), EndOf(Deadline), SampleOffice.Context).ShouldBe(new BacklogEntry(BacklogAge.UpTo5, 0));
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
    public void R_61_How_long_nothing_may_be_reported_without_a_deadline_is_a_setting_of_the_moment()
    {
        var sixty = SampleOffice.With(Policy.Default with { SilenceWithoutDeadline = 60 });
        On(Undated, new LocalDate(2027, 1, 8), sixty).ShouldBeNull();
        On(Undated, new LocalDate(2027, 1, 9), sixty).ShouldBe(new BacklogEntry(BacklogAge.NoReport, 61));
    }

    [Fact]
    public void R_08_What_came_to_a_unit_when_it_was_late_already_stands_apart_and_its_days_count_from_then()
    {
        var passed = ATask.Accepted().After(ATask.Succeeds(SampleOffice.Planning, SampleOffice.Safety, Dec(28)));
        On(passed, DecDay(28)).ShouldBe(new BacklogEntry(BacklogAge.CameLate, 0));
        On(passed, DecDay(30)).ShouldBe(new BacklogEntry(BacklogAge.CameLate, 2));

        var reassigned = ATask.ReturnRequested().After(new TaskCommand.Reassign(SampleOffice.Deputy.At(Dec(28)), SampleOffice.Industry));
        On(reassigned, DecDay(30)).ShouldBe(new BacklogEntry(BacklogAge.CameLate, 2));

        var inTime = ATask.Accepted().After(ATask.Succeeds(SampleOffice.Planning, SampleOffice.Safety, Dec(16)));
        On(inTime, DecDay(23)).ShouldBe(new BacklogEntry(BacklogAge.UpTo5, 3));
    }

    [Fact]
    public void R_61_What_was_cancelled_or_waits_for_the_decision_on_a_return_is_not_held_against_anybody()
    {
        On(ATask.Cancelled(), DecDay(23)).ShouldBeNull();
        On(ATask.ReturnRequested(), DecDay(23)).ShouldBeNull();
        Backlog.Of(WorkTask.NotIssued, Dec(23), SampleOffice.Context).ShouldBeNull();
    }

    private static ImmutableArray<TaskEvent> Undated =>
        ATask.Issued(ATask.Draft with { Deadline = null, ReportDeadline = null, ReviewOn = DecDay(9), NoDeadlineReason = Texts.Reason });

    private static BacklogEntry? On(ImmutableArray<TaskEvent> past, LocalDate day, DutyContext? context = null) =>
        Backlog.Of(TaskOf(past), Calendar.At(day, new LocalTime(9, 0)), context ?? SampleOffice.Context);

    private static WorkTask TaskOf(ImmutableArray<TaskEvent> past) => past.Aggregate(WorkTask.NotIssued, WorkTask.Evolve);
}
