using System.Globalization;
using DutyBot.Domain.Calendar;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Tests.Domain.Calendar;

/// <summary>Dates and times as the tables of the specification write them.</summary>
internal static class Dates
{
    public static readonly WorkingCalendar Vietnam = VietnamCalendar.Default;

    /// <summary><c>26/04/2024</c>; a weekday in front (<c>Fri 26/04/2024</c>) must be the right one.</summary>
    public static LocalDate Day(string text) =>
        LocalDatePattern.Create(text.Length > 10 ? "ddd dd/MM/yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture).Parse(text).Value;

    /// <summary><c>26/04/2024 08:30</c> in Viet Nam.</summary>
    public static Instant At(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("dd/MM/yyyy HH:mm").Parse(text).Value.InZoneStrictly(Vietnam.Zone).ToInstant();
}
