using System.Text;

namespace DutyBot.Teams.Graph;

/// <summary>Values inside <c>$search</c> and <c>$filter</c>, where each has an escape of its own; the address is escaped by the client.</summary>
internal static class GraphQuery
{
    private const int LongestWords = 100;

    /// <summary>A literal of OData: an apostrophe is written twice.</summary>
    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A clause of <c>$search</c>, which stands in quotation marks: a backslash and a quotation mark are written with a backslash.</summary>
    public static string Clause(string property, string words) =>
        $"\"{property}:{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>What a person typed, composed as directories keep it, without control characters and not longer than a name can be.</summary>
    public static string Words(string typed)
    {
        var words = string.Join(' ', typed.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var kept = new StringBuilder();
        foreach (var rune in words.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (kept.Length + rune.Utf16SequenceLength > LongestWords)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
