using System.Globalization;

namespace DutyBot.Domain.Text;

/// <summary>A written reason that is long enough to say something (<c>reason.minLength</c> of <c>docs/rules.md</c>).</summary>
public static class Reason
{
    /// <summary>The tenant's default for <c>reason.minLength</c>.</summary>
    public const int DefaultMinLength = 30;

    /// <summary>Characters as a reader counts them, without surrounding blanks: a letter with its diacritics is one, however it was typed.</summary>
    public static int LengthOf(string? text) => text is null ? 0 : new StringInfo(UnicodeText.Composed(text).Trim()).LengthInTextElements;

    /// <summary>Null when the reason is long enough.</summary>
    public static Problem? Check(string? text, string field, int minLength = DefaultMinLength) =>
        LengthOf(text) >= minLength ? null : new Problem("E-REASON-REQUIRED", field, ("n", minLength));
}
