namespace DutyBot.Teams.Cards;

/// <summary>A decision as every unit concerned receives it: numbered, dated, immutable .</summary>
/// <param name="By">Who decided, and on whose behalf.</param>
/// <param name="Superseded">The number of the decision it replaces, or null.</param>
/// <param name="Option">The approved option in full under its label; null when the leader decided otherwise.</param>
/// <param name="Text">What the leader wrote; may be empty beside an option.</param>
public sealed record DecisionView(
    CardHead Head,
    string TaskTitle,
    string LeadUnit,
    string Number,
    string Date,
    string By,
    string? Superseded,
    LongText? Option,
    string Text
);

/// <summary>Ý kiến chỉ đạo của lãnh đạo, for all units concerned.</summary>
public static class DecisionCard
{
    public static CardDraft Of(DecisionView view, Texts texts) =>
        new(
            view.Head,
            [
                new PassagePart(texts["fld.work"], view.TaskTitle),
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.number"], view.Number),
                        (texts["lbl.date"], view.Date),
                        (texts["lbl.decidedBy"], view.By),
                        (texts["lbl.superseded"], view.Superseded),
                        (texts["lbl.lead"], view.LeadUnit)
                    )
                ),
                .. view.Option is { } option ? [new PassagePart(option)] : Array.Empty<CardPart>(),
                new PassagePart(texts["fld.decision"], view.Text),
                new ShortPart(new TextBlock(texts["note.binding"])),
            ],
            []
        );
}
