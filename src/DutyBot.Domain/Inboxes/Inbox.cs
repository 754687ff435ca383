using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>A notice that has not been brought yet.</summary>
public sealed record WaitingNotice(DueNotice Notice, Instant BringAt);

/// <summary>A message of a duty that could not be delivered to a person: which effect of it.</summary>
public sealed record MissedLetter(DutyId Of, string Letter);

/// <param name="At">When it ended (UTC).</param>
/// <param name="ComesAgain">It is sent again by itself once the person is heard from.</param>
public sealed record Missed(MissedLetter Letter, Instant At, bool ComesAgain);

/// <summary>That a person who could not be reached was sent for.</summary>
/// <param name="Day">The working day it is for.</param>
/// <param name="IsOver">The person has been heard from since.</param>
public sealed record Summons(LocalDate Day, SentThrough Through, bool IsOver);

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

    /// <summary>How many notices it remembers having taken.</summary>
    public int Remembered => Known.Count;

    private NoticeMemory Known { get; init; } = NoticeMemory.Empty;

    /// <summary>Whether it has taken the notice already, or the notice is too old to tell (UTC).</summary>
    public bool Refuses(DueNotice notice, Instant now) => Known.Refuses(notice, now);

    // By id, with the instant at which it was recorded.
    private ImmutableDictionary<string, Instant> LeftOut { get; init; } = ImmutableDictionary<string, Instant>.Empty;

    /// <summary>What did not arrive since the person was last heard from, oldest first.</summary>
    public ImmutableArray<Missed> Missed { get; init; } = [];

    /// <summary>When the person is to be sent for (UTC); null when nothing did not arrive, or they have been.</summary>
    public Instant? SendForAt { get; init; }

    /// <summary>How the person was last sent for.</summary>
    public Summons? Summons { get; init; }

    /// <summary>What was sent again by itself once, which is enough.</summary>
    private ImmutableHashSet<MissedLetter> SentAgain { get; init; } = ImmutableHashSet<MissedLetter>.Empty;

    public bool WasSentAgain(MissedLetter letter) => SentAgain.Contains(letter);

    /// <summary>Whether it is recorded that the notice was not told.</summary>
    public bool HasLeftOut(string notice) => LeftOut.ContainsKey(notice);

    /// <summary>Never fails: an event is what has happened.</summary>
    public static Inbox Evolve(Inbox inbox, InboxEvent happened) =>
        happened switch
        {
            InboxEvent.NoticeReceived e => inbox with
            {
                Person = e.Person,
                Waiting = inbox.Waiting.Add(new WaitingNotice(e.Notice, e.BringAt)),
                Known = inbox.Known.With(e.Notice, e.Act.At),
            },
            InboxEvent.NoticesBrought e => inbox with { Waiting = inbox.Waiting.RemoveAll(w => e.Notices.Any(n => n.Id == w.Notice.Id)) },
            InboxEvent.NoticesLeftOut e => inbox with { LeftOut = inbox.WithLeftOut(e) },
            InboxEvent.BacklogReceived e => inbox with { Person = e.Person, BacklogOn = e.Day },
            InboxEvent.LetterMissed e => inbox with
            {
                Person = e.Person,
                Missed = [.. inbox.Missed.Where(missed => missed.Letter != e.Letter), new Missed(e.Letter, e.Act.At, e.ComesAgain)],
                SendForAt = e.SendForAt ?? inbox.SendForAt,
            },
            InboxEvent.SentFor e => inbox with { SendForAt = null, Summons = new Summons(e.Day, e.Through, IsOver: false) },
            InboxEvent.HeardFrom e => inbox with
            {
                Missed = [],
                SendForAt = null,
                Summons = inbox.Summons is { } summons ? summons with { IsOver = true } : null,
                SentAgain = inbox.SentAgain.Union(e.Letters),
            },
            _ => inbox,
        };

    // Forgotten like what was taken: the effect that could say it again is long settled.
    private ImmutableDictionary<string, Instant> WithLeftOut(InboxEvent.NoticesLeftOut e) =>
        LeftOut
            .RemoveRange(LeftOut.Where(left => left.Value + NoticeMemory.Kept < e.Act.At).Select(left => left.Key))
            .SetItems(e.Notices.Select(left => KeyValuePair.Create(left.Id, e.Act.At)));
}
