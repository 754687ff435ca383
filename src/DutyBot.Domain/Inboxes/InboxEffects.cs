using DutyBot.Domain.Effects;

namespace DutyBot.Domain.Inboxes;

/// <summary>What an inbox does to the world: its notices are brought, one by one or as a digest, and the backlog of the week.</summary>
public static class InboxEffects
{
    public static IEnumerable<Effect> Of(Inbox inbox, InboxEvent happened) =>
        (happened, inbox.Person) switch
        {
            (InboxEvent.NoticesBrought { Digest: true } brought, { } person) => [new Effect.Remind(person, brought.Notices)],
            (InboxEvent.NoticesBrought brought, { } person) => brought.Notices.Select(notice => new Effect.Remind(person, [notice])),
            (InboxEvent.BacklogReceived, { } person) => [new Effect.ShowBacklog(person)],
            _ => [],
        };
}
