using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DutyBot.Domain.Text;

namespace DutyBot.Domain.Documents;

/// <summary>
/// Số, ký hiệu of a document (R-01, NĐ 30/2020): <c>280/CĐ-TTg</c>, <c>1965/UBND-VP</c>, <c>30/2020/NĐ-CP</c>, <c>28/2026/QH16</c>,
/// Party <c>924-TB/TU</c>. Held in its normal form: no blanks, plain hyphens, NFC, at least two digits.
/// </summary>
public sealed partial record DocumentSymbol
{
    private DocumentSymbol(string number, int? year, string notation, string value)
    {
        Number = number;
        Year = year;
        Notation = notation;
        Value = value;
    }

    /// <summary>The number, with its letter if it has one (<c>12a</c>); empty while the clerk has not given one, which only a draft may be.</summary>
    public string Number { get; }

    /// <summary>The year, where the symbol itself names it.</summary>
    public int? Year { get; }

    /// <summary>What follows the number and the year: <c>CĐ-TTg</c>, <c>TB/TU</c>, <c>QH16</c>.</summary>
    public string Notation { get; }

    public string Value { get; }

    public bool IsNumbered => Number.Length > 0;

    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentSymbol? symbol)
    {
        var compact = Compact(text ?? "");
        symbol = Read(StateForm().Match(compact), "/") ?? Read(PartyForm().Match(compact), "-");
        return symbol is not null;
    }

    public static DocumentSymbol Parse(string text) =>
        TryParse(text, out var symbol) ? symbol : throw new FormatException($"'{text}' is not the number and symbol of a document.");

    public override string ToString() => Value;

    private static DocumentSymbol? Read(Match match, string separator)
    {
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["digits"] is { Success: true } digits ? Pad(digits.Value) + match.Groups["letter"].Value : "";
        var year = match.Groups["year"];
        var notation = match.Groups["notation"].Value;
        var value = number + (year.Success ? $"/{year.Value}" : "") + separator + notation;
        return new(number, year.Success ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null, notation, value);
    }

    // NĐ 30: a number below ten is written with a leading zero, so 2/CT-TTg and 02/CT-TTg are the same document.
    private static string Pad(string digits) => digits.TrimStart('0').PadLeft(2, '0');

    // What word processors add when a symbol is pasted: blanks, invisible characters and longer dashes.
    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in UnicodeText.Composed(text))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.DashPunctuation:
                    compact.Append('-');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator:
                    break;
                default:
                    compact.Append(c);
                    break;
            }
        }

        return compact.ToString();
    }

    [GeneratedRegex(
        @"^(?:(?<digits>[0-9]{1,5})(?<letter>[a-zđ]?))?(?:/(?<year>(?:19|20)[0-9]{2}))?/(?<notation>\p{L}{1,12}(?:-[\p{L}0-9&.]{1,20}){0,3}|(?<=/[0-9]{4}/)QH[0-9]{2})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex StateForm();

    [GeneratedRegex(@"^(?<digits>[0-9]{1,5})-(?<notation>\p{L}{1,6}/\p{L}[\p{L}.\-]{0,20})\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartyForm();
}
