using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Teams;

/// <summary>How a language writes values inside a text (D-09, 3.1 rule 5).</summary>
/// <param name="days">The names of the days, Monday first.</param>
internal sealed class TextValues(Language language, ImmutableArray<string> days)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dd/MM/yyyy");
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    // The offices DutyBot serves are all in this zone, whatever the server's is.
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    private readonly NumberFormatInfo numbers =
        language == Language.Vietnamese
            ? new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," }
            : NumberFormatInfo.InvariantInfo;

    public string Write(object value) =>
        value switch
        {
            string text => text,
            int count => Write(count),
            decimal number => number.ToString("#,##0.##", numbers),
            LocalDate date => Write(date),
            Instant moment => Write(moment),
            DutyId duty => duty.Value,
            IEnumerable<string> list => string.Join(", ", list),
            IEnumerable<int> list => string.Join(", ", list.Select(Write)),
            _ => throw new ArgumentException($"A {value.GetType().Name} has no way to be written; look its name up first."),
        };

    public string Write(LocalDate date) => $"{days[(int)date.DayOfWeek - 1]}, {Day.Format(date)}";

    public string Write(Instant moment)
    {
        var local = moment.InZone(Vietnam).LocalDateTime;
        return $"{Hour.Format(local.TimeOfDay)}, {Write(local.Date)}";
    }

    // A formal Vietnamese count below ten has a leading zero: "03 ngày làm việc".
    private string Write(int count) => language == Language.Vietnamese && count is >= 0 and < 10 ? $"0{count}" : count.ToString("N0", numbers);
}
