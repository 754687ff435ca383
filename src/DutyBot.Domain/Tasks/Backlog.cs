using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>How long a task has been left, in working days after its deadline .</summary>
public enum BacklogAge
{
    /// <summary>Was overdue already when it came to the unit, whose delay begins with its own time .</summary>
    CameLate,

    UpTo5,
    UpTo30,
    UpTo90,
    Beyond90,

    /// <summary>Has no deadline, and nothing was reported of it for longer than the office lets pass.</summary>
    NoReport,
}

/// <param name="Days">
/// Working days overdue, 0 while no working day has begun since the deadline; of what came late, since it came; without a deadline, calendar days
/// since the issue.
/// </param>
public sealed record BacklogEntry(BacklogAge Age, int Days);

/// <summary>Which tasks are left lying: derived from the task, the calendar and now, and never stored.</summary>
public static class Backlog
{
    /// <summary>
    /// Null for what is not left lying: in time, cancelled, not issued. What waits for the decision on a return is not held against the unit that
    /// asked for it.
    /// </summary>
    /// <param name="context">The settings of the moment: the board is a view, and no duty's term depends on it.</param>
    public static BacklogEntry? Of(WorkTask task, Instant now, DutyContext context) =>
        task.Phase is not (TaskPhase.Assigned or TaskPhase.InProgress) ? null
        : task.CompleteBy is { } due ? Overdue(due, task.Lead.From, now, context.Calendar)
        : Silent(task.IssuedAt, now, context);

    private static BacklogEntry? Overdue(Instant due, Instant since, Instant now, WorkingCalendar calendar) =>
        !WorkingCalendar.IsLate(due, now) ? null
        : since >= due ? new BacklogEntry(BacklogAge.CameLate, calendar.WorkingDaysBetween(calendar.DateOf(since), calendar.DateOf(now)))
        : Aged(calendar.WorkingDaysLate(due, now));

    private static BacklogEntry Aged(int late)
    {
        var age = late switch
        {
            <= 5 => BacklogAge.UpTo5,
            <= 30 => BacklogAge.UpTo30,
            <= 90 => BacklogAge.UpTo90,
            _ => BacklogAge.Beyond90,
        };
        return new BacklogEntry(age, late);
    }

    private static BacklogEntry? Silent(Instant since, Instant now, DutyContext context) =>
        Period.DaysBetween(context.Calendar.DateOf(since), context.Calendar.DateOf(now)) is var days && days > context.Policy.SilenceWithoutDeadline
            ? new BacklogEntry(BacklogAge.NoReport, days)
            : null;
}
