using System.Runtime.CompilerServices;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using NodaTime;

namespace DutyBot.Tests.Simulation;

/// <summary>The store as one process sees it: slow, failing, or the last thing the process does. What is carried out is kept by the real store.</summary>
internal sealed class SteppedStore(IDutyStore duties, IAddressBook addresses, Steps steps) : IDutyStore, IAddressBook
{
    public ValueTask Prepare(CancellationToken cancel) => duties.Prepare(cancel);

    public ValueTask<StoredDuty> Load(DutyId duty, CancellationToken cancel) => Read(() => duties.Load(duty, cancel), cancel);

    public ValueTask<StoredDuty> LoadSince(DutyId duty, long after, CancellationToken cancel) =>
        Read(() => duties.LoadSince(duty, after, cancel), cancel);

    public async ValueTask<AppendResult> Append(DutyAppend append, CancellationToken cancel)
    {
        var result = await Write(() => duties.Append(append, cancel), cancel);
        if (result is AppendResult.Appended && append.Events.Any(happened => happened.By != "system"))
        {
            Errand.Current?.Records();
        }

        return result;
    }

    // Not async: what it notes here, the caller's own steps find again.
    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseEffects(DutyId duty, Instant now, Duration lease, CancellationToken cancel)
    {
        var hand = Hand.Takes();
        return Write(async () => hand.Holds(await duties.LeaseEffects(duty, now, lease, cancel)), cancel);
    }

    public ValueTask<IReadOnlyList<PendingEffect>> Pending(DutyId duty, CancellationToken cancel) => Read(() => duties.Pending(duty, cancel), cancel);

    public async ValueTask<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel)
    {
        var hand = Hand.Current;
        var isKept = await Write(() => duties.Settle(effect, settlement, cancel), cancel);
        hand?.PutsDown(effect);
        return isKept;
    }

    public ValueTask<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel) =>
        Read(() => duties.DutiesToDrain(now, atMost, cancel), cancel);

    public ValueTask<IReadOnlyList<DeadEffect>> DeadEffects(int atMost, CancellationToken cancel) =>
        Read(() => duties.DeadEffects(atMost, cancel), cancel);

    public ValueTask<bool> Revive(DutyId duty, string effect, Instant asked, Instant now, CancellationToken cancel) =>
        Write(() => duties.Revive(duty, effect, asked, now, cancel), cancel);

    public ValueTask<LeasedEffect?> MarkSending(LeasedEffect effect, Instant until, CancellationToken cancel) =>
        Write(() => duties.MarkSending(effect, until, cancel), cancel);

    public ValueTask<bool> Forget(DutyId duty, string effect, CancellationToken cancel) => Write(() => duties.Forget(duty, effect, cancel), cancel);

    public ValueTask<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel) =>
        Read(() => duties.FindCard(duty, slot, cancel), cancel);

    public ValueTask<IReadOnlyList<OwedRow>> DueObligations(Instant now, int atMost, CancellationToken cancel) =>
        Read(() => duties.DueObligations(now, atMost, cancel), cancel);

    public async ValueTask Discard(OwedRow row, Instant now, CancellationToken cancel) =>
        await Write(
            async () =>
            {
                await duties.Discard(row, now, cancel);
                return true;
            },
            cancel
        );

    public ValueTask<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel) => Read(() => duties.OwedBy(owner, cancel), cancel);

    public IAsyncEnumerable<DutyId> AllDuties(CancellationToken cancel) => duties.AllDuties(cancel);

    public ValueTask<string?> Find(string key, CancellationToken cancel) => Read(() => addresses.Find(key, cancel), cancel);

    public async ValueTask Remember(string key, string json, CancellationToken cancel) =>
        await Write(
            async () =>
            {
                await addresses.Remember(key, json, cancel);
                return true;
            },
            cancel
        );

    public ValueTask<IReadOnlyList<AddressEntry>> FindAll(string prefix, CancellationToken cancel) =>
        Read(() => addresses.FindAll(prefix, cancel), cancel);

    private ValueTask<T> Read<T>(Func<ValueTask<T>> act, CancellationToken cancel, [CallerMemberName] string what = "") =>
        new(steps.Take(StepKind.Read, what, act, cancel));

    private ValueTask<T> Write<T>(Func<ValueTask<T>> act, CancellationToken cancel, [CallerMemberName] string what = "") =>
        new(steps.Take(StepKind.Write, what, act, cancel));
}

/// <summary>The service did not answer, or did not say what it did.</summary>
internal sealed class ServiceTrouble(string what) : IOException($"The simulated service failed: {what}.");
