using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Moments of the sample story, in local time. 24/11/2026 is a holiday; 07/11, 14/11, 21/11 and 28/11 are Saturdays.</summary>
internal static class Times
{
    public static Instant Nov(int day, int hour = 9, int minute = 0) => Local(11, day, hour, minute);

    public static Instant Dec(int day, int hour = 9, int minute = 0) => Local(12, day, hour, minute);

    public static LocalDate NovDay(int day) => new(2026, 11, day);

    public static LocalDate DecDay(int day) => new(2026, 12, day);

    /// <summary>24:00 of the day: the first instant that is too late.</summary>
    public static Instant EndOf(LocalDate day) => VietnamCalendar.Default.EndOfDay(day);

    /// <summary>The last instant before.</summary>
    public static Instant JustBefore(Instant moment) => moment - Duration.Epsilon;

    /// <summary>The act of this person at that moment.</summary>
    public static Act At(this PersonId person, Instant moment) => new(moment, person);

    private static Instant Local(int month, int day, int hour, int minute) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(VietnamCalendar.Zone).ToInstant();
}
