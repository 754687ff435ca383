namespace DutyBot.Teams.Cards;

/// <param name="Notes">A sentence each.</param>
public sealed record CoordinationView(CardHead Head, TaskFacts Task, IReadOnlyList<string> Notes);

/// <summary>The facts of a task for units that coordinate or are asked: nothing to press, the lead unit answers for it.</summary>
public static class CoordinationCard
{
    public static CardDraft Of(CoordinationView view, Texts texts) => new(view.Head, [.. view.Task.Parts(texts), .. ShortPart.Lines(view.Notes)], []);
}
