namespace DutyBot.Teams.Cards;

/// <param name="Admins">Who may bind the channel; empty while there is nobody.</param>
/// <param name="Bind">Opens the form; null for a channel that cannot be bound.</param>
public sealed record WelcomeView(IReadOnlyList<string> Admins, CardButton? Bind);

/// <summary>What a team reads when DutyBot comes to it: what this is, and what an admin does next.</summary>
public static class WelcomeCard
{
    public static AdaptiveCard Of(WelcomeView view, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts["card.welcome"]),
                new TextBlock(texts["n.welcome"]),
                new TextBlock(view.Bind is null ? texts["n.welcomeNoBinding"] : texts["n.welcomeBind"]),
                new TextBlock(view.Admins.Count == 0 ? texts["n.welcomeNoAdmin"] : texts.Format("n.welcomeAdmins", ("list", view.Admins)))
                {
                    IsSubtle = true,
                },
                .. view.Bind is { } bind ? [CardParts.Buttons(bind)] : Array.Empty<CardElement>(),
            ]
        )
        {
            FallbackText = texts["card.welcome"],
        };
}
