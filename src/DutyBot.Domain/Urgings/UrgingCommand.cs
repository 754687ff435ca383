namespace DutyBot.Domain.Urgings;

/// <summary>What may happen to an urging.</summary>
public abstract record UrgingCommand : DutyCommand
{
    private UrgingCommand(Act act)
        : base(act) { }

    /// <summary>The Office urges units to carry out tasks. Sending it again changes nothing.</summary>
    public sealed record Send(Act Act, DutyId Urging, UrgingDraft Draft) : UrgingCommand(Act);
}
