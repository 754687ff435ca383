using DutyBot.Domain.Effects;

namespace DutyBot.Domain.Inboxes;

/// <summary>What an inbox does to the world: its notices are brought, one by one or as a digest.</summary>
public static class InboxEffects
{
    public static IEnumerable<Effect> Of(Inbox inbox, InboxEvent happened) =>
        happened is InboxEvent.NoticesBrought brought && inbox.Person is { } person
            ? brought.Digest
                ? [new Effect.Remind(person, brought.Notices)]
                : brought.Notices.Select(notice => new Effect.Remind(person, [notice]))
            : [];
}
