namespace DutyBot.Teams.Cards;

/// <param name="Text">A sentence or two.</param>
/// <param name="Button">Ends or withdraws it; null where the reader cannot.</param>
public sealed record OwnRow(string Text, CardButton? Button);

public sealed record OwnSection(string Title, IReadOnlyList<OwnRow> Rows);

/// <param name="Buttons">Open the forms of a new delegation and a new absence.</param>
public sealed record OwnStandInsView(IReadOnlyList<OwnSection> Sections, IReadOnlyList<CardButton> Buttons);

/// <summary>Ủy quyền và vắng mặt của tôi: what one person delegated, was delegated, and when that person is away; shown to that person alone.</summary>
public static class OwnStandInsCard
{
    public static AdaptiveCard Of(OwnStandInsView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [CardParts.Title(texts["card.ownStandIns"]), .. view.Sections.SelectMany(Section), CardParts.Buttons(view.Buttons)]
        )
        {
            FallbackText = texts["card.ownStandIns"],
        };

    private static IEnumerable<CardElement> Section(OwnSection section) => [CardParts.Heading(section.Title), .. section.Rows.SelectMany(Row)];

    private static IEnumerable<CardElement> Row(OwnRow row) =>
        row.Button is { } button
            ? [new TextBlock(row.Text) { Spacing = Spacing.Small }, CardParts.Buttons(button)]
            : [new TextBlock(row.Text) { Spacing = Spacing.Small }];
}
