using System.Globalization;
using System.Text.RegularExpressions;
using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Teams.Commands;

/// <summary>Reads "hạn sau 5 ngày làm việc từ 20/11/2026" from its folded words.</summary>
internal static partial class TypedTerm
{
    private static readonly string[] Openings = ["han sau", "thoi han", "deadline after", "due after"];

    /// <summary>Whether the line asks when a term ends, understood or not.</summary>
    public static bool Asks(string words) => Openings.Any(opening => words == opening || words.StartsWith(opening + " ", StringComparison.Ordinal));

    /// <summary>Null when the term, or the day it is counted from, cannot be read.</summary>
    public static AskedTerm? Read(string words)
    {
        var match = Written().Match(words);
        return
            match.Success
            && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && (!match.Groups["d"].Success || Date(match) is not null)
            ? new AskedTerm(count, UnitOf(match.Groups["unit"].Value), match.Groups["unit"].Value is "ngay" or "day" or "days", Date(match))
            : null;
    }

    private static TermUnit UnitOf(string words) =>
        words switch
        {
            "thang" or "month" or "months" => TermUnit.Months,
            "ngay lich" or "ngay theo lich" or "calendar day" or "calendar days" => TermUnit.CalendarDays,
            _ when words.StartsWith("gio", StringComparison.Ordinal) || words.Contains("hour", StringComparison.Ordinal) => TermUnit.WorkingHours,
            _ => TermUnit.WorkingDays,
        };

    private static LocalDate? Date(Match match)
    {
        if (!match.Groups["d"].Success)
        {
            return null;
        }

        var (y, m, d) = (Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"]));
        return y is >= 1 and <= 9_999 && m is >= 1 and <= 12 && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
            ? new LocalDate(y, m, d)
            : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // A date is folded to its numbers: 20/11/2026 to "20 11 2026", 2026-11-20 to "2026 11 20".
    [GeneratedRegex(
        "^(?:han sau|thoi han|deadline after|due after) (?<n>[0-9]{1,6}) ?"
            + "(?<unit>ngay lam viec|ngay theo lich|ngay lich|ngay|gio lam viec|gio|thang"
            + "|working days?|calendar days?|days?|working hours?|hours?|months?)"
            + "(?: (?:ke tu|tinh tu|tu|from)(?: ngay)? (?:(?<d>[0-9]{1,2}) (?<m>[0-9]{1,2}) (?<y>[0-9]{4})|(?<y>[0-9]{4}) (?<m>[0-9]{1,2}) (?<d>[0-9]{1,2})))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
