using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <param name="Reasons">Why not, a sentence each.</param>
/// <param name="Duty">The duty as it is now is one press away; null when there is none to show.</param>
public sealed record RefusalView(IReadOnlyList<string> Reasons, DutyId? Duty);

/// <summary>Why something was not done, shown to whoever tried.</summary>
public static class RefusalCard
{
    public static AdaptiveCard Of(RefusalView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Problems(texts["note.refused"], view.Reasons),
                CardParts.Buttons(
                    view.Duty is { } duty
                        ? new ExecuteButton(texts["btn.viewDetail"], new CardAction(CardVerbs.View, duty))
                        : new ExecuteButton(texts["btn.mine"], new CardAction(CardVerbs.Mine))
                ),
                CardParts.OnlyYou(texts),
            ]
        )
        {
            FallbackText = view.Reasons.Count > 0 ? view.Reasons[0] : texts["note.refused"],
        };
}
