namespace DutyBot.Teams.Cards;

/// <summary>What DutyBot understands, and the two things to begin with.</summary>
public static class HelpCard
{
    private static readonly string[] Commands =
    [
        "help.assign",
        "help.mine",
        "help.unitWork",
        "help.backlog",
        "help.urge",
        "help.review",
        "help.find",
        "help.holidays",
        "help.deadline",
        "help.standIns",
        "help.show",
        "help.act",
        "help.remind",
        "help.language",
        "help.configure",
        "help.help",
    ];

    /// <param name="assign">Opens the form of a new task.</param>
    public static AdaptiveCard Of(CardButton assign, Texts texts) =>
        new(
            texts.Language.Code(),
            [
                CardParts.Title(texts["card.help"]),
                new TextBlock(texts["help.intro"]),
                .. Commands.Select(key => new TextBlock($"• {texts[key]}") { Spacing = Spacing.Small }),
                CardParts.Buttons(assign, new ExecuteButton(texts["btn.mine"], new CardAction(CardVerbs.Mine))),
            ]
        )
        {
            FallbackText = texts["card.help"],
        };
}
