using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>
/// When notices are brought: an urgent one at once (NĐ 30/2020 art. 4.2c), every other within working hours, after a little while in which those
/// of other duties may arrive. Up to three are told one by one; more are one digest.
/// </summary>
public static class InboxDecider
{
    /// <summary>Told one by one; more fall into a digest .</summary>
    private const int MostSingly = 3;

    /// <summary>How long the first of a morning waits for the others: what falls due when work begins is swept within it.</summary>
    private static readonly Duration Gathering = Duration.FromMinutes(3);

    public static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand command, DutyContext context) =>
        !context.Permits(command, out _, out var refusal)
            ? refusal
            : command switch
            {
                InboxCommand.Receive c when inbox.Refuses(c.Notice, c.Act.At) => Decision<InboxEvent>.Nothing,
                InboxCommand.Receive c => new InboxEvent.NoticeReceived(c.Act, c.Person, c.Notice, BringAt(inbox, c, context)),
                InboxCommand.ReceiveBacklog c when inbox.BacklogOn >= c.Day => Decision<InboxEvent>.Nothing,
                InboxCommand.ReceiveBacklog c => new InboxEvent.BacklogReceived(c.Act, c.Person, c.Day),
                InboxCommand.LeaveOut c => Decide(inbox, c),
                InboxCommand.PassDeadline { Obligation: InboxObligations.Bring } c => Decide(inbox, c),
                InboxCommand.Miss or InboxCommand.PassDeadline or InboxCommand.PassOn or InboxCommand.Hear => UnreachedRules.Decide(
                    inbox,
                    command,
                    context
                ),
                _ => Decision<InboxEvent>.Nothing,
            };

    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.PassDeadline command)
    {
        var due = inbox.Waiting.Where(w => w.BringAt <= command.Act.At).Select(w => w.Notice).ToList();
        return due.Count == 0 ? Decision<InboxEvent>.Nothing : new InboxEvent.NoticesBrought(command.Act, [.. due], due.Count > MostSingly);
    }

    private static Decision<InboxEvent> Decide(Inbox inbox, InboxCommand.LeaveOut command) =>
        command.Notices.Where(left => !inbox.HasLeftOut(left.Id)).ToImmutableArray() is { IsEmpty: false } news
            ? new InboxEvent.NoticesLeftOut(command.Act, news)
            : Decision<InboxEvent>.Nothing;

    // Whoever waits already sets the time for those that come after, so that the wait never grows.
    private static Instant BringAt(Inbox inbox, InboxCommand.Receive command, DutyContext context)
    {
        var now = command.Act.At;
        if (command.Notice.Urgent)
        {
            return now;
        }

        var waiting = inbox.Waiting.Where(w => !w.Notice.Urgent && w.BringAt > now).Select(w => w.BringAt).ToList();
        return waiting.Count > 0 ? waiting.Min() : context.Calendar.NextWorkingTime(now) + Gathering;
    }
}
