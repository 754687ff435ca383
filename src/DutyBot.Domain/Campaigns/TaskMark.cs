using NodaTime;

namespace DutyBot.Domain.Campaigns;

/// <summary>What a unit says of a task in a review. It is only said: nothing is returned, prolonged or finished by it.</summary>
public enum MarkKind
{
    /// <summary>Đang làm.</summary>
    UnderWay,

    /// <summary>Cần gia hạn.</summary>
    NeedsExtension,

    /// <summary>Vướng mắc.</summary>
    Obstacle,

    /// <summary>Đề nghị trả lại.</summary>
    ProposesReturn,

    /// <summary>Đã xong, chưa cập nhật.</summary>
    DoneNotUpdated,
}

/// <summary>Why a task that nobody marked is not held against the unit that leads it.</summary>
public enum SettledBy
{
    /// <summary>It is over.</summary>
    End,

    /// <summary>The unit has asked to return it, and the decision is not its own.</summary>
    ReturnRequest,
}

/// <param name="ProposedDate">Of <see cref="MarkKind.NeedsExtension"/> where the unit names one.</param>
public sealed record MarkedTask(DutyId Task, MarkKind Kind, string Note, LocalDate? ProposedDate);

/// <param name="By">The unit that marked it.</param>
/// <param name="No">The how manieth saving in the campaign it is from: says what somebody who fills in a form has seen.</param>
public sealed record TaskMark(MarkKind Kind, string Note, LocalDate? ProposedDate, UnitId By, Act Act, int No)
{
    public bool Says(MarkedTask marked) => (Kind, Note, ProposedDate) == (marked.Kind, marked.Note, marked.ProposedDate);
}

/// <summary>One of the tasks that were open when the campaign began; it counts with the unit that leads it.</summary>
public sealed record ReviewedTask(DutyId Task, UnitId Unit)
{
    public TaskMark? Mark { get; init; }

    public SettledBy? Settled { get; init; }

    public bool IsUnmarked => Mark is null && Settled is null;
}
