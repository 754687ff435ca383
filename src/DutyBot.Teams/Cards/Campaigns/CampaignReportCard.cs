using System.Globalization;
using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="Progress">The unit's name, and how much of its tasks is marked.</param>
/// <param name="Counts">The columns that count something.</param>
/// <param name="Unmarked">The tasks without a mark by name; null when there are none.</param>
public sealed record CampaignLine(UnitId Unit, string Progress, string Counts, string? Unmarked);

/// <param name="Document">Null when there is none.</param>
/// <param name="By">Who opened it, and when.</param>
/// <param name="Units">Those of this page.</param>
/// <param name="Ending">Why it was called off; null when it was not.</param>
public sealed record CampaignReportView(
    CardHead Head,
    string Title,
    string Purpose,
    string? Document,
    string AnswerBy,
    string By,
    string Progress,
    string Counts,
    IReadOnlyList<CampaignLine> Units,
    string? Ending
)
{
    public IReadOnlyList<CardButton> Buttons { get; init; } = [];

    /// <summary>From 1; null on the last one.</summary>
    public int? NextPage { get; init; }
}

/// <summary>Báo cáo rà soát (B-14): all units, whoever has done least first, each one press from its list.</summary>
public static class CampaignReportCard
{
    public static AdaptiveCard Of(CampaignReportView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                .. CampaignParts.Top(view.Head, view.Title, view.Purpose, view.Ending, texts),
                new TextBlock(view.By) { IsSubtle = true },
                CardParts.Facts((texts["lbl.campaignDocument"], view.Document), (texts["fld.campaignBy"], view.AnswerBy)),
                new TextBlock(view.Progress) { Weight = TextWeight.Bolder },
                new TextBlock(view.Counts) { Spacing = Spacing.None },
                .. view.Units.SelectMany(unit => Row(unit, view.Head, texts)),
                .. CampaignParts.Buttons([.. NextPage(view, texts), .. view.Buttons]),
            ]
        )
        {
            FallbackText = view.Head.Summary,
        };

    private static IEnumerable<CardElement> Row(CampaignLine unit, CardHead head, Texts texts)
    {
        yield return new TextBlock(unit.Progress) { Separator = true, Weight = TextWeight.Bolder };
        yield return new TextBlock(unit.Counts) { Spacing = Spacing.None };
        if (unit.Unmarked is { } unmarked)
        {
            yield return new TextBlock(unmarked) { Spacing = Spacing.None };
        }

        yield return CardParts.Buttons(
            new ExecuteButton(
                texts["btn.backlogUnit"],
                new CardAction(CardVerbs.View, head.Duty, head.Version).With(CardVerbs.Extras.Unit, unit.Unit.Value)
            )
        );
    }

    private static IEnumerable<CardButton> NextPage(CampaignReportView view, Texts texts) =>
        view.NextPage is { } next
            ?
            [
                new ExecuteButton(
                    texts["btn.nextPage"],
                    new CardAction(CardVerbs.View, view.Head.Duty, view.Head.Version).With(
                        CardVerbs.Extras.Page,
                        next.ToString(CultureInfo.InvariantCulture)
                    )
                ),
            ]
            : [];
}
