namespace DutyBot.Teams.Cards;

/// <summary>What one unit is asked. Holds no opinion but the unit's own, and that only for its own people, never for a channel.</summary>
/// <param name="Why">Why this unit is concerned .</param>
/// <param name="ReplyBy">The date, and how it stands.</param>
/// <param name="Notes">What has happened and what is next, a sentence each.</param>
/// <param name="OwnOpinion">What the unit answered; empty for a channel.</param>
public sealed record ConsultationRequestView(
    CardHead Head,
    string TaskTitle,
    string LeadUnit,
    string Unit,
    string Why,
    string Basis,
    string ReplyBy,
    string Papers,
    string PapersSupplied,
    string PreliminaryView,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Notes,
    IReadOnlyList<LongText> OwnOpinion,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>Phiếu lấy ý kiến: asks one unit (R-32…R-38).</summary>
public static class ConsultationRequestCard
{
    public static CardDraft Of(ConsultationRequestView view, Texts texts) =>
        new(
            view.Head,
            [
                new PassagePart(texts["fld.work"], view.TaskTitle),
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.lead"], view.LeadUnit),
                        (texts["lbl.askedUnit"], view.Unit),
                        (texts["fld.replyBy"], view.ReplyBy),
                        (texts["fld.basis"], view.Basis)
                    )
                ),
                .. ShortPart.Lines(view.Notes),
                .. view.Questions.Select((question, index) => new PassagePart(texts.Format("fld.question", ("n", index + 1)), question)),
                new PassagePart(texts["fld.preliminaryView"], view.PreliminaryView),
                new PassagePart(texts["lbl.why"], view.Why),
                new PassagePart(texts["fld.documents"], view.Papers),
                new PassagePart(texts["lbl.papersSupplied"], view.PapersSupplied),
                .. view.OwnOpinion.Select(text => new PassagePart(text)),
            ],
            view.Buttons
        );
}
