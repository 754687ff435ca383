using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>Where a formal reminder stands (1.4.7).</summary>
public enum ReminderPhase
{
    Issued,
    Explained,
    Upheld,
    Withdrawn,
}

/// <summary>What somebody is reminded of: one task, or one unit's answer in a consultation.</summary>
/// <param name="Unit">The unit that leads the task or was asked.</param>
/// <param name="Title">The task in words, as it read when the reminder was issued.</param>
/// <param name="Due">The first instant (UTC) that was too late; null while nothing is.</param>
public sealed record ReminderFact(DutyId Duty, UnitId Unit, string Title, Instant? Due)
{
    /// <summary>A task is one fact, whoever leads it; in a consultation each unit's answer is one.</summary>
    public bool IsSameAs(ReminderFact other) => Duty == other.Duty && (Duty.Kind == DutyKind.Task || Unit == other.Unit);
}

/// <summary>One formal reminder to a person (nhắc nhở), as the person's record has made it .</summary>
/// <param name="No">From 1, never used twice in the record; the order in the window follows from the record.</param>
/// <param name="On">The date of issue, which says in which window it counts.</param>
public sealed record FormalReminder(int No, ReminderFact Fact, string LegalBasis, string Text, Act IssuedBy, LocalDate On)
{
    public ReminderPhase Phase { get; init; }

    /// <summary>Null until the card has reached the person.</summary>
    public Instant? DeliveredAt { get; init; }

    /// <summary>The first instant (UTC) that is too late to explain; null until delivered.</summary>
    public Instant? ExplainBy { get; init; }

    /// <summary>Those of the term to explain that are still to be given.</summary>
    public ImmutableArray<PlannedNotice> Notices { get; init; } = [];

    /// <summary>Why the card could not be delivered, as the channel said it; null while it is under way and once it has arrived.</summary>
    public string? Undeliverable { get; init; }

    public string? Explanation { get; init; }

    public Act? ExplainedBy { get; init; }

    /// <summary>Why it was upheld or withdrawn; empty when the clock upheld it.</summary>
    public string? AnswerReason { get; init; }

    public Act? AnsweredBy { get; init; }

    /// <summary>Stable name of the reminder within the record, for its card.</summary>
    public string Item => ItemOf(No);

    /// <param name="no">Within the record.</param>
    public static string ItemOf(int no) => $"reminder:{no}";

    /// <summary>Whose right it was issued by: the grantor where a delegate issued it.</summary>
    public PersonId Issuer => IssuedBy.OnBehalfOf ?? IssuedBy.By!.Value;

    /// <summary>While it is neither upheld nor withdrawn.</summary>
    public bool MayBeWithdrawn => Phase is ReminderPhase.Issued or ReminderPhase.Explained;

    /// <summary>Counts towards the review: delivered and not withdrawn (1.4.7).</summary>
    public bool IsCounted => DeliveredAt is not null && Phase != ReminderPhase.Withdrawn;
}
