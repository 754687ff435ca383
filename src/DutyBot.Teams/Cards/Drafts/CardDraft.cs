using System.Globalization;
using System.Text;
using DutyBot.Domain;
using DutyBot.Domain.Documents;

namespace DutyBot.Teams.Cards;

/// <summary>What every card about a duty begins with, in ready words.</summary>
/// <param name="Version">The number of events the duty had in the state that is shown.</param>
/// <param name="State">Where it stands, and how its deadline stands.</param>
/// <param name="Summary">The line of the notification: what, and by when.</param>
public sealed record CardHead(DutyId Duty, long Version, string Title, string State, Urgency Urgency, string Summary)
{
    /// <summary>Which of the duty's matters the card shows, where it has several.</summary>
    public string? Item { get; init; }
}

/// <summary>
/// A card before it is cut to size. Long texts are shown whole while the card stays within its size, else cut with "…"; what was cut is one
/// press away, in full.
/// </summary>
public sealed record CardDraft(CardHead Head, IReadOnlyList<CardPart> Parts, IReadOnlyList<CardButton> Buttons)
{
    /// <summary>UTF-8 bytes: the 25 KB of a card, less what a mention and "đã ghi nhận" may add to it.</summary>
    private const int MostBytes = 24 * 1024;

    /// <summary>UTF-8 bytes of text on one page of the full text.</summary>
    private const int PageBytes = 18 * 1024;

    /// <summary>UTF-16 code units: even of letters that take three bytes each, such a piece fits on a page.</summary>
    private const int PieceLength = 5_000;

    /// <summary>Beyond so many units one button opens all texts; Teams hides the seventh button of a row.</summary>
    private const int MostUnitButtons = 5;

    private static readonly int[] Limits = [int.MaxValue, 2_000, 1_000, 500, 250, 120, 60, 20];

    public AdaptiveCard Fit(Texts texts)
    {
        var card = Whole(texts, Limits[0]);
        for (var next = 1; next < Limits.Length && CardJson.ToUtf8(card).Length > MostBytes; next++)
        {
            card = Whole(texts, Limits[next]);
        }

        return card;
    }

    /// <summary>The long texts in full, those of one unit or all of them, page by page.</summary>
    /// <param name="page">From 1; a page that does not exist shows the nearest that does.</param>
    public AdaptiveCard Page(Texts texts, string? unit, int page)
    {
        var pages = Pages(unit);
        var shown = Math.Clamp(page, 1, pages.Count);
        var buttons = new List<CardButton>();
        if (shown < pages.Count)
        {
            buttons.Add(new ExecuteButton(texts["btn.nextPage"], ViewOf(unit, shown + 1)));
        }

        buttons.Add(new ExecuteButton(texts["btn.back"], View));
        return Card(texts, [.. pages[shown - 1].Select(text => CardParts.Passage(text.Label, text.Text)), CardParts.Buttons(buttons)]);
    }

    private CardAction View =>
        Head.Item is { } item
            ? new CardAction(CardVerbs.View, Head.Duty, Head.Version).With(CardVerbs.Extras.Item, item)
            : new CardAction(CardVerbs.View, Head.Duty, Head.Version);

    private AdaptiveCard Whole(Texts texts, int limit)
    {
        CardButton[][] rows =
        [
            [.. Buttons],
            [.. FullTextButtons(texts, limit)],
        ];
        return Card(texts, [.. Parts.SelectMany(part => part.Render(texts, limit)), .. rows.Where(row => row.Length > 0).Select(CardParts.Buttons)]);
    }

    private AdaptiveCard Card(Texts texts, IEnumerable<CardElement> content) =>
        new(texts.Language.Code(), [CardParts.Header(texts, Head.Title, Head.Duty, Head.State, Head.Urgency), .. content])
        {
            FallbackText = Head.Summary,
        };

    private IEnumerable<CardButton> FullTextButtons(Texts texts, int limit)
    {
        var owners = Parts.SelectMany(part => part.CutAt(limit)).Select(text => text.Owner).Distinct().ToList();
        return owners.Count > MostUnitButtons
            ? [new ExecuteButton(texts["btn.viewDetail"], ViewOf(null, 1))]
            : owners.Select(owner => new ExecuteButton(
                owner is null ? texts["btn.viewDetail"] : texts.Format("btn.viewDetail.of", ("unit", owner.Name)),
                ViewOf(owner?.Id, 1)
            ));
    }

    private CardAction ViewOf(string? unit, int page)
    {
        var action = View.With(CardVerbs.Extras.Page, page.ToString(CultureInfo.InvariantCulture));
        return unit is null ? action : action.With(CardVerbs.Extras.Unit, unit);
    }

    private List<List<LongText>> Pages(string? unit)
    {
        var pages = new List<List<LongText>> { new() };
        var used = 0;
        var shown = Parts.SelectMany(part => part.LongTexts).Where(text => unit is null || text.Owner?.Id == unit);
        foreach (var piece in shown.SelectMany(text => text.Pieces(PieceLength)))
        {
            var bytes = Encoding.UTF8.GetByteCount(piece.Label) + Encoding.UTF8.GetByteCount(piece.Text) + 200;
            if (used > 0 && used + bytes > PageBytes)
            {
                pages.Add([]);
                used = 0;
            }

            pages[^1].Add(piece);
            used += bytes;
        }

        return pages;
    }
}
