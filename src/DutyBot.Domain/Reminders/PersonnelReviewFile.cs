using System.Collections.Immutable;

namespace DutyBot.Domain.Reminders;

/// <summary>Where a review file stands (1.4.8).</summary>
public enum ReviewPhase
{
    Proposed,
    UnderReview,
    Concluded,
    Dismissed,
}

/// <summary>What a human decides in the end; DutyBot proposes none of them.</summary>
public enum ReviewOutcome
{
    /// <summary>Không điều chuyển.</summary>
    NoTransfer,

    /// <summary>Bố trí công việc khác.</summary>
    OtherWork,

    /// <summary>Điều chuyển.</summary>
    Transfer,

    /// <summary>Chuyển kiểm điểm trách nhiệm.</summary>
    Accountability,
}

/// <summary>Hồ sơ xem xét điều chuyển: opened when as many reminders count as the office asks for, decided by a leader .</summary>
/// <param name="No">From 1 within the person's record.</param>
/// <param name="Reminders">The numbers of the reminders it rests on.</param>
/// <param name="LeadershipUnit">Whose head decides; null when the office has no leadership.</param>
/// <param name="Decider">Who decides in the leader's place, or null for the leader.</param>
/// <param name="PersonnelBody">Who was asked for advice.</param>
public sealed record PersonnelReviewFile(
    int No,
    ImmutableArray<int> Reminders,
    UnitId? LeadershipUnit,
    PersonId? Decider,
    ImmutableArray<PersonId> PersonnelBody,
    Act OpenedBy
)
{
    public ReviewPhase Phase { get; init; }

    /// <summary>What the person had to do when the file was opened; null until it is counted, and in files from before that was done.</summary>
    public Workload? Load { get; init; }

    /// <summary>What the personnel body says.</summary>
    public string? Advice { get; init; }

    public Act? AdvisedBy { get; init; }

    public ReviewOutcome? Outcome { get; init; }

    public string? Reason { get; init; }

    public Act? ConcludedBy { get; init; }

    /// <summary>The reminder whose withdrawal made the file unfounded, or null.</summary>
    public int? UnfoundedBy { get; init; }

    /// <summary>Stable name of the file within the record, for its card.</summary>
    public string Item => $"review:{No}";

    public bool IsOpen => Phase is ReviewPhase.Proposed or ReviewPhase.UnderReview;
}
