using System.Globalization;
using System.Text.RegularExpressions;
using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Policies;

/// <summary>The hours of a working day as a text: <c>07:30-11:30; 13:00-17:00</c>, as officials write it also <c>7h30–11h30, 13h–17h</c>.</summary>
internal static partial class WorkHoursTexts
{
    /// <summary>Hours of work in a day: fewer or more are a slip of the pen.</summary>
    private const int Least = 4;
    private const int Most = 12;

    public static string Write(WorkHours hours) =>
        $"{Write(hours.MorningFrom)}-{Write(hours.MorningTo)}; {Write(hours.AfternoonFrom)}-{Write(hours.AfternoonTo)}";

    public static WorkHours? Read(string text) =>
        Times(text) is [var from, var noon, var again, var to] && Refusal(text) is null ? new WorkHours(from, noon, again, to) : null;

    /// <summary>What is wrong with the text, as a key; null when nothing is.</summary>
    public static string? Refusal(string text) =>
        Times(text) is not [var from, var noon, var again, var to] ? "E-WORK-HOURS-FORM"
        : from >= noon || noon > again || again >= to ? "E-WORK-HOURS-ORDER"
        : Length(from, noon) + Length(again, to) is < Least or > Most ? "E-WORK-HOURS-LENGTH"
        : null;

    private static double Length(LocalTime from, LocalTime to) => (double)(to.TickOfDay - from.TickOfDay) / NodaConstants.TicksPerHour;

    private static string Write(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    // Empty when the text is something else.
    private static LocalTime[] Times(string text)
    {
        var match = Written().Match(text.Trim().ToLowerInvariant());
        LocalTime?[] times = [.. Enumerable.Range(0, match.Success ? 4 : 0).Select(n => Time(match.Groups[$"h{n}"], match.Groups[$"m{n}"]))];
        return Array.TrueForAll(times, time => time is not null) ? [.. times.Select(time => time!.Value)] : [];
    }

    private static LocalTime? Time(Group hour, Group minute)
    {
        var (h, m) = (Number(hour), minute.Success ? Number(minute) : 0);
        return h < 24 && m < 60 ? new LocalTime(h, m) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<h0>[0-9]{1,2})[:h](?<m0>[0-9]{2})?\s*[-–]\s*(?<h1>[0-9]{1,2})[:h](?<m1>[0-9]{2})?\s*[;,]\s*"
            + @"(?<h2>[0-9]{1,2})[:h](?<m2>[0-9]{2})?\s*[-–]\s*(?<h3>[0-9]{1,2})[:h](?<m3>[0-9]{2})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
