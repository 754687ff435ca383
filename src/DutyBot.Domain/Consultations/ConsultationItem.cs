using DutyBot.Domain.Calendar;
using NodaTime;

namespace DutyBot.Domain.Consultations;

/// <summary>Where one unit's item stands (1.4.3).</summary>
public enum ItemPhase
{
    Requested,
    Drafting,
    AwaitingPapers,
    Answered,
    Returned,
    SentBack,
    Overdue,
    NonResponse,
    Cancelled,

    /// <summary>The unit ended before it answered; another unit, or the lead itself, stands in its place (D-04).</summary>
    Merged,
}

/// <summary>What one unit was asked and what came of it.</summary>
public sealed record ConsultationItem(UnitId Unit, string Why, Instant ReplyBy, Instant NonResponseAt)
{
    public ItemPhase Phase { get; init; }

    /// <summary>How <see cref="ReplyBy"/> was counted; null when it is a date that was given, which no calendar moves (D-05).</summary>
    public CountedReply? CountedReply { get; init; }

    /// <summary>What an officer prepared; only the unit itself may see it .</summary>
    public OpinionDraft? Draft { get; init; }

    public PersonId? Drafter { get; init; }

    public Opinion? Opinion { get; init; }

    public ReturnRequest? Return { get; init; }

    public bool ReturnWasRejected { get; init; }

    public int SentBackCount { get; init; }

    public string? SentBackBecause { get; init; }

    public string? PapersAsked { get; init; }

    public string? PapersSupplied { get; init; }

    /// <summary>Silence was recorded; stays true when a late answer comes .</summary>
    public bool DidNotRespond { get; init; }

    public bool DeemedAgreed { get; init; }

    /// <summary>Set when the item is <see cref="ItemPhase.Merged"/>.</summary>
    public UnitId? MergedInto { get; init; }

    /// <summary>When the question went from a unit that ended to its successor (UTC): of the item of either; null when it never did.</summary>
    public Instant? PassedOnAt { get; init; }

    /// <summary>
    /// The answer came after its date: also on the weekend that follows, when <see cref="Opinion.LateWorkingDays"/> is still 0.
    /// </summary>
    public bool AnsweredLate => Opinion is { } opinion && WorkingCalendar.IsLate(ReplyBy, opinion.Act.At);

    /// <summary>The unit still owes an answer in this round.</summary>
    public bool IsOpen => Phase is ItemPhase.Requested or ItemPhase.Drafting or ItemPhase.AwaitingPapers or ItemPhase.SentBack or ItemPhase.Overdue;

    /// <summary>An answer may be issued: while open, and late, after silence was recorded.</summary>
    public bool CanAnswer => IsOpen || Phase == ItemPhase.NonResponse;
}
