namespace DutyBot.Teams.Cards;

/// <summary>Something a card says, with the long texts in it that may have to be cut.</summary>
public abstract record CardPart
{
    /// <summary>Below this many characters a text says nothing any more: parts with many texts then name only what there is.</summary>
    protected const int Readable = 100;

    private protected CardPart() { }

    /// <summary>Every long text of the part, in reading order.</summary>
    public abstract IEnumerable<LongText> LongTexts { get; }

    /// <param name="limit">Most UTF-16 code units of each long text.</param>
    public abstract IEnumerable<CardElement> Render(Texts texts, int limit);

    /// <summary>The long texts that <see cref="Render"/> does not show in full at this limit.</summary>
    public virtual IEnumerable<LongText> CutAt(int limit) => LongTexts.Where(text => text.Text.Length > limit);
}

/// <summary>Something short, shown as it is; facts of which none has a value are not shown.</summary>
public sealed record ShortPart(CardElement Element) : CardPart
{
    public override IEnumerable<LongText> LongTexts => [];

    /// <summary>One line each; none when there is nothing to say.</summary>
    public static IEnumerable<CardPart> Lines(IEnumerable<string> lines) => lines.Select(line => new ShortPart(new TextBlock(line)));

    public override IEnumerable<CardElement> Render(Texts texts, int limit) => Element is FactSet { Facts.Count: 0 } ? [] : [Element];
}

/// <summary>A long text under its label; nothing at all when it is empty.</summary>
public sealed record PassagePart(LongText Text) : CardPart
{
    public PassagePart(string label, string? text)
        : this(new LongText(label, text ?? "")) { }

    public override IEnumerable<LongText> LongTexts => Text.Text.Length == 0 ? [] : [Text];

    public override IEnumerable<CardElement> Render(Texts texts, int limit) =>
        LongTexts.Select(text => CardParts.Passage(text.Label, text.Cut(limit)));
}

/// <summary>All that one unit says in a disagreement, and what was answered to it, under the unit's name.</summary>
/// <param name="InShort">One line that stands for it where the card has no room.</param>
public sealed record SidePart(TextOwner Unit, string InShort, IReadOnlyList<LongText> Said) : CardPart
{
    public override IEnumerable<LongText> LongTexts => Said;

    public override IEnumerable<CardElement> Render(Texts texts, int limit)
    {
        yield return CardParts.Heading(Unit.Name) with
        {
            Separator = true,
        };
        if (limit < Readable)
        {
            yield return new TextBlock(InShort) { Spacing = Spacing.Small };
            yield break;
        }

        foreach (var text in Said)
        {
            yield return CardParts.Passage(text.Label, text.Cut(limit));
        }
    }

    public override IEnumerable<LongText> CutAt(int limit) => limit < Readable ? Said : base.CutAt(limit);
}
