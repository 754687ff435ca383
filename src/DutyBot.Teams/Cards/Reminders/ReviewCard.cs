namespace DutyBot.Teams.Cards;

/// <summary>A review file in ready words: the reminders it rests on, what the person explained, what the personnel body says .</summary>
/// <param name="Person">Who was reminded, with the unit of today.</param>
/// <param name="OpenedOn">When the file was opened.</param>
/// <param name="Load">What the person had to do then; null until it is counted.</param>
/// <param name="Passages">Of each reminder: the fact and the text, the explanation, what became of it; in order.</param>
/// <param name="Advice">Null while the personnel body has said nothing.</param>
/// <param name="Outcome">What was decided and why, by whom under its label; null while open.</param>
public sealed record ReviewView(
    CardHead Head,
    string Person,
    string Count,
    string OpenedOn,
    string? Load,
    IReadOnlyList<LongText> Passages,
    LongText? Advice,
    LongText? Outcome,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>Hồ sơ xem xét điều chuyển. For the leader, the personnel body and the person only.</summary>
public static class ReviewCard
{
    public static CardDraft Of(ReviewView view, Texts texts) =>
        new(
            view.Head,
            [
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.remindedPerson"], view.Person),
                        (texts["lbl.reminderCount"], view.Count),
                        (texts["lbl.openedOn"], view.OpenedOn),
                        (texts["lbl.workload"], view.Load)
                    )
                ),
                .. ShortPart.Lines(view.Notes),
                .. view.Outcome is { } outcome ? [new PassagePart(outcome)] : Array.Empty<CardPart>(),
                .. view.Advice is { } advice ? [new PassagePart(advice)] : Array.Empty<CardPart>(),
                .. view.Passages.Select(passage => new PassagePart(passage)),
            ],
            view.Buttons
        );
}
