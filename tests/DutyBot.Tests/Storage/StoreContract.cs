using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using NodaTime;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>What <see cref="IDutyStore"/> and <see cref="IAddressBook"/> promise, as tests; each adapter runs all of them.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected IDutyStore Store { get; private set; } = null!;

    protected IAddressBook Addresses => (IAddressBook)Store;

    /// <summary>A store over the data of this test.</summary>
    protected abstract Task<IDutyStore> Open();

    /// <summary>Changes a past event behind the store's back.</summary>
    protected abstract Task Falsify(DutyId duty, long number, string json);

    /// <summary>Removes a past event behind the store's back.</summary>
    protected abstract Task Remove(DutyId duty, long number);

    public virtual async ValueTask InitializeAsync()
    {
        Store = await Open();
        await Store.Prepare(None);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Store).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the store finish what it does behind the replies, and goes on with another one.</summary>
    protected async Task Reopen()
    {
        await ((IAsyncDisposable)Store).DisposeAsync();
        Store = await Open();
        await Store.Prepare(None);
    }

    protected async Task<DutyAppend> Draft(DutyId duty, params string[] events) => Following(await Store.Load(duty, None), events);

    protected async Task<StoredDuty> Append(DutyAppend append)
    {
        (await Store.Append(append, None)).ShouldBeOfType<AppendResult.Appended>();
        return await Store.Load(append.Duty, None);
    }

    /// <summary>A new duty with these effects, recorded at <paramref name="at"/>.</summary>
    protected async Task<DutyId> DutyWith(Instant at, params NewEffect[] effects)
    {
        var duty = NewDuty();
        await Append(await Draft(duty, "{}") with { Now = at, Effects = effects });
        return duty;
    }

    /// <summary>A new duty that owes this, announced at <paramref name="at"/>.</summary>
    protected async Task<DutyId> DutyOwing(Instant at, params Obligation[] owed)
    {
        var duty = NewDuty();
        await Append(await Draft(duty, "{}") with { Now = at, After = owed });
        return duty;
    }

    protected ValueTask<IReadOnlyList<LeasedEffect>> Lease(DutyId duty, Instant now) => Store.LeaseEffects(duty, now, LeaseTime, None);

    protected async Task<string[]> LeasedIds(DutyId duty, Instant now) => [.. (await Lease(duty, now)).Select(effect => effect.Id)];

    protected async Task<string[]> DueNames(Instant now) => [.. (await Store.DueObligations(now, 100, None)).Select(row => row.Name)];

    protected async Task<string[]> OwedNames(Owner owner) => [.. (await Store.OwedBy(owner, None)).Select(row => row.Name)];
}
