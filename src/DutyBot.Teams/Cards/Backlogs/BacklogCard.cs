using System.Globalization;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Teams.Cards;

/// <param name="What">The unit, or the task.</param>
/// <param name="Standing">How much it has left lying, or since when the task is.</param>
public sealed record BacklogLine(string What, string Standing)
{
    /// <summary>The heading it stands under; lines of one heading follow each other.</summary>
    public string? Group { get; init; }

    /// <summary>Of a line about one task.</summary>
    public DutyId? Duty { get; init; }

    /// <summary>Of a line about all that a unit has left lying.</summary>
    public UnitId? Unit { get; init; }

    public int? Count { get; init; }
}

/// <param name="UnitName">Null for all units, one line each.</param>
/// <param name="Count">Tasks in all.</param>
/// <param name="Lines">Those of this page, the oldest first.</param>
public sealed record BacklogView(string? UnitName, LocalDate Day, int Count, IReadOnlyList<BacklogLine> Lines)
{
    public UnitId? Unit { get; init; }

    /// <summary>From 1; null on the last one.</summary>
    public int? NextPage { get; init; }
}

/// <summary>Việc tồn đọng: what units have left lying by its age, each line one press from what it is about .</summary>
public static class BacklogCard
{
    public static AdaptiveCard Of(BacklogView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts["card.backlog"]),
                new TextBlock(Facts(view, texts)) { IsSubtle = true, Spacing = Spacing.None },
                .. view.Count == 0 ? [new TextBlock(texts["n.backlogNone"])] : Lines(view, texts),
                .. view.NextPage is { } next ? [CardParts.Buttons(Page(view, next, texts))] : Array.Empty<CardElement>(),
            ]
        )
        {
            FallbackText = Summary(view, texts),
        };

    public static string Summary(BacklogView view, Texts texts) =>
        view.Count == 0 ? texts["n.backlogNone"]
        : view.UnitName is { } unit ? texts.Format("sum.backlog.unit", ("unit", unit), ("n", view.Count))
        : texts.Format("sum.backlog", ("n", view.Count));

    private static string Facts(BacklogView view, Texts texts) =>
        view.UnitName is { } unit ? $"{unit} · {texts.Format(view.Day)}" : texts.Format("note.backlogAll", ("date", view.Day), ("n", view.Count));

    private static IEnumerable<CardElement> Lines(BacklogView view, Texts texts)
    {
        string? group = null;
        foreach (var line in view.Lines)
        {
            if (line.Group is { } heading && heading != group)
            {
                group = heading;
                yield return CardParts.Heading(heading);
            }

            yield return new TextBlock(What(line, texts)) { Weight = TextWeight.Bolder, Separator = true };
            yield return new TextBlock(line.Standing) { Spacing = Spacing.None };
            yield return CardParts.Buttons(Button(line, texts));
        }
    }

    private static string What(BacklogLine line, Texts texts) =>
        line.Count is { } count ? texts.Format("note.backlogUnit", ("unit", line.What), ("n", count)) : line.What;

    private static ExecuteButton Button(BacklogLine line, Texts texts) =>
        line.Duty is { } duty
            ? new(texts.Format("btn.viewDuty", ("code", duty)), new CardAction(CardVerbs.View, duty))
            : new(texts["btn.backlogUnit"], OfUnit(new CardAction(CardVerbs.Backlog), line.Unit));

    private static ExecuteButton Page(BacklogView view, int page, Texts texts) =>
        new(
            texts["btn.nextPage"],
            OfUnit(new CardAction(CardVerbs.Backlog), view.Unit).With(CardVerbs.Extras.Page, page.ToString(CultureInfo.InvariantCulture))
        );

    private static CardAction OfUnit(CardAction action, UnitId? unit) => unit is { } id ? action.With(CardVerbs.Extras.Unit, id.Value) : action;
}
