using DutyBot.Domain.Effects;

namespace DutyBot.Domain.Inboxes;

/// <summary>
/// What an inbox does to the world: its notices are brought, one by one or as a digest, and the backlog of the week; whoever could not be reached
/// is sent for, and what did not arrive is sent again once they can be.
/// </summary>
public static class InboxEffects
{
    public static IEnumerable<Effect> Of(Inbox inbox, InboxEvent happened) =>
        (happened, inbox.Person) switch
        {
            (InboxEvent.NoticesBrought { Digest: true } brought, { } person) => [new Effect.Remind(person, brought.Notices)],
            (InboxEvent.NoticesBrought brought, { } person) => brought.Notices.Select(notice => new Effect.Remind(person, [notice])),
            (InboxEvent.BacklogReceived, { } person) => [new Effect.ShowBacklog(person)],
            (InboxEvent.SentFor { Through: not SentThrough.Nobody } sent, { } person) => [new Effect.SendFor(person, sent.Day, sent.Through)],
            (InboxEvent.HeardFrom heard, _) => heard.Letters.Select(letter => new Effect.Revive(letter.Of, letter.Letter)),
            _ => [],
        };
}
