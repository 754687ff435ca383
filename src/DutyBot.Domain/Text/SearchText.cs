using System.Globalization;
using System.Text;

namespace DutyBot.Domain.Text;

/// <summary>
/// Comparing Vietnamese texts as people type them (D-08): without diacritics and case, with đ as d, so that <c>hoa toc</c> finds both
/// <c>hỏa tốc</c> and <c>hoả tốc</c>.
/// </summary>
public static class SearchText
{
    /// <summary>Lower-case words without diacritics, separated by single blanks; punctuation separates words.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in UnicodeText.Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Whether each word of the query begins a word of the text; an empty query matches everything.</summary>
    public static bool Matches(string query, string text) => new FoldedText(text).Matches(query);

    /// <summary>The folded words of a query.</summary>
    internal static string[] Words(string query) => Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Blanks, punctuation and symbols. Marks, joiners and halves of a surrogate pair belong to the letter beside them.</summary>
    internal static bool SeparatesWords(char c) =>
        !char.IsLetterOrDigit(c)
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is not (
                UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
            );
}
