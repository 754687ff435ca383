using DutyBot.Domain.Calendar;
using DutyBot.Features;
using NodaTime;

namespace DutyBot.Cards;

/// <summary>How a deadline stands now, in words; never stored (3.3, 2.7).</summary>
internal static class Timeliness
{
    /// <summary>Working days from which on a deadline is near: the second of the three notices before it (1.7).</summary>
    public const int Soon = 3;

    public static string Of(Instant due, Names names, Instant now)
    {
        var (texts, calendar) = (names.Texts, names.Calendar);
        if (WorkingCalendar.IsLate(due, now))
        {
            var late = calendar.WorkingDaysLate(due, now);
            return late == 0 ? texts["st.overdue.today"] : texts.Format("st.overdue", ("n", late));
        }

        var (today, last) = (calendar.DateOf(now), calendar.DayOfDeadline(due));
        return (last == today, calendar.WorkingDaysBetween(today, last)) switch
        {
            (true, _) => texts["st.dueToday"],
            (_, 0) => texts["st.dueSoon.restDays"],
            (_, <= Soon and var left) => texts.Format("st.dueSoon", ("n", left)),
            (_, var left) => texts.Format("st.onTrack", ("n", left)),
        };
    }
}
