using DutyBot.Domain;

namespace DutyBot.Teams.Cards;

/// <summary>One sentence, with the duty it is about one press away.</summary>
public static class NoticeCard
{
    public static AdaptiveCard Of(string sentence, DutyId? duty, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                new TextBlock(sentence),
                .. duty is { } about ? [new TextBlock(about.Value) { IsSubtle = true, Spacing = Spacing.None }, Button(about, texts)] : Nothing,
            ]
        )
        {
            FallbackText = sentence,
        };

    /// <summary>A due notice, with what may be done about it at once, if anything.</summary>
    public static AdaptiveCard Of(DigestLine notice, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                new TextBlock(notice.Sentence),
                new TextBlock(notice.Duty.Value) { IsSubtle = true, Spacing = Spacing.None },
                CardParts.Buttons([.. notice.Acts, new ExecuteButton(texts["btn.viewDetail"], notice.View)]),
            ]
        )
        {
            FallbackText = notice.Sentence,
        };

    private static CardElement[] Nothing => [];

    private static ActionSet Button(DutyId duty, Texts texts) =>
        CardParts.Buttons(new ExecuteButton(texts["btn.viewDetail"], new CardAction(CardVerbs.View, duty)));
}
