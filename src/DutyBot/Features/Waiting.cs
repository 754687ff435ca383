using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Features;

/// <summary>What waits for a person ("việc của tôi"): their own obligations, and those of every unit they head or act for.</summary>
internal sealed class Waiting(IDutyStore store, DutyDesk desk)
{
    public async ValueTask<IReadOnlyList<WaitingItem>> For(Visit visit, CancellationToken cancel)
    {
        var today = visit.Context.DateOf(visit.Act);
        var units = visit
            .Context.Organisation.UnitsOn(today)
            .Where(unit => visit.Context.Organisation.MayActAsHead(visit.Person, unit.Id, today).IsGranted);
        var items = new List<WaitingItem>();
        foreach (var owner in units.Select(unit => Owner.Of(unit.Id)).Prepend(Owner.Of(visit.Person)))
        {
            foreach (var row in await store.OwedBy(owner, cancel))
            {
                // The index may name what is already met; the duty itself says what it still waits for.
                if ((await desk.Obligations(row.Duty, cancel)).FirstOrDefault(o => o.Name == row.Name && o.Owner == owner) is { } open)
                {
                    items.Add(new WaitingItem(row.Duty, row.Title, open.Kind, open.Due));
                }
            }
        }

        return [.. items.Distinct().OrderBy(item => item.Due ?? Instant.MaxValue)];
    }
}
