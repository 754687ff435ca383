using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Inboxes;

/// <summary>What an inbox waits for: the moment at which its first notice is to be brought, and that at which its person is to be sent for.</summary>
public static class InboxObligations
{
    public const string Bring = "bring";

    public const string SendFor = "sendFor";

    public static IReadOnlyList<Obligation> Of(Inbox inbox) => inbox.Person is { } person ? [.. Of(inbox, Owner.Of(person))] : [];

    private static IEnumerable<Obligation> Of(Inbox inbox, Owner person)
    {
        if (!inbox.Waiting.IsEmpty)
        {
            yield return new(Bring, ObligationKind.BringNotices, person, inbox.Waiting.Min(w => w.BringAt));
        }

        if (inbox.SendForAt is { } at)
        {
            yield return new(SendFor, ObligationKind.SendFor, person, at);
        }
    }
}
