using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Features;

/// <summary>What waits for a person, and what the units hold that the person works in.</summary>
internal sealed class Waiting(IDutyStore store, DutyDesk desk)
{
    /// <summary>"Việc của tôi": their own obligations, those of whom they stand in for, and those of every unit they head or act for.</summary>
    public async ValueTask<IReadOnlyList<WaitingItem>> For(Visit visit, CancellationToken cancel)
    {
        var items = new List<WaitingItem>();
        var people = visit.Context.Organisation.StoodInForBy(visit.Person, visit.Context.DateOf(visit.Act)).Prepend(visit.Person);
        foreach (var owner in people.Select(Owner.Of).Concat(HeadedBy(visit).Select(Owner.Of)))
        {
            items.AddRange((await OwedBy(owner, cancel)).Where(item => !IsPart(item)));
        }

        return Ordered(items);
    }

    /// <summary>"Việc đơn vị": every duty in which one of the person's units has a part, each once.</summary>
    public async ValueTask<IReadOnlyList<WaitingItem>> OfUnits(Visit visit, CancellationToken cancel)
    {
        var units = visit.Context.Organisation.UnitsOf(visit.Person, visit.Context.DateOf(visit.Act)).Union(HeadedBy(visit));
        var items = new List<WaitingItem>();
        foreach (var unit in units)
        {
            items.AddRange(await OwedBy(Owner.Of(unit), cancel));
        }

        return OncePerDuty(items);
    }

    /// <summary>Every duty in which a unit has a part, each once.</summary>
    public async ValueTask<IReadOnlyList<WaitingItem>> HeldBy(UnitId unit, CancellationToken cancel) =>
        OncePerDuty(await OwedBy(Owner.Of(unit), cancel));

    // The unit's part says more than the step it is at; a unit that was only asked has no other part than to answer.
    private static IReadOnlyList<WaitingItem> OncePerDuty(IEnumerable<WaitingItem> items) =>
        Ordered(items.GroupBy(item => item.Duty).Select(duty => duty.OrderByDescending(IsPart).ThenBy(item => item.Kind).First()));

    private static bool IsPart(WaitingItem item) => item.Kind is ObligationKind.Lead or ObligationKind.Coordinate or ObligationKind.TakePart;

    private static IEnumerable<UnitId> HeadedBy(Visit visit)
    {
        var today = visit.Context.DateOf(visit.Act);
        var organisation = visit.Context.Organisation;
        return organisation.UnitsOn(today).Select(unit => unit.Id).Where(unit => organisation.MayActAsHead(visit.Person, unit, today).IsGranted);
    }

    private async ValueTask<IEnumerable<WaitingItem>> OwedBy(Owner owner, CancellationToken cancel)
    {
        var items = new List<WaitingItem>();
        foreach (var row in (await store.OwedBy(owner, cancel)).Where(row => row.Duty != DutyId.Organisation))
        {
            // The index may name what is already met; the duty itself says what it still waits for.
            // A notice that is to be given, and an inbox, are the clock's business.
            if (
                row.Kind is not (ObligationKind.Notice or ObligationKind.BringNotices or ObligationKind.SendFor)
                && (await desk.Obligations(row.Duty, cancel)).FirstOrDefault(o => o.Name == row.Name && o.Owner == owner) is { } open
            )
            {
                items.Add(new WaitingItem(row.Duty, row.Title, open.Kind, open.Due));
            }
        }

        return items;
    }

    private static IReadOnlyList<WaitingItem> Ordered(IEnumerable<WaitingItem> items) =>
        [.. items.Distinct().OrderBy(item => item.Due ?? Instant.MaxValue)];
}
