using System.Globalization;
using DutyBot.Domain.Calendar;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using NodaTime;

namespace DutyBot.Administration;

/// <summary>The office's calendar in words.</summary>
internal static class CalendarWords
{
    public static string Of(CalendarEntry entry, Texts texts) =>
        texts.Format("lbl.calendarEntry", ("date", entry.Date), ("name", entry.Name), ("kind", Of(entry.Kind, texts)), ("source", entry.Source));

    public static string Of(CalendarEntryKind kind, Texts texts) =>
        texts[
            kind switch
            {
                CalendarEntryKind.Holiday => "lbl.day.holiday",
                CalendarEntryKind.InLieu => "lbl.day.inLieu",
                CalendarEntryKind.SwapOff => "lbl.day.swapOff",
                _ => "lbl.day.swapWork",
            }
        ];

    public static IReadOnlyList<Choice> Kinds(Texts texts) =>
        [.. Enum.GetValues<CalendarEntryKind>().Select(kind => new Choice(Of(kind, texts), kind.ToString()))];

    /// <summary>What comes of this year and the next; the calendar of a year is only known once its notice has been entered.</summary>
    public static string Coming(WorkingCalendar calendar, LocalDate today, Texts texts)
    {
        var coming = calendar.EntriesOf(today.Year).Concat(calendar.EntriesOf(today.Year + 1)).Where(entry => entry.Date >= today).ToList();
        var lines = coming.Select(entry => Of(entry, texts)).DefaultIfEmpty(texts["n.noHolidays"]);
        return string.Join(
            "\n\n",
            lines.Prepend(texts["n.holidays"]).Concat(calendar.YearMissedOn(today) is { } year ? Missing(calendar, year, texts) : [])
        );
    }

    /// <summary>A warning when nothing has been entered for the year (D-05).</summary>
    public static IEnumerable<string> Missing(WorkingCalendar calendar, int year, Texts texts) =>
        calendar.EntriesOf(year).Any() ? [] : [texts.Format("n.calendarMissing", ("year", year.ToString(CultureInfo.InvariantCulture)))];
}
