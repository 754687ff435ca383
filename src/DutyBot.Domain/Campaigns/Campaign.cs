using System.Collections.Immutable;
using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Campaigns;

/// <summary>Where a campaign stands (1.4.13).</summary>
public enum CampaignPhase
{
    NotOpened,
    Open,
    Closed,
}

/// <summary>
/// A review of all open tasks by a date (đợt rà soát, R-60), as its history has made it. Which tasks count is fixed when it begins; each counts
/// with the unit that leads it, so that a task that moves is asked of its new lead, and one that ends is asked of nobody.
/// </summary>
public sealed record Campaign
{
    public static Campaign NotOpened { get; } = new();

    public CampaignPhase Phase { get; private init; }

    /// <summary>Null until it is opened; it never changes afterwards.</summary>
    public CampaignEvent.Opened? Opening { get; private init; }

    /// <summary>In the order of the units at the opening.</summary>
    public ImmutableArray<ReviewedTask> Tasks { get; private init; } = [];

    /// <summary>How often marks were saved.</summary>
    public int Savings { get; private init; }

    /// <summary>Those that are still to be given.</summary>
    public ImmutableArray<PlannedNotice> Notices { get; private init; } = [];

    public bool WasAllMarked { get; private init; }

    public string? CancelReason { get; private init; }

    /// <summary>When it was closed or called off, and by whom.</summary>
    public Act? EndedBy { get; private init; }

    /// <summary>In whose right it was opened.</summary>
    public PersonId Opener => Opening!.Act.OnBehalfOf ?? Opening.Act.By!.Value;

    /// <summary>Those that lead one of the tasks.</summary>
    public IEnumerable<UnitId> Units => Tasks.Select(task => task.Unit).Distinct();

    public IEnumerable<ReviewedTask> Of(UnitId unit) => Tasks.Where(task => task.Unit == unit);

    public ReviewedTask? Task(DutyId task) => Tasks.FirstOrDefault(reviewed => reviewed.Task == task);

    public bool HasUnmarked(UnitId unit) => Of(unit).Any(task => task.IsUnmarked);

    public CampaignFigures Figures => CampaignFigures.Of(Tasks);

    /// <summary>What has become of its tasks since it last looked. A campaign that is over does not look any more.</summary>
    public ImmutableArray<TaskChange> ChangesTo(IEnumerable<TaskStanding> standings) =>
        Phase != CampaignPhase.Open
            ? []
            :
            [
                .. from standing in standings
                let known = Task(standing.Task)
                where known is not null && (known.Unit, known.Settled) != (standing.Unit, standing.Settled)
                select new TaskChange(standing.Task, known.Unit, standing.Unit, standing.Settled),
            ];

    /// <summary>As it is once it has looked at its tasks.</summary>
    public Campaign Seeing(ImmutableArray<TaskChange> changes) =>
        changes.IsEmpty ? this : this with { Tasks = [.. Tasks.Select(task => changes.Aggregate(task, Changed))] };

    /// <summary>Never fails: an event is what has happened.</summary>
    public static Campaign Evolve(Campaign campaign, CampaignEvent happened) =>
        happened switch
        {
            CampaignEvent.Opened e => campaign with
            {
                Phase = CampaignPhase.Open,
                Opening = e,
                Tasks = [.. e.Units.SelectMany(unit => unit.Tasks.Select(task => new ReviewedTask(task, unit.Unit)))],
                Notices = e.Notices,
            },
            CampaignEvent.Marked e => campaign.Saving(e),
            CampaignEvent.TasksNoted e => campaign.Seeing(e.Changes) with { Notices = [.. campaign.Notices, .. e.Notices] },
            CampaignEvent.AllMarked => campaign with { WasAllMarked = true },
            CampaignEvent.NoticesGiven e => campaign with { Notices = campaign.Notices.Without(e.Given) },
            CampaignEvent.Closed e => campaign.Seeing(e.Changes) with { Phase = CampaignPhase.Closed, EndedBy = e.Act },
            CampaignEvent.Cancelled e => campaign with { Phase = CampaignPhase.Closed, EndedBy = e.Act, CancelReason = e.Reason },
            _ => campaign,
        };

    private Campaign Saving(CampaignEvent.Marked e)
    {
        var marks = e.Marks.ToDictionary(mark => mark.Task);
        return this with { Savings = Savings + 1, Tasks = [.. Tasks.Select(Marked)] };

        ReviewedTask Marked(ReviewedTask task) =>
            marks.TryGetValue(task.Task, out var mark)
                ? task with
                {
                    Mark = new TaskMark(mark.Kind, mark.Note, mark.ProposedDate, e.Unit, e.Act, Savings + 1),
                }
                : task;
    }

    private static ReviewedTask Changed(ReviewedTask task, TaskChange change) =>
        task.Task == change.Task ? task with { Unit = change.Unit, Settled = change.Settled } : task;
}
