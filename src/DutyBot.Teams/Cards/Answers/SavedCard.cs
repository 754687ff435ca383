namespace DutyBot.Teams.Cards;

/// <summary>A fresh card with the word that what was sent is recorded; shown to the sender alone.</summary>
public static class SavedCard
{
    public static AdaptiveCard On(AdaptiveCard fresh, Texts texts) =>
        fresh with
        {
            Body =
            [
                new Container([new TextBlock(texts["n.saved"]) { Weight = TextWeight.Bolder }]) { Style = ContainerStyle.Good },
                .. fresh.Body,
                CardParts.OnlyYou(texts),
            ],
        };
}
