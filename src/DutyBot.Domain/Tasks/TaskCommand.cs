using System.Collections.Immutable;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>What can be asked of a task; numbers T… are the transitions of <c>docs/rules.md</c>.</summary>
public abstract record TaskCommand : DutyCommand
{
    private TaskCommand(Act act)
        : base(act) { }

    /// <summary>T5: the assigner gives one task to one lead unit.</summary>
    public sealed record Issue(Act Act, DutyId Task, TaskDraft Draft) : TaskCommand(Act);

    /// <summary>T6: the lead unit's head accepts and names who does it.</summary>
    public sealed record Accept(Act Act, PersonId? Officer) : TaskCommand(Act);

    /// <summary>T13: names the officer after a deemed acceptance, or another officer with a reason .</summary>
    public sealed record NameOfficer(Act Act, PersonId? Officer, string Reason) : TaskCommand(Act);

    /// <summary>T8: the lead unit's head returns the task .</summary>
    public sealed record RequestReturn(Act Act, ReturnReason? Reason, UnitId? CompetentUnit, string Text) : TaskCommand(Act);

    /// <summary>T9: the assigner does not accept the return.</summary>
    public sealed record RejectReturn(Act Act, string Reason) : TaskCommand(Act);

    /// <summary>T10: the assigner accepts the return and names another lead unit.</summary>
    public sealed record Reassign(Act Act, UnitId? LeadUnit) : TaskCommand(Act);

    /// <summary>T11, T24: the assigner calls the task off.</summary>
    public sealed record Cancel(Act Act, string Reason) : TaskCommand(Act);

    /// <summary>The lead unit's head asks other units .</summary>
    public sealed record OpenConsultation(Act Act, DutyId Consultation, ConsultationDraft Draft) : TaskCommand(Act);

    /// <summary>A round tells its task that it has closed or was cancelled.</summary>
    public sealed record RecordRoundEnded(Act Act, DutyId Consultation, RoundOutcome Outcome) : TaskCommand(Act);

    /// <summary>The lead unit's head submits the disagreement with a viewpoint of the unit's own .</summary>
    public sealed record Escalate(Act Act, DutyId Escalation, ProposalDraft Draft) : TaskCommand(Act);

    /// <summary>An escalation tells its task what was decided; the decision binds the task .</summary>
    public sealed record RecordDecision(Act Act, DutyId Escalation, LeadershipDecision Decision) : TaskCommand(Act);

    /// <summary>An escalation tells its task that it was withdrawn because the units have agreed meanwhile.</summary>
    public sealed record RecordEscalationWithdrawn(Act Act, DutyId Escalation) : TaskCommand(Act);

    /// <summary>An urging of the Office tells a task that its unit was urged to carry it out .</summary>
    public sealed record RecordUrged(Act Act, DutyId Urging, DocumentSymbol? Document, LocalDate AnswerBy) : TaskCommand(Act);

    /// <summary>T25: a unit has ended and another stands in its place from now on (D-04); only the system sends it.</summary>
    public sealed record SucceedUnit(Act Act, UnitId From, UnitId To) : TaskCommand(Act);

    /// <summary>An admin has confirmed that running terms follow the calendar as it is now (D-05).</summary>
    public sealed record RecountTerms(Act Act) : TaskCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : TaskCommand(Act);
}

/// <summary>How a round ended, as its task needs to know it.</summary>
/// <param name="DisagreeingUnits">Units whose disagreement was explained, not adopted: what may be escalated .</param>
public sealed record RoundOutcome(bool Cancelled, ImmutableArray<UnitId> DisagreeingUnits);
