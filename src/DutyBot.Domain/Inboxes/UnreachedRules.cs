using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>
/// What follows when a message to a person has ended without arriving (features 54). They are sent for once on a working day, however much did not
/// arrive: in the channel of their unit, else through its focal point, else through its head. Once they are heard from, what did not arrive is sent
/// again, each message once.
/// </summary>
internal static class UnreachedRules
{
    /// <summary>What is older is not sent again by itself; it stays with the admins.</summary>
    private static readonly Duration Fresh = Duration.FromDays(7);

    /// <summary>The newest ones; what is beyond stays with the admins.</summary>
    private const int MostAgain = 50;

    public static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand command, DutyContext context) =>
        command switch
        {
            InboxCommand.Miss c => Decide(inbox, c, context),
            InboxCommand.PassDeadline { Obligation: InboxObligations.SendFor } c => Decide(inbox, c, context),
            InboxCommand.PassOn c => Decide(inbox, c),
            InboxCommand.Hear c => Decide(inbox, c),
            _ => Decision<InboxEvent>.Nothing,
        };

    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.Miss command, DutyContext context)
    {
        var today = context.DateOf(command.Act);
        if (inbox.Missed.Any(missed => missed.Letter == command.Letter && context.Calendar.DateOf(missed.At) == today))
        {
            return Decision<InboxEvent>.Nothing;
        }

        var at = context.Calendar.NextWorkingTime(command.Act.At);
        var isArranged = inbox.SendForAt is not null || inbox.Summons?.Day == context.Calendar.DateOf(at);
        var comesAgain = command.ComesAgain && !inbox.WasSentAgain(command.Letter);
        return new InboxEvent.LetterMissed(command.Act, command.Person, command.Letter, comesAgain, isArranged ? null : at);
    }

    // Found late, it is for the working day on which it can still be done.
    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.PassDeadline command, DutyContext context) =>
        inbox.SendForAt is { } at && at <= command.Act.At
            ? new InboxEvent.SentFor(command.Act, context.Calendar.DateOf(context.Calendar.NextWorkingTime(command.Act.At)), SentThrough.Channel)
            : Decision<InboxEvent>.Nothing;

    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.PassOn command) =>
        command.Through < SentThrough.Nobody && inbox.Summons == new Summons(command.Day, command.Through, IsOver: false)
            ? new InboxEvent.SentFor(command.Act, command.Day, command.Through + 1)
            : Decision<InboxEvent>.Nothing;

    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.Hear command) =>
        inbox.Missed.IsEmpty ? Decision<InboxEvent>.Nothing : new InboxEvent.HeardFrom(command.Act, Again(inbox, command.Act.At));

    private static ImmutableArray<MissedLetter> Again(Inbox inbox, Instant now) =>
        [.. inbox.Missed.Where(missed => missed.ComesAgain && now - missed.At <= Fresh).TakeLast(MostAgain).Select(missed => missed.Letter)];
}
