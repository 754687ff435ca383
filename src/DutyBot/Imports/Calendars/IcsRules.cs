using DutyBot.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace DutyBot.Imports.Calendars;

/// <summary>Which series of days is gone through at all.</summary>
internal static class IcsRules
{
    /// <summary>Why no day is looked for; null when the event may be gone through.</summary>
    public static Problem? Unreadable(CalendarEvent one) =>
        one.Start is null ? new Problem("E-ICS-NO-DATE")
        : (one.RecurrenceRule is { } rule && !IsOfDays(rule)) || IsBeyondUs(one) ? new Problem("E-ICS-RULE")
        : null;

    /// <summary>Whether both name the same occurrence of a series.</summary>
    public static bool AreSame(CalDateTime one, CalDateTime other) =>
        one.HasTime && other.HasTime ? one.AsUtc == other.AsUtc : one.Date == other.Date;

    // Hours, minutes and seconds make no days, and would be gone through one by one: for years, where a rule begins long ago.
    private static bool IsOfDays(RecurrenceRule rule) =>
        rule is { Frequency: FrequencyType.Yearly or FrequencyType.Monthly or FrequencyType.Weekly or FrequencyType.Daily }
        && Math.Max(rule.ByHour.Count, Math.Max(rule.ByMinute.Count, rule.BySecond.Count)) <= 1;

    // A second rule, a rule of exceptions and a change of all that follows: the standard gave them up, or no calendar of holidays has them.
    private static bool IsBeyondUs(CalendarEvent one) =>
        one.Properties.Count(property => property.Name == "RRULE") > 1
        || one.Properties.Any(property => property.Name == "EXRULE")
        || one.RecurrenceIdentifier?.Range == RecurrenceRange.ThisAndFuture;
}
