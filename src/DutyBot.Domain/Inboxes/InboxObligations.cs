using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Inboxes;

/// <summary>What an inbox waits for: the moment at which its first notice is to be brought.</summary>
public static class InboxObligations
{
    public const string Bring = "bring";

    public static IReadOnlyList<Obligation> Of(Inbox inbox) =>
        inbox is { Person: { } person, Waiting.IsEmpty: false }
            ? [new(Bring, ObligationKind.BringNotices, Owner.Of(person), inbox.Waiting.Min(w => w.BringAt))]
            : [];
}
