using System.Collections.Immutable;

namespace DutyBot.Domain.Consultations;

/// <summary>What can be asked of a round (1.4.2) and of the item of one unit in it (1.4.3).</summary>
public abstract record ConsultationCommand : DutyCommand
{
    private ConsultationCommand(Act act)
        : base(act) { }

    /// <summary>Sent by the task once it has recorded the opening.</summary>
    public sealed record Open(Act Act, DutyId Consultation, ConsultationOpening Opening) : ConsultationCommand(Act);

    /// <summary>An officer of the consulted unit prepares the answer; the lead unit does not see it .</summary>
    public sealed record SaveDraft(Act Act, UnitId Unit, OpinionDraft Draft) : ConsultationCommand(Act);

    /// <summary>The head of the consulted unit issues the answer (R-35…R-38).</summary>
    public sealed record IssueAnswer(Act Act, UnitId Unit, OpinionDraft Answer) : ConsultationCommand(Act);

    /// <summary>The head of the consulted unit sends the request back with one of the two reasons .</summary>
    public sealed record Return(Act Act, UnitId Unit, ReturnReason? Reason, UnitId? CompetentUnit, string Text) : ConsultationCommand(Act);

    /// <summary>A leader judges that the unit must answer after all.</summary>
    public sealed record RejectReturn(Act Act, UnitId Unit, string Reason) : ConsultationCommand(Act);

    /// <summary>The consulted unit asks once for papers that are missing; its clock starts again when they come .</summary>
    public sealed record AskPapers(Act Act, UnitId Unit, string What) : ConsultationCommand(Act);

    public sealed record SupplyPapers(Act Act, UnitId Unit, string Papers) : ConsultationCommand(Act);

    /// <summary>The lead unit's head sends an answer back once as too general .</summary>
    public sealed record SendBack(Act Act, UnitId? Unit, string Reason) : ConsultationCommand(Act);

    /// <summary>The lead unit's head adopts or explains opinions that do not simply agree; those left blank stay open.</summary>
    public sealed record Resolve(Act Act, ImmutableArray<ResolutionDraft> Resolutions) : ConsultationCommand(Act);

    /// <summary>The lead unit's head closes the round .</summary>
    /// <param name="WithoutWaiting">Go on without the answers that are overdue .</param>
    public sealed record Close(Act Act, bool WithoutWaiting) : ConsultationCommand(Act);

    public sealed record Cancel(Act Act, string Reason) : ConsultationCommand(Act);

    /// <summary>A unit has ended and another stands in its place from now on (D-04); only the system sends it.</summary>
    public sealed record SucceedUnit(Act Act, UnitId From, UnitId To) : ConsultationCommand(Act);

    /// <summary>An admin has confirmed that running terms follow the calendar as it is now (D-05).</summary>
    public sealed record RecountTerms(Act Act) : ConsultationCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : ConsultationCommand(Act);
}
