using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;

namespace DutyBot.Delivery;

/// <summary>
/// Counts what somebody has to do, from what the register says they and the units they head owe, and records it in a review file. What
/// they do for others by delegation is the others' load.
/// </summary>
internal sealed class Workloads(IDutyStore store, DutyDesk desk, BacklogBoard board, Office office)
{
    public async ValueTask<Settlement> Record(DutyId record, int file, CancellationToken cancel)
    {
        if ((await desk.Reminders(record, cancel)).Person is not { } person)
        {
            return new Settlement.Done();
        }

        var (led, carried) = (await Led(person, cancel), await Carried(person, cancel));
        var load = new Workload(led.Count, led.Count(IsOverdue), carried.Count, carried.Count(IsOverdue));
        return Settlements.Of(await desk.Execute(record, new ReminderCommand.RecordLoad(Act.OfSystem(office.Now), file, load), cancel), office.Now);
    }

    private async ValueTask<IReadOnlyList<WorkTask>> Led(PersonId person, CancellationToken cancel)
    {
        var tasks = new List<WorkTask>();
        foreach (var unit in (await office.Context(cancel)).Organisation.UnitsLedBy(person, office.Today))
        {
            tasks.AddRange(await board.LedBy(unit, cancel));
        }

        return tasks;
    }

    private async ValueTask<IReadOnlyList<WorkTask>> Carried(PersonId person, CancellationToken cancel)
    {
        var tasks = new List<WorkTask>();
        foreach (var row in (await store.OwedBy(Owner.Of(person), cancel)).Where(row => row.Kind == ObligationKind.Complete))
        {
            if (await desk.Task(row.Duty, cancel) is { IsLive: true } task && task.Officer == person)
            {
                tasks.Add(task);
            }
        }

        return tasks;
    }

    private bool IsOverdue(WorkTask task) => task.CompleteBy <= office.Now;
}
