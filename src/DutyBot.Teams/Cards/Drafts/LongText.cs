namespace DutyBot.Teams.Cards;

/// <summary>Whose text it is; a card that had to cut it offers to show that unit's texts in full.</summary>
/// <param name="Id">The unit's id.</param>
public sealed record TextOwner(string Id, string Name);

/// <summary>A text that somebody wrote and that may be too long for a card.</summary>
/// <param name="Owner">Null when it belongs to the duty as a whole.</param>
public sealed record LongText(string Label, string Text, TextOwner? Owner = null)
{
    /// <summary>At most so many UTF-16 code units of the text, ending in "…" where something is missing.</summary>
    public string Cut(int most) => Cut(Text, most);

    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOfAny([' ', '\n'], most - 1);
        if (end < most / 2)
        {
            // Nothing to cut at; but never inside a letter that takes two code units.
            end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    /// <summary>The text in pieces of at most so many UTF-16 code units, cut at blanks.</summary>
    public IEnumerable<LongText> Pieces(int most)
    {
        var rest = Text;
        while (rest.Length > most)
        {
            var piece = Cut(rest, most)[..^1];
            yield return this with
            {
                Text = piece,
            };
            rest = rest[piece.Length..].TrimStart();
        }

        yield return this with
        {
            Text = rest,
        };
    }
}
