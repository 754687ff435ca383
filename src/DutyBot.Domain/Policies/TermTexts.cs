using System.Globalization;
using DutyBot.Domain.Calendar;

namespace DutyBot.Domain.Policies;

/// <summary>Terms by urgency as a line of text: <c>1d; 4h; 2h</c> (working days, working hours; ordinary, urgent, flash).</summary>
internal static class TermTexts
{
    private const int MostDays = 60;
    private const int MostHours = 80;

    public static string Write(Terms terms) => $"{Write(terms.Normal)}; {Write(terms.Urgent)}; {Write(terms.Flash)}";

    public static Terms? Read(string text) =>
        text.Split(';') is [var normal, var urgent, var flash] && ReadTerm(normal) is { } n && ReadTerm(urgent) is { } u && ReadTerm(flash) is { } f
            ? new Terms(n, u, f)
            : null;

    private static string Write(Term term) =>
        term is Term.WorkingHours hours
            ? string.Create(CultureInfo.InvariantCulture, $"{hours.Count}h")
            : string.Create(CultureInfo.InvariantCulture, $"{((Term.WorkingDays)term).Count}d");

    private static Term? ReadTerm(string text)
    {
        var written = text.Trim().ToLowerInvariant();
        return written.Length > 1 && int.TryParse(written[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? written[^1] switch
            {
                'd' when count <= MostDays => new Term.WorkingDays(count),
                'h' when count <= MostHours => new Term.WorkingHours(count),
                _ => null,
            }
            : null;
    }
}
