namespace DutyBot.Teams.Cards;

/// <summary>All a leader needs to decide, both sides in full (R-43…R-47).</summary>
/// <param name="SubmittedBy">Who submitted it, for whom, when.</param>
/// <param name="DecideBy">The date, and how it stands: waiting is the leader's, not the unit's .</param>
/// <param name="Options">From 1.</param>
/// <param name="Questions">Those on which somebody disagrees.</param>
/// <param name="Sides">Each disagreeing unit's words and the lead unit's explanations.</param>
/// <param name="Notes">What has happened and what is next, a sentence each.</param>
/// <param name="Decision">Once decided.</param>
public sealed record EscalationView(
    CardHead Head,
    string TaskTitle,
    string LeadUnit,
    string SubmittedBy,
    string? DecideBy,
    string Differences,
    string LegalBasis,
    string Competence,
    string Viewpoint,
    IReadOnlyList<string> Options,
    int ChosenOption,
    string ChoiceReason,
    IReadOnlyList<LongText> Questions,
    IReadOnlyList<SidePart> Sides,
    LongText? Decision,
    IReadOnlyList<string> Notes,
    IReadOnlyList<CardButton> Buttons
);

/// <summary>Trình xin ý kiến chỉ đạo: the leader's decision card.</summary>
public static class EscalationCard
{
    public static CardDraft Of(EscalationView view, Texts texts) =>
        new(
            view.Head,
            [
                new PassagePart(texts["fld.work"], view.TaskTitle),
                new ShortPart(
                    CardParts.Facts(
                        (texts["lbl.lead"], view.LeadUnit),
                        (texts["lbl.submittedBy"], view.SubmittedBy),
                        (texts["lbl.decideBy"], view.DecideBy)
                    )
                ),
                .. view.Decision is { } decision ? [new PassagePart(decision)] : Array.Empty<CardPart>(),
                .. ShortPart.Lines(view.Notes),
                new PassagePart(texts["fld.differences"], view.Differences),
                .. Proposal(view, texts),
                new ShortPart(CardParts.Heading(texts["lbl.sides"]) with { Separator = true }),
                .. view.Questions.Select(question => new PassagePart(question)),
                .. view.Sides,
            ],
            view.Buttons
        );

    private static IEnumerable<CardPart> Proposal(EscalationView view, Texts texts) =>
        [
            new PassagePart(texts["fld.viewpoint"], view.Viewpoint),
            new PassagePart(texts["fld.legalBasis"], view.LegalBasis),
            new PassagePart(texts["fld.competence"], view.Competence),
            .. view.Options.Select(
                (option, index) =>
                    new PassagePart(texts.Format(index + 1 == view.ChosenOption ? "lbl.option.chosen" : "fld.option", ("n", index + 1)), option)
            ),
            new PassagePart(texts["fld.choiceReason"], view.ChoiceReason),
        ];
}
