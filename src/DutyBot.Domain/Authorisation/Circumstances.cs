using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;

namespace DutyBot.Domain.Authorisation;

/// <summary>What the capacities mean in one duty: which unit leads, which is asked, whose task it is.</summary>
internal sealed record Circumstances
{
    /// <summary>Of a command that concerns no duty, or one that does not exist yet.</summary>
    public static Circumstances None { get; } = new();

    public UnitId? LeadUnit { get; private init; }

    public UnitId? ConsultedUnit { get; private init; }

    public PersonId? Assigner { get; private init; }

    public static Circumstances Of(WorkTask task) =>
        task.Phase == TaskPhase.NotIssued ? None : new() { LeadUnit = task.LeadUnit, Assigner = task.Assigner };

    /// <param name="command">Names the unit whose item it concerns, if it concerns one.</param>
    public static Circumstances Of(Consultation round, ConsultationCommand command) =>
        new() { LeadUnit = round.Opening?.LeadUnit, ConsultedUnit = Asked(command) is { } unit ? round.Item(unit)?.Unit : null };

    public static Circumstances Of(Escalation escalation) => new() { LeadUnit = escalation.Opening?.LeadUnit };

    private static UnitId? Asked(ConsultationCommand command) =>
        command switch
        {
            ConsultationCommand.SaveDraft c => c.Unit,
            ConsultationCommand.IssueAnswer c => c.Unit,
            ConsultationCommand.Return c => c.Unit,
            ConsultationCommand.AskPapers c => c.Unit,
            _ => null,
        };
}
