using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Imports;

/// <summary>As much of a report as a card holds, and how many lines more there are.</summary>
internal static class ShownLines
{
    /// <summary>UTF-8 bytes of a whole card.</summary>
    public const int MostBytes = 24 * 1024;

    /// <summary>UTF-16 code units.</summary>
    private const int LineLength = 300;

    /// <param name="card">The card that would show these lines.</param>
    public static IReadOnlyList<string> Fit(IReadOnlyList<string> lines, Func<IReadOnlyList<string>, AdaptiveCard> card, Texts texts)
    {
        List<string> cut = [.. lines.Select(line => LongText.Cut(line, LineLength))];
        var (fits, tooMany) = (0, cut.Count + 1);
        while (tooMany - fits > 1)
        {
            var tried = (fits + tooMany) / 2;
            if (CardJson.ToUtf8(card(First(tried))).Length <= MostBytes)
            {
                fits = tried;
            }
            else
            {
                tooMany = tried;
            }
        }

        return First(fits);

        IReadOnlyList<string> First(int count) =>
            count == cut.Count ? cut : [.. cut.Take(count), texts.Format("n.importMore", ("n", cut.Count - count))];
    }
}
