using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>What has happened to a person's inbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(NoticeReceived), "noticeReceived")]
[JsonDerivedType(typeof(NoticesBrought), "noticesBrought")]
[JsonDerivedType(typeof(NoticesLeftOut), "noticesLeftOut")]
[JsonDerivedType(typeof(BacklogReceived), "backlogReceived")]
[JsonDerivedType(typeof(LetterMissed), "letterMissed")]
[JsonDerivedType(typeof(SentFor), "sentFor")]
[JsonDerivedType(typeof(HeardFrom), "heardFrom")]
public abstract record InboxEvent
{
    private InboxEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }

    /// <param name="BringAt">When it is to be brought (UTC): at once when urgent, else within working hours and together with others.</param>
    public sealed record NoticeReceived(Act Act, PersonId Person, DueNotice Notice, Instant BringAt) : InboxEvent(Act);

    /// <param name="Digest">More fell together than are told one by one .</param>
    public sealed record NoticesBrought(Act Act, ImmutableArray<DueNotice> Notices, bool Digest) : InboxEvent(Act);

    /// <summary>Brought, but not told: no reminder is dropped without a trace.</summary>
    public sealed record NoticesLeftOut(Act Act, ImmutableArray<LeftOutNotice> Notices) : InboxEvent(Act);

    /// <param name="Day">On which all heads were told .</param>
    public sealed record BacklogReceived(Act Act, PersonId Person, LocalDate Day) : InboxEvent(Act);

    /// <summary>A message to the person ended without arriving.</summary>
    /// <param name="ComesAgain">It is sent again by itself once the person is heard from.</param>
    /// <param name="SendForAt">When the person is to be sent for (UTC); null when that has been arranged, or done, for that working day.</param>
    public sealed record LetterMissed(Act Act, PersonId Person, MissedLetter Letter, bool ComesAgain, Instant? SendForAt) : InboxEvent(Act);

    /// <param name="Day">The working day it is for.</param>
    public sealed record SentFor(Act Act, LocalDate Day, SentThrough Through) : InboxEvent(Act);

    /// <param name="Letters">What is sent again now.</param>
    public sealed record HeardFrom(Act Act, ImmutableArray<MissedLetter> Letters) : InboxEvent(Act);
}

/// <summary>Why a notice that was brought is not told.</summary>
public enum LeftOutBecause
{
    /// <summary>What it is about was met, cancelled or handed over.</summary>
    Met,

    /// <summary>It says that a deadline is near, and that has passed meanwhile: the notices after it take over.</summary>
    Passed,
}

/// <param name="Id">Of the notice (<see cref="DueNotice.Id"/>).</param>
public sealed record LeftOutNotice(string Id, LeftOutBecause Because);
