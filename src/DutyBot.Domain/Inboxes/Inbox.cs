using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>A notice that has not been brought yet.</summary>
public sealed record WaitingNotice(DueNotice Notice, Instant BringAt);

/// <summary>
/// A person's inbox of due notices, as its history has made it: where notices of many duties meet, so that a morning with many of them is one
/// message, and none is brought twice.
/// </summary>
public sealed record Inbox
{
    public static Inbox Empty { get; } = new();

    /// <summary>Null while nothing was ever received.</summary>
    public PersonId? Person { get; init; }

    public ImmutableArray<WaitingNotice> Waiting { get; init; } = [];

    /// <summary>The latest day on which word of the backlog came.</summary>
    public LocalDate? BacklogOn { get; init; }

    private ImmutableHashSet<string> Known { get; init; } = ImmutableHashSet<string>.Empty;

    private ImmutableHashSet<string> LeftOut { get; init; } = ImmutableHashSet<string>.Empty;

    public bool Knows(DueNotice notice) => Known.Contains(notice.Id);

    /// <summary>Whether it is recorded that the notice was not told.</summary>
    public bool HasLeftOut(string notice) => LeftOut.Contains(notice);

    /// <summary>Never fails: an event is what has happened.</summary>
    public static Inbox Evolve(Inbox inbox, InboxEvent happened) =>
        happened switch
        {
            InboxEvent.NoticeReceived e => inbox with
            {
                Person = e.Person,
                Waiting = inbox.Waiting.Add(new WaitingNotice(e.Notice, e.BringAt)),
                Known = inbox.Known.Add(e.Notice.Id),
            },
            InboxEvent.NoticesBrought e => inbox with { Waiting = inbox.Waiting.RemoveAll(w => e.Notices.Any(n => n.Id == w.Notice.Id)) },
            InboxEvent.NoticesLeftOut e => inbox with { LeftOut = inbox.LeftOut.Union(e.Notices.Select(left => left.Id)) },
            InboxEvent.BacklogReceived e => inbox with { Person = e.Person, BacklogOn = e.Day },
            _ => inbox,
        };
}
