namespace DutyBot.Teams.Cards;

/// <summary>A formal reminder in ready words: for the person, for who issued it, and for whoever else may read it .</summary>
/// <param name="Order">Which one it is, of how many, in which window.</param>
/// <param name="Fact">What the person is reminded of, in full.</param>
/// <param name="FactCode">The code of the task or of the consultation, and the unit.</param>
/// <param name="Late">Since when it is late.</param>
/// <param name="IssuedBy">Who issued it, on whose behalf, when.</param>
/// <param name="ExplainBy">The last day to explain; null once that is over.</param>
/// <param name="Explanation">What the person explained, by whom and when under its label; null without one.</param>
/// <param name="Answer">Why it was upheld or withdrawn; null while it was not, and when the clock did.</param>
/// <param name="Notes">What has happened and what is next, a sentence each.</param>
public sealed record ReminderView(
    CardHead Head,
    string Person,
    string Order,
    string Fact,
    string FactCode,
    string? Late,
    string LegalBasis,
    string Text,
    string IssuedBy,
    string? ExplainBy,
    LongText? Explanation,
    LongText? Answer,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>Nhắc nhở việc chậm thực hiện nhiệm vụ. Goes to personal chats only (D-06).</summary>
public static class ReminderCard
{
    public static CardDraft Of(ReminderView view, Texts texts) =>
        new(
            view.Head,
            [
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.remindedPerson"], view.Person),
                        (texts["lbl.reminderOrder"], view.Order),
                        (texts["lbl.factCode"], view.FactCode),
                        (texts["lbl.lateSince"], view.Late),
                        (texts["lbl.issuedBy"], view.IssuedBy),
                        (texts["lbl.explainBy"], view.ExplainBy)
                    )
                ),
                new PassagePart(texts["lbl.fact"], view.Fact),
                new PassagePart(texts["fld.legalBasis"], view.LegalBasis),
                new PassagePart(texts["fld.reminderText"], view.Text),
                .. view.Explanation is { } explanation ? [new PassagePart(explanation)] : Array.Empty<CardPart>(),
                .. view.Answer is { } answer ? [new PassagePart(answer)] : Array.Empty<CardPart>(),
                .. ShortPart.Lines(view.Notes),
            ],
            view.Buttons
        );
}
