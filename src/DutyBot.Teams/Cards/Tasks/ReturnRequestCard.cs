namespace DutyBot.Teams.Cards;

/// <summary>A return that waits for the assigner; what was asked is empty once it is decided.</summary>
/// <param name="By">Who returned it, for which unit.</param>
/// <param name="Notes">What became of it, a sentence each.</param>
public sealed record ReturnRequestView(
    CardHead Head,
    TaskFacts Task,
    string? By,
    string? Reason,
    string? CompetentUnit,
    string? Why,
    string? DecideBy,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>The lead unit says that the task is not its own; the assigner decides .</summary>
public static class ReturnRequestCard
{
    public static CardDraft Of(ReturnRequestView view, Texts texts) =>
        new(
            view.Head,
            [
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.returnedBy"], view.By),
                        (texts["fld.reason"], view.Reason),
                        (texts["fld.competentUnit"], view.CompetentUnit),
                        (texts["lbl.decideBy"], view.DecideBy)
                    )
                ),
                new PassagePart(texts["fld.why.return"], view.Why),
                .. ShortPart.Lines(view.Notes),
                .. view.Task.Parts(texts),
            ],
            view.Buttons
        );
}
