namespace DutyBot.Teams.Cards;

/// <summary>A fresh card with the word that what was sent is recorded; shown to the sender alone.</summary>
public static class SavedCard
{
    /// <param name="isNew">False when it was so before: a second press, or somebody else was first.</param>
    public static AdaptiveCard On(AdaptiveCard fresh, bool isNew, Texts texts) =>
        fresh with
        {
            Body =
            [
                new Container([new TextBlock(texts[isNew ? "n.saved" : "n.savedBefore"]) { Weight = TextWeight.Bolder }])
                {
                    Style = isNew ? ContainerStyle.Good : ContainerStyle.Emphasis,
                },
                .. fresh.Body,
                CardParts.OnlyYou(texts),
            ],
        };
}
