using System.Text;

namespace DutyBot.Domain.Text;

/// <summary>Unicode forms of texts that come from outside. Total: what is not valid Unicode becomes U+FFFD instead of an exception.</summary>
public static class UnicodeText
{
    /// <summary>Composed (NFC): how texts are stored, counted and compared.</summary>
    public static string Composed(string text) => Valid(text).Normalize(NormalizationForm.FormC);

    /// <summary>Decomposed (NFD): each tone and each vowel sign is a character of its own.</summary>
    public static string Decomposed(string text) => Valid(text).Normalize(NormalizationForm.FormD);

    // String.Normalize throws for a lone surrogate and for U+FFFE.
    private static string Valid(string text)
    {
        if (text.All(c => !char.IsSurrogate(c) && c != '\uFFFE'))
        {
            return text;
        }

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return valid.ToString();
    }
}
