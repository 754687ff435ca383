using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="Sentence">What is due, in the reader's language.</param>
public sealed record DigestLine(string Sentence, DutyId Duty)
{
    /// <summary>Which of the duty's matters it is about, where it has several.</summary>
    public string? Item { get; init; }

    /// <summary>What may be done about it at once.</summary>
    public IReadOnlyList<CardButton> Acts { get; init; } = [];

    internal CardAction View
    {
        get
        {
            var action = new CardAction(CardVerbs.View, Duty);
            return Item is { } item ? action.With(CardVerbs.Extras.Item, item) : action;
        }
    }
}

/// <summary>The due notices that fell together in one morning, each duty one press away .</summary>
public static class DigestCard
{
    /// <summary>So that the card stays within its size; the rest is in the own list of work.</summary>
    private const int MostLines = 15;

    public static AdaptiveCard Of(IReadOnlyList<DigestLine> lines, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts.Format("card.digest", ("n", lines.Count))),
                .. lines.Take(MostLines).SelectMany(line => Line(line, texts)),
                .. lines.Count > MostLines
                    ? [new TextBlock(texts.Format("note.digestMore", ("n", lines.Count - MostLines))) { IsSubtle = true }]
                    : Array.Empty<CardElement>(),
                CardParts.Buttons(new ExecuteButton(texts["btn.mine"], new CardAction(CardVerbs.Mine))),
            ]
        )
        {
            FallbackText = texts.Format("card.digest", ("n", lines.Count)),
        };

    private static CardElement[] Line(DigestLine line, Texts texts) =>
        [
            new TextBlock(line.Sentence) { Separator = true },
            CardParts.Buttons([.. line.Acts, new ExecuteButton(texts.Format("btn.viewDuty", ("code", line.Duty.Value)), line.View)]),
        ];
}
