using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// The store on Azure Tables, for any number of replicas over the same tables. The order of the calls to the service is the whole of its
/// safety: announce what must not be lost, append, and only then remove what is over.
/// </summary>
/// <param name="prefix">Letters and digits before the names of the tables.</param>
public sealed class AzureTableStore : ICopyableStore
{
    private const string AddressRow = "address";

    private readonly AzureTableSet tables;
    private readonly AzureHistory history;
    private readonly AzureObligations obligations;
    private readonly AzureOutbox outbox;
    private readonly AzureWakes wakes;
    private readonly AzureDeadEffects dead;
    private readonly AzureRecord record;
    private readonly AzureTidy tidy;

    public AzureTableStore(TableServiceClient client, string prefix = "", ILogger<AzureTableStore>? log = null)
    {
        tables = new AzureTableSet(client, prefix);
        history = new AzureHistory(tables.Duties);
        obligations = new AzureObligations(tables);
        outbox = new AzureOutbox(tables);
        wakes = new AzureWakes(tables, outbox);
        dead = new AzureDeadEffects(tables);
        record = new AzureRecord(tables, history);
        tidy = new AzureTidy(log ?? NullLogger<AzureTableStore>.Instance);
    }

    public async ValueTask Prepare(CancellationToken cancel) => await tables.Create(cancel);

    public async ValueTask<StoredDuty> Load(DutyId duty, CancellationToken cancel) => await history.Load(duty, 0, cancel);

    public async ValueTask<StoredDuty> LoadSince(DutyId duty, long after, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return await history.Load(duty, after, cancel);
    }

    public async ValueTask<AppendResult> Append(DutyAppend append, CancellationToken cancel)
    {
        AppendLimits.Check(append);
        var events = HashChain.Link(append.Duty, append.Expected.Number, append.LastHash, append.Events);
        var changes = ObligationChanges.Of(append);
        await Announce(append, changes, cancel);
        if (await history.Append(append, events, cancel) is not { } version)
        {
            // What was announced stays: it may be the very row that the winner announced too.
            return new AppendResult.Conflict();
        }

        if (changes.Removed.Count > 0)
        {
            tidy.Later(append.Duty, () => obligations.RemoveEnded(append.Duty, changes.Removed, version.Number));
        }

        return new AppendResult.Appended(version, events);
    }

    public async ValueTask<IReadOnlyList<LeasedEffect>> LeaseEffects(DutyId duty, Instant now, Duration lease, CancellationToken cancel) =>
        await outbox.Lease(duty, now, lease, cancel);

    public async ValueTask<IReadOnlyList<PendingEffect>> Pending(DutyId duty, CancellationToken cancel) =>
        (await outbox.Pending(duty, cancel)).ConvertAll(row => new PendingEffect(row.GetString("Id"), row.GetString("Lane"), row.Text("Json")));

    public async ValueTask<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel) =>
        await outbox.Settle(effect, settlement, cancel);

    public async ValueTask<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel) =>
        await wakes.DutiesToDrain(now, atMost, cancel);

    public async ValueTask<IReadOnlyList<DeadEffect>> DeadEffects(int atMost, CancellationToken cancel) => await dead.All(atMost, cancel);

    public async ValueTask<bool> Revive(DutyId duty, string effect, Instant now, CancellationToken cancel) =>
        await dead.Revive(duty, effect, now, cancel);

    public async ValueTask<bool> Forget(DutyId duty, string effect, CancellationToken cancel) => await dead.Forget(duty, effect, cancel);

    public async ValueTask<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel) => await outbox.FindCard(duty, slot, cancel);

    public async ValueTask<IReadOnlyList<OwedRow>> DueObligations(Instant now, int atMost, CancellationToken cancel) =>
        await obligations.Due(now, atMost, cancel);

    public async ValueTask Discard(OwedRow row, Instant now, CancellationToken cancel) => await obligations.Discard(row, now, cancel);

    public async ValueTask<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel) => await obligations.OwedBy(owner, cancel);

    public IAsyncEnumerable<DutyId> AllDuties(CancellationToken cancel) => history.All(cancel);

    public async ValueTask<string?> Find(string key, CancellationToken cancel)
    {
        var found = await tables.Conversations.GetEntityIfExistsAsync<TableEntity>(AzureKeys.Escape(key), AddressRow, null, cancel);
        return found is { HasValue: true, Value: { } row } ? row.Text("Json") : null;
    }

    public async ValueTask<IReadOnlyList<AddressEntry>> FindAll(string prefix, CancellationToken cancel)
    {
        var (from, before) = (AzureKeys.Escape(prefix), StoredText.After(AzureKeys.Escape(prefix)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}");
        var rows = await tables.Conversations.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ToListAsync(cancel);
        return [.. rows.Select(row => new AddressEntry(row.GetString("Key"), row.Text("Json")))];
    }

    public async ValueTask Remember(string key, string json, CancellationToken cancel)
    {
        StoredText.RequireShort(key);
        StoredText.Require(json);
        var row = new TableEntity(AzureKeys.Escape(key), AddressRow) { ["Key"] = key }.WithText("Json", json);
        await tables.Conversations.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
    }

    public async ValueTask<bool> TryOpen(CancellationToken cancel)
    {
        try
        {
            await foreach (var _ in history.All(cancel))
            {
                break;
            }

            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == "TableNotFound")
        {
            return false;
        }
    }

    public async ValueTask<DutyRecord> Export(DutyId duty, CancellationToken cancel) => await record.Export(duty, cancel);

    public async ValueTask<bool> Import(DutyImport import, CancellationToken cancel)
    {
        var (difference, changes) = (import.Difference, ObligationChanges.Of(import));
        var wake = difference.Added.Count + difference.Tried.Count > 0 ? AzureWakes.Announced(difference.Duty, import.Now) : null;
        await Announce(changes, wake, cancel);
        foreach (var buried in difference.Dead)
        {
            await AzureDeadEffects.Announce(tables, difference.Duty, AzureRecord.RowOf(buried.Place), cancel);
        }

        if (!await record.Import(import, cancel))
        {
            return false;
        }

        await obligations.RemoveEnded(difference.Duty, import.Ended, difference.Version);
        return true;
    }

    public async ValueTask<IReadOnlyList<Obligation>> Registered(DutyId duty, IReadOnlyList<Obligation> obligations, CancellationToken cancel) =>
        await this.obligations.Registered(duty, obligations, cancel);

    public IAsyncEnumerable<AddressEntry> AllAddresses(CancellationToken cancel) => record.Addresses(cancel);

    /// <summary>Finishes tidying up.</summary>
    public ValueTask DisposeAsync() => tidy.DisposeAsync();

    /// <summary>Writes, all at once, what the append may not be found without: the wake of its effects and the rows of what is owed after it.</summary>
    private async Task Announce(DutyAppend append, ObligationChanges changes, CancellationToken cancel)
    {
        var wake = wakes.Needed(append);
        await Announce(changes, wake, cancel);
        if (wake is not null)
        {
            wakes.Written(append);
        }
    }

    private Task Announce(ObligationChanges changes, TableTransactionAction? wake, CancellationToken cancel)
    {
        List<TableTransactionAction> deadlines = [.. AzureObligations.DeadlineRows(changes), .. wake is null ? [] : new[] { wake }];
        List<Task> announcements = [.. obligations.AnnounceInRegister(changes, cancel)];
        if (deadlines.Count > 0)
        {
            announcements.Add(tables.Deadlines.Write(deadlines, cancel));
        }

        return Task.WhenAll(announcements);
    }
}
