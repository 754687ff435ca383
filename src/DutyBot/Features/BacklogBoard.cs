using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Features;

/// <summary>A task that a unit has left lying.</summary>
internal sealed record BacklogItem(WorkTask Task, BacklogEntry Entry);

/// <summary>One unit with what it has left lying, the oldest first.</summary>
internal sealed record UnitBacklog(UnitId Unit, IReadOnlyList<BacklogItem> Items);

/// <summary>What units have left lying, found by what they hold and judged by the tasks themselves, as of now.</summary>
internal sealed class BacklogBoard(IDutyStore store, DutyDesk desk)
{
    public async ValueTask<UnitBacklog> Of(UnitId unit, Scene scene, CancellationToken cancel)
    {
        var items = new List<BacklogItem>();
        var context = scene.Context;
        foreach (var task in await LedBy(unit, cancel))
        {
            if (Backlog.Of(task, scene.Now, context) is { } entry)
            {
                items.Add(new BacklogItem(task, entry));
            }
        }

        return new UnitBacklog(unit, [.. items.OrderByDescending(item => item.Entry.Age).ThenByDescending(item => item.Entry.Days)]);
    }

    /// <summary>The tasks that the unit leads and that are not finished.</summary>
    public async ValueTask<IReadOnlyList<WorkTask>> LedBy(UnitId unit, CancellationToken cancel)
    {
        var tasks = new List<WorkTask>();
        foreach (
            var row in (await store.OwedBy(Owner.Of(unit), cancel)).Where(row => row.Kind == ObligationKind.Lead && row.Duty.Kind == DutyKind.Task)
        )
        {
            // The index may name what the unit has meanwhile handed over or finished.
            if (await desk.Task(row.Duty, cancel) is { IsLive: true } task && task.LeadUnit == unit)
            {
                tasks.Add(task);
            }
        }

        return tasks;
    }

    /// <summary>The units that the person may act for as head today.</summary>
    public static IReadOnlyList<UnitId> HeadedBy(PersonId person, Names names) =>
        [.. UnitsOf(names).Where(unit => names.Organisation.MayActAsHead(person, unit, names.Today).IsGranted)];

    public static IEnumerable<UnitId> UnitsOf(Names names) => names.Organisation.UnitsOn(names.Today).Select(unit => unit.Id);
}
