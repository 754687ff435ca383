using System.Globalization;
using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="Standing">Its mark, or that it has none.</param>
/// <param name="Due">Null when it has no deadline.</param>
public sealed record CampaignRow(DutyId Duty, string Work, string Standing, string? Due);

/// <param name="Document">Null when there is none.</param>
/// <param name="Tasks">Those of this page.</param>
/// <param name="Ending">Why it was called off; null when it was not.</param>
public sealed record CampaignUnitView(
    CardHead Head,
    string UnitName,
    string Title,
    string Purpose,
    string? Document,
    string AnswerBy,
    string Progress,
    IReadOnlyList<CampaignRow> Tasks,
    string? Ending
)
{
    public required UnitId Unit { get; init; }

    public IReadOnlyList<CardButton> Buttons { get; init; } = [];

    /// <summary>From 1; null on the last one.</summary>
    public int? NextPage { get; init; }
}

/// <summary>Đợt rà soát: the open tasks of one unit with their marks .</summary>
public static class CampaignCard
{
    public static AdaptiveCard Of(CampaignUnitView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                .. CampaignParts.Top(view.Head, view.Title, view.Purpose, view.Ending, texts),
                CardParts.Facts(
                    (texts["lbl.unit"], view.UnitName),
                    (texts["lbl.campaignDocument"], view.Document),
                    (texts["fld.campaignBy"], view.AnswerBy)
                ),
                new TextBlock(view.Progress) { Weight = TextWeight.Bolder },
                .. view.Tasks.SelectMany(task => Row(task, texts)),
                .. CampaignParts.Buttons([.. view.Buttons, .. NextPage(view, texts)]),
            ]
        )
        {
            FallbackText = view.Head.Summary,
        };

    private static IEnumerable<CardElement> Row(CampaignRow task, Texts texts)
    {
        yield return new TextBlock(task.Work) { Separator = true, Weight = TextWeight.Bolder };
        yield return new TextBlock(task.Standing) { Spacing = Spacing.None };
        if (task.Due is { } due)
        {
            yield return new TextBlock(due) { Spacing = Spacing.None, IsSubtle = true };
        }

        yield return CardParts.Buttons(
            new ExecuteButton(texts.Format("btn.viewDuty", ("code", task.Duty)), new CardAction(CardVerbs.View, task.Duty))
        );
    }

    private static IEnumerable<CardButton> NextPage(CampaignUnitView view, Texts texts) =>
        view.NextPage is { } next
            ?
            [
                new ExecuteButton(
                    texts["btn.nextPage"],
                    new CardAction(CardVerbs.View, view.Head.Duty, view.Head.Version)
                        .With(CardVerbs.Extras.Unit, view.Unit.Value)
                        .With(CardVerbs.Extras.Page, next.ToString(CultureInfo.InvariantCulture))
                ),
            ]
            : [];
}
