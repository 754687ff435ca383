using NodaTime;
using NodaTime.Text;

namespace DutyBot.Domain.Policies;

/// <summary>A time of the day as a text: <c>07:30</c>, as officials write it also <c>7h30</c>.</summary>
internal static class TimeTexts
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly LocalTimePattern[] Typed =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H'h'mm"),
    ];

    public static string Write(LocalTime time) => Written.Format(time);

    public static LocalTime? Read(string text) =>
        Typed
            .Select(pattern => pattern.Parse(text.Trim().ToLowerInvariant()))
            .Where(parsed => parsed.Success)
            .Select(parsed => (LocalTime?)parsed.Value)
            .FirstOrDefault();
}
