namespace DutyBot.Teams.Cards;

/// <summary>What a task is, in ready words; the same on every card that shows it.</summary>
public sealed record TaskFacts
{
    public required string Work { get; init; }

    public required string Deliverable { get; init; }

    public string Requirement { get; init; } = "";

    /// <summary>Number and symbol, date, issuing body of the assigning document.</summary>
    public string? Document { get; init; }

    public required string Assigner { get; init; }

    public required string LeadUnit { get; init; }

    public required string AccountableHead { get; init; }

    public string? Officer { get; init; }

    public string? CoordinatingUnits { get; init; }

    /// <summary>The deadline, or that there is none and when the task is looked at again.</summary>
    public required string Deadline { get; init; }

    public string? NoDeadlineReason { get; init; }

    public string? ReportDeadline { get; init; }

    /// <summary>The category of work and how long it normally takes .</summary>
    public string? Norm { get; init; }

    internal IEnumerable<CardPart> Parts(Texts texts, string? acceptBy = null) =>
        [
            new PassagePart(texts["fld.work"], Work),
            new PassagePart(texts["fld.deliverable"], Deliverable),
            new PassagePart(texts["fld.requirement"], Requirement),
            new ShortPart(
                CardParts.Facts(
                    (texts["fld.deadline"], Deadline),
                    (texts["fld.noDeadlineReason"], NoDeadlineReason),
                    (texts["fld.reportDeadline"], ReportDeadline),
                    (texts["fld.category"], Norm),
                    (texts["lbl.acceptBy"], acceptBy),
                    (texts["lbl.lead"], LeadUnit),
                    (texts["fld.accountable"], AccountableHead),
                    (texts["fld.assignee"], Officer),
                    (texts["fld.coordinating"], CoordinatingUnits),
                    (texts["lbl.assigner"], Assigner),
                    (texts["lbl.document"], Document)
                )
            ),
        ];
}
