using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="What">What is owed, in words.</param>
/// <param name="Due">The date and how it stands, or that there is none.</param>
public sealed record WorkRow(DutyId Duty, string What, string Title, string Due);

/// <param name="Rows">What waits, the nearest date first.</param>
/// <param name="More">How many more there are than rows.</param>
public sealed record MyWorkView(IReadOnlyList<WorkRow> Rows, int More);

/// <summary>Việc của tôi: what waits for one person, each row one press from its duty.</summary>
public static class MyWorkCard
{
    private const int TitleLength = 160;

    public static AdaptiveCard Of(MyWorkView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts["card.mine"]),
                .. view.Rows.Count == 0 ? [new TextBlock(texts["n.none"])] : view.Rows.SelectMany(row => Row(row, texts)),
                .. view.More > 0 ? [CardParts.Footer(texts.Format("note.moreWork", ("n", view.More)))] : Array.Empty<CardElement>(),
            ]
        )
        {
            FallbackText = Summary(view, texts),
        };

    public static string Summary(MyWorkView view, Texts texts) =>
        view.Rows.Count == 0 ? texts["n.none"] : texts.Format("sum.mine", ("n", view.Rows.Count + view.More));

    private static IEnumerable<CardElement> Row(WorkRow row, Texts texts) =>
        [
            new TextBlock($"{row.What}: {LongText.Cut(row.Title, TitleLength)}") { Weight = TextWeight.Bolder, Separator = true },
            new TextBlock(row.Due) { Spacing = Spacing.None },
            CardParts.Buttons(new ExecuteButton(texts.Format("btn.viewDuty", ("code", row.Duty)), new CardAction(CardVerbs.View, row.Duty))),
        ];
}
