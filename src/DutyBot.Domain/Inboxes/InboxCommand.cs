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

    /// <summary>A message to the person has ended without arriving. Repeating it on the same day changes nothing.</summary>
    /// <param name="ComesAgain">Whether it may be sent again by itself once the person is heard from.</param>
    public sealed record Miss(Act Act, PersonId Person, MissedLetter Letter, bool ComesAgain) : InboxCommand(Act);

    /// <summary>Nobody was found by that way of sending for the person: the next one is taken. Repeating it changes nothing.</summary>
    public sealed record PassOn(Act Act, PersonId Person, LocalDate Day, SentThrough Through) : InboxCommand(Act);

    /// <summary>The person has written, or a message has arrived. Where nothing waits for that, it changes nothing.</summary>
    public sealed record Hear(Act Act, PersonId Person) : InboxCommand(Act);

    /// <summary>The clock: the obligation of this name is due.</summary>
    public sealed record PassDeadline(Act Act, string Obligation) : InboxCommand(Act);
}
