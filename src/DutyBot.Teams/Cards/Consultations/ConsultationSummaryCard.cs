namespace DutyBot.Teams.Cards;

/// <param name="State">Where the unit's item stands, in words.</param>
public sealed record UnitState(string Unit, string State);

/// <summary>A round as a whole.</summary>
/// <param name="Missing">One sentence: what is still missing to close; null once it is closed.</param>
/// <param name="Matrix">Null for whoever may not see opinions before the round is closed (1.6).</param>
/// <param name="Remarks">What the units wrote beyond the questions, and why some sent the request back.</param>
public sealed record ConsultationSummaryView(
    CardHead Head,
    string TaskTitle,
    string LeadUnit,
    string ReplyBy,
    string? Missing,
    IReadOnlyList<UnitState> Units,
    OpinionMatrix? Matrix,
    IReadOnlyList<LongText> Remarks,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>The consolidated opinions for the lead unit, and after the close for the leadership.</summary>
public static class ConsultationSummaryCard
{
    public static CardDraft Of(ConsultationSummaryView view, Texts texts) =>
        new(
            view.Head,
            [
                new PassagePart(texts["fld.work"], view.TaskTitle),
                new ShortPart(CardParts.Facts((texts["lbl.lead"], view.LeadUnit), (texts["fld.replyBy"], view.ReplyBy))),
                .. ShortPart.Lines(view.Missing is { } missing ? [missing] : []),
                new ShortPart(
                    Table.Of([1, 1], [texts["lbl.askedUnit"], texts["lbl.state"]], view.Units.Select(unit => (string[])[unit.Unit, unit.State]))
                ),
                view.Matrix ?? (CardPart)new ShortPart(new TextBlock(texts["note.opinionsLater"])),
                .. view.Remarks.Select(text => new PassagePart(text)),
                .. ShortPart.Lines(view.Notes),
            ],
            view.Buttons
        );
}
