namespace DutyBot.Domain.Text;

/// <summary>A text made ready to be searched many times (D-08).</summary>
public readonly record struct FoldedText
{
    // A blank before every word, so that "begins a word" is one search in one string.
    private readonly string words;

    public FoldedText(string text)
    {
        words = " " + SearchText.Fold(text);
    }

    /// <summary>Whether one of its words begins with this one, which must be folded.</summary>
    public bool HasWord(string beginning) => words is not null && words.Contains(" " + beginning, StringComparison.Ordinal);

    /// <summary>Whether each word of the query begins a word of it.</summary>
    public bool Matches(string query)
    {
        foreach (var word in SearchText.Words(query))
        {
            if (!HasWord(word))
            {
                return false;
            }
        }

        return true;
    }
}
