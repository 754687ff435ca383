using DutyBot.Duties;
using DutyBot.Options;
using DutyBot.Storage;

namespace DutyBot.Hosting;

/// <summary>The organisation in the store, for the commands that serve nobody.</summary>
internal sealed class OrganisationStore : IAsyncDisposable
{
    private readonly StorePair stores;
    private readonly WarmDuties warm = new();

    private OrganisationStore(StorePair stores, TimeProvider time)
    {
        this.stores = stores;
        Book = new OrganisationBook(new(DutyTypes.Organisation, stores.Duties, warm, new OutboxSignal()), stores.Duties, time);
        Office = new Office(Book, time);
    }

    public OrganisationBook Book { get; }

    public Office Office { get; }

    public static async Task<OrganisationStore> Open(StorageOptions storage, TimeProvider time, CancellationToken cancel)
    {
        var stores = DutyBotServices.OpenStore(storage);
        await stores.Duties.Prepare(cancel);
        return new OrganisationStore(stores, time);
    }

    public async ValueTask DisposeAsync()
    {
        warm.Dispose();
        await stores.DisposeAsync();
    }
}
