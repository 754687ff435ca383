using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Benchmarks.Servers;

/// <summary>
/// A store that counts what it is asked, and holds effects back until <see cref="Release"/>, so that a reply and what follows from it can be
/// measured one after the other.
/// </summary>
internal sealed class MeteredStore(IDutyStore duties, IAddressBook addresses, OperationCounts counts) : IDutyStore, IAddressBook, IAsyncDisposable
{
    private readonly ConcurrentQueue<DutyId> held = new();
    private volatile bool holds = true;

    /// <summary>Lets effects go, or holds them again.</summary>
    /// <returns>The duties whose effects were asked for meanwhile.</returns>
    public IReadOnlyList<DutyId> Release(bool go)
    {
        holds = !go;
        var waiting = held.ToArray();
        held.Clear();
        return waiting;
    }

    public ValueTask Prepare(CancellationToken cancel) => duties.Prepare(cancel);

    public ValueTask<StoredDuty> Load(DutyId duty, CancellationToken cancel) => Counted().Load(duty, cancel);

    public ValueTask<StoredDuty> LoadSince(DutyId duty, long after, CancellationToken cancel) => Counted().LoadSince(duty, after, cancel);

    public ValueTask<AppendResult> Append(DutyAppend append, CancellationToken cancel) => Counted().Append(append, cancel);

    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseEffects(DutyId duty, Instant now, Duration lease, CancellationToken cancel)
    {
        if (!holds)
        {
            return Counted().LeaseEffects(duty, now, lease, cancel);
        }

        held.Enqueue(duty);
        return ValueTask.FromResult<IReadOnlyList<LeasedEffect>>([]);
    }

    public ValueTask<IReadOnlyList<PendingEffect>> Pending(DutyId duty, CancellationToken cancel) => Counted().Pending(duty, cancel);

    public ValueTask<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel)
    {
        counts.Add(settlement.GetType().Name);
        return Counted().Settle(effect, settlement, cancel);
    }

    public ValueTask<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel) =>
        holds ? ValueTask.FromResult<IReadOnlyList<DutyId>>([]) : duties.DutiesToDrain(now, atMost, cancel);

    public ValueTask<IReadOnlyList<DeadEffect>> DeadEffects(int atMost, CancellationToken cancel) => duties.DeadEffects(atMost, cancel);

    public ValueTask<bool> Revive(DutyId duty, string effect, Instant now, CancellationToken cancel) => duties.Revive(duty, effect, now, cancel);

    public ValueTask<bool> Forget(DutyId duty, string effect, CancellationToken cancel) => duties.Forget(duty, effect, cancel);

    public ValueTask<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel) => Counted().FindCard(duty, slot, cancel);

    public ValueTask<IReadOnlyList<OwedRow>> DueObligations(Instant now, int atMost, CancellationToken cancel) =>
        duties.DueObligations(now, atMost, cancel);

    public ValueTask Discard(OwedRow row, Instant now, CancellationToken cancel) => Counted().Discard(row, now, cancel);

    public ValueTask<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel) => Counted().OwedBy(owner, cancel);

    public IAsyncEnumerable<DutyId> AllDuties(CancellationToken cancel) => duties.AllDuties(cancel);

    public ValueTask<string?> Find(string key, CancellationToken cancel)
    {
        counts.Add(nameof(Find));
        return addresses.Find(key, cancel);
    }

    public ValueTask Remember(string key, string json, CancellationToken cancel)
    {
        counts.Add(nameof(Remember));
        return addresses.Remember(key, json, cancel);
    }

    public ValueTask<IReadOnlyList<AddressEntry>> FindAll(string prefix, CancellationToken cancel)
    {
        counts.Add(nameof(FindAll));
        return addresses.FindAll(prefix, cancel);
    }

    public ValueTask DisposeAsync() => duties is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private IDutyStore Counted([CallerMemberName] string operation = "")
    {
        counts.Add(operation);
        return duties;
    }
}
