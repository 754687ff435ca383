using DutyBot.Domain.Effects;

namespace DutyBot.Domain.Inboxes;

/// <summary>What may happen to a person's inbox; nobody but the program does it.</summary>
public abstract record InboxCommand : DutyCommand
{
    private InboxCommand(Act act)
        : base(act) { }

    /// <summary>A duty has a due notice for the person. Repeating it changes nothing.</summary>
    public sealed record Receive(Act Act, PersonId Person, DueNotice Notice) : InboxCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : InboxCommand(Act);
}
