namespace DutyBot.Teams.Cards;

/// <param name="Lines">What is so now, a paragraph each.</param>
/// <param name="Buttons">What may be done about it, at most six in a row.</param>
public sealed record AdminSection(string Title, IReadOnlyList<string> Lines, IReadOnlyList<CardButton> Buttons);

/// <param name="Title">The organisation's name, or the area that is looked at.</param>
public sealed record AdminView(string Title, IReadOnlyList<AdminSection> Sections);

/// <summary>Cấu hình: what an admin sees and may change, shown to that person alone.</summary>
public static class AdminCard
{
    private const int ButtonsInARow = 4;

    public static AdaptiveCard Of(AdminView view, Texts texts) =>
        new(texts.Language.Code(), [CardParts.Header(texts, texts["card.admin"], null, view.Title), .. view.Sections.SelectMany(Section)])
        {
            FallbackText = texts["card.admin"],
        };

    private static IEnumerable<CardElement> Section(AdminSection section) =>
        [
            CardParts.Heading(section.Title),
            .. section.Lines.Select(line => new TextBlock(line) { Spacing = Spacing.Small }),
            .. section.Buttons.Chunk(ButtonsInARow).Select(row => CardParts.Buttons(row)),
        ];
}
