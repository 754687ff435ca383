using DutyBot.Domain.Tasks;

namespace DutyBot.Domain.Campaigns;

/// <summary>How a task of a campaign stands outside of it: who leads it, and whether it still waits for a mark.</summary>
public sealed record TaskStanding(DutyId Task, UnitId Unit, SettledBy? Settled)
{
    /// <param name="task">Was issued.</param>
    public static TaskStanding Of(WorkTask task) =>
        new(
            task.Id,
            task.LeadUnit,
            !task.IsLive ? SettledBy.End
                : task.Phase == TaskPhase.ReturnRequested ? SettledBy.ReturnRequest
                : null
        );

    /// <summary>Whether a task waits to be marked when a campaign begins.</summary>
    public static bool IsOpen(WorkTask task) => task.Phase is TaskPhase.Assigned or TaskPhase.InProgress;
}

/// <summary>What has become of a task of a campaign since the campaign last looked.</summary>
/// <param name="From">The unit with which it counted.</param>
/// <param name="Unit">The unit with which it counts from now on.</param>
public sealed record TaskChange(DutyId Task, UnitId From, UnitId Unit, SettledBy? Settled);
