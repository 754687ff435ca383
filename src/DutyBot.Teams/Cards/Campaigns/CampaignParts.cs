namespace DutyBot.Teams.Cards;

/// <summary>What the cards of a review campaign share.</summary>
internal static class CampaignParts
{
    public static IEnumerable<CardElement> Top(CardHead head, string title, string purpose, string? ending, Texts texts) =>
        [
            CardParts.Header(texts, head.Title, head.Duty, head.State, head.Urgency),
            new TextBlock(title) { Weight = TextWeight.Bolder },
            .. new[] { purpose, ending }.Where(text => !string.IsNullOrEmpty(text)).Select(text => new TextBlock(text!)),
        ];

    public static IEnumerable<CardElement> Buttons(IReadOnlyList<CardButton> buttons) => buttons.Count > 0 ? [CardParts.Buttons(buttons)] : [];
}
