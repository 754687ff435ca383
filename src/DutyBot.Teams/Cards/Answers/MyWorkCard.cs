using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="What">What is owed, in words.</param>
/// <param name="Due">The date and how it stands, or that there is none.</param>
public sealed record WorkRow(DutyId Duty, string What, string Title, string Due);

/// <summary>Whose work is listed.</summary>
public enum WorkList
{
    OfPerson,
    OfUnits,
}

/// <param name="Rows">What waits, the nearest date first.</param>
/// <param name="More">How many more there are than rows.</param>
public sealed record MyWorkView(WorkList List, IReadOnlyList<WorkRow> Rows, int More);

/// <summary>Việc của tôi, việc đơn vị: what waits for one person, or what their units hold, each row one press from its duty.</summary>
public static class MyWorkCard
{
    private const int TitleLength = 160;

    public static AdaptiveCard Of(MyWorkView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts[view.List == WorkList.OfUnits ? "card.unitWork" : "card.mine"]),
                .. view.Rows.Count == 0 ? [new TextBlock(Summary(view, texts))] : view.Rows.SelectMany(row => Row(row, texts)),
                .. view.More > 0 ? [CardParts.Footer(texts.Format("note.moreWork", ("n", view.More)))] : Array.Empty<CardElement>(),
            ]
        )
        {
            FallbackText = Summary(view, texts),
        };

    public static string Summary(MyWorkView view, Texts texts) =>
        (view.List, view.Rows.Count + view.More) switch
        {
            (WorkList.OfUnits, 0) => texts["n.noneOfUnit"],
            (WorkList.OfUnits, var n) => texts.Format("sum.unitWork", ("n", n)),
            (_, 0) => texts["n.none"],
            (_, var n) => texts.Format("sum.mine", ("n", n)),
        };

    private static IEnumerable<CardElement> Row(WorkRow row, Texts texts) =>
        [
            new TextBlock($"{row.What}: {LongText.Cut(row.Title, TitleLength)}") { Weight = TextWeight.Bolder, Separator = true },
            new TextBlock(row.Due) { Spacing = Spacing.None },
            CardParts.Buttons(new ExecuteButton(texts.Format("btn.viewDuty", ("code", row.Duty)), new CardAction(CardVerbs.View, row.Duty))),
        ];
}
