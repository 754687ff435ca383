namespace DutyBot.Teams.Cards;

/// <summary>What the buttons say that open no form; the others belong to the features.</summary>
public static class CardVerbs
{
    /// <summary>Shows a duty to whoever pressed.</summary>
    public const string View = "view";

    /// <summary>Shows what waits for whoever pressed.</summary>
    public const string Mine = "mine";

    /// <summary>Shows what the units of whoever pressed, or all units, have left lying.</summary>
    public const string Backlog = "backlog";

    /// <summary>
    /// Names of what a <see cref="View"/> or a <see cref="Backlog"/> may carry: which page, from 1, of which unit, and which of the duty's matters.
    /// </summary>
    public static class Extras
    {
        public const string Page = "page";
        public const string Unit = "unit";
        public const string Item = "item";
    }
}
