using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Storage;

/// <summary>Instants as text of fixed width (UTC, nanoseconds), so that the order of the text is the order of time and nothing is rounded.</summary>
internal static class SortableTime
{
    private static readonly InstantPattern Pattern = InstantPattern.Create(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'",
        CultureInfo.InvariantCulture
    );

    public static string Write(Instant instant) => Pattern.Format(instant);

    public static string? Write(Instant? instant) => instant is { } known ? Write(known) : null;

    public static Instant Read(string text) => Pattern.Parse(text).Value;
}
