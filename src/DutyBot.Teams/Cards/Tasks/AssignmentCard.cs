namespace DutyBot.Teams.Cards;

/// <param name="AcceptBy">Shown while the task waits to be accepted.</param>
/// <param name="Decision">The leadership's decision that binds the task, or null.</param>
/// <param name="Notes">What has happened and what is next, a sentence each.</param>
public sealed record AssignmentView(
    CardHead Head,
    TaskFacts Task,
    string? AcceptBy,
    LongText? Decision,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>A task as its lead unit has it, from the day it is given.</summary>
public static class AssignmentCard
{
    public static CardDraft Of(AssignmentView view, Texts texts) =>
        new(
            view.Head,
            [
                .. view.Task.Parts(texts, view.AcceptBy),
                .. view.Decision is { } decision ? [new PassagePart(decision)] : Array.Empty<CardPart>(),
                .. ShortPart.Lines(view.Notes),
            ],
            view.Buttons
        );
}
