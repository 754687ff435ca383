using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>How long a task has been left, in working days after its deadline .</summary>
public enum BacklogAge
{
    UpTo5,
    UpTo30,
    UpTo90,
    Beyond90,

    /// <summary>Has no deadline, and nothing was reported of it for more than 90 calendar days.</summary>
    NoReport,
}

/// <param name="Days">Working days overdue, 0 while no working day has begun since the deadline; without a deadline, calendar days since the issue.</param>
public sealed record BacklogEntry(BacklogAge Age, int Days);

/// <summary>Which tasks are left lying: derived from the task, the calendar and now, and never stored.</summary>
public static class Backlog
{
    /// <summary>Calendar days after which a task without a deadline counts, when nothing was reported of it.</summary>
    public const int LongestSilence = 90;

    /// <summary>
    /// Null for what is not left lying: in time, cancelled, not issued. What waits for the decision on a return is not held against the unit that
    /// asked for it.
    /// </summary>
    public static BacklogEntry? Of(WorkTask task, Instant now, WorkingCalendar calendar) =>
        task.Phase is not (TaskPhase.Assigned or TaskPhase.InProgress) ? null
        : task.CompleteBy is { } due ? Overdue(due, now, calendar)
        : Silent(task.IssuedAt, now, calendar);

    private static BacklogEntry? Overdue(Instant due, Instant now, WorkingCalendar calendar)
    {
        if (!WorkingCalendar.IsLate(due, now))
        {
            return null;
        }

        var late = calendar.WorkingDaysLate(due, now);
        var age = late switch
        {
            <= 5 => BacklogAge.UpTo5,
            <= 30 => BacklogAge.UpTo30,
            <= 90 => BacklogAge.UpTo90,
            _ => BacklogAge.Beyond90,
        };
        return new BacklogEntry(age, late);
    }

    private static BacklogEntry? Silent(Instant since, Instant now, WorkingCalendar calendar) =>
        Period.DaysBetween(calendar.DateOf(since), calendar.DateOf(now)) is > LongestSilence and var days
            ? new BacklogEntry(BacklogAge.NoReport, days)
            : null;
}
