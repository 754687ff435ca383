namespace DutyBot.Domain.Escalations;

/// <summary>What can be asked of an escalation (1.4.6).</summary>
public abstract record EscalationCommand : DutyCommand
{
    private EscalationCommand(Act act)
        : base(act) { }

    /// <summary>Sent by the task once it has recorded the submission.</summary>
    public sealed record Submit(Act Act, DutyId Escalation, EscalationOpening Opening) : EscalationCommand(Act);

    /// <summary>A leader approves option k or decides otherwise with a text .</summary>
    public sealed record Decide(Act Act, int? Option, string Text) : EscalationCommand(Act);

    /// <summary>A leader replaces an earlier decision; the earlier one stays in the record.</summary>
    public sealed record Supersede(Act Act, int? Option, string Text) : EscalationCommand(Act);

    /// <summary>A leader wants more work and says what is missing; at most twice.</summary>
    public sealed record ReturnForWork(Act Act, string Missing) : EscalationCommand(Act);

    /// <summary>A leader calls the units to a meeting; the decision stays due.</summary>
    public sealed record CallMeeting(Act Act, string Text) : EscalationCommand(Act);

    /// <summary>The lead unit's head submits the completed proposal again.</summary>
    public sealed record Resubmit(Act Act, ProposalDraft Draft) : EscalationCommand(Act);

    /// <summary>The lead unit's head withdraws it because the units have agreed meanwhile.</summary>
    public sealed record Withdraw(Act Act, string Reason) : EscalationCommand(Act);

    /// <summary>A unit has ended and another stands in its place from now on (D-04); only the system sends it.</summary>
    public sealed record SucceedUnit(Act Act, UnitId From, UnitId To) : EscalationCommand(Act);

    /// <summary>
    /// Who decides may have changed since the proposal was submitted: somebody has left or come, or is no longer concerned in person (1.6). Only the
    /// system sends it, and it changes nothing while it is still the same.
    /// </summary>
    public sealed record AskAnew(Act Act) : EscalationCommand(Act);

    /// <summary>An admin has confirmed that running terms follow the calendar as it is now (D-05).</summary>
    public sealed record RecountTerms(Act Act) : EscalationCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : EscalationCommand(Act);
}
