using NodaTime;

namespace DutyBot.Domain.Policies;

/// <summary>Over which time formal reminders are counted (<c>reminder.window</c>); the seeds give none .</summary>
public enum ReminderWindow
{
    /// <summary>From 01/01 to 31/12: on 01/01 the count begins at 0.</summary>
    CalendarYear,

    /// <summary>The twelve months up to the day in question.</summary>
    TwelveMonths,
}

public static class ReminderWindows
{
    /// <summary>Whether what happened on a day is in the window as seen on another day.</summary>
    public static bool Includes(this ReminderWindow window, LocalDate day, LocalDate seenOn) =>
        window == ReminderWindow.CalendarYear ? day.Year == seenOn.Year : day > seenOn.PlusMonths(-12) && day <= seenOn;
}
