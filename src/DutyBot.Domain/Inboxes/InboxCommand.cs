using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>What may happen to a person's inbox; nobody but the program does it.</summary>
public abstract record InboxCommand : DutyCommand
{
    private InboxCommand(Act act)
        : base(act) { }

    /// <summary>A duty has a due notice for the person. Repeating it changes nothing.</summary>
    public sealed record Receive(Act Act, PersonId Person, DueNotice Notice) : InboxCommand(Act);

    /// <summary>The units of the person have left something lying, in the week of that day. Repeating it changes nothing.</summary>
    public sealed record ReceiveBacklog(Act Act, PersonId Person, LocalDate Day) : InboxCommand(Act);

    /// <summary>Notices that were brought are not told, because there is nothing left to say. Repeating it changes nothing.</summary>
    public sealed record LeaveOut(Act Act, ImmutableArray<LeftOutNotice> Notices) : InboxCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : InboxCommand(Act);
}
