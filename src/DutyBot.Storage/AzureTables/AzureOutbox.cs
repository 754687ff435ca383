using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// Effects and the cards they left, in the partition of their duty. <c>ReadyAt</c> is when an effect may be leased: its NotBefore, the end
/// of its lease or its next try. The ETag of the row proves the lease.
/// </summary>
internal sealed class AzureOutbox(AzureTableSet tables)
{
    /// <summary>The column of the mark that it is being sent; missing in a row that never was.</summary>
    public const string InDoubt = "IsInDoubt";

    public static TableEntity NewRow(DutyAppend append, NewEffect effect, int position) =>
        new TableEntity(append.Duty.Value, AzureKeys.Effect(append.Expected.Number + 1, position))
        {
            ["Id"] = effect.Id,
            ["Lane"] = effect.Lane,
            ["RecordedAt"] = SortableTime.Write(append.Now),
            ["ReadyAt"] = SortableTime.Write(effect.NotBefore ?? append.Now),
            ["Tries"] = 0,
        }.WithText("Json", effect.Json);

    public static Instant ReadyAt(TableEntity row) => SortableTime.Read(row.GetString("ReadyAt"));

    public static bool IsInDoubt(TableEntity row) => row.GetBoolean(InDoubt) ?? false;

    public Task<List<TableEntity>> Pending(DutyId duty, CancellationToken cancel, IEnumerable<string>? columns = null) =>
        tables.Duties.Range(duty.Value, AzureKeys.FirstEffect, AzureKeys.EndOfEffects, cancel, null, columns);

    /// <summary>The first effect of each lane; the rest waits for it.</summary>
    public static IEnumerable<TableEntity> FirstOfLanes(IEnumerable<TableEntity> pending) => pending.DistinctBy(row => row.GetString("Lane"));

    public async Task<IReadOnlyList<LeasedEffect>> Lease(DutyId duty, Instant now, Duration lease, CancellationToken cancel)
    {
        while (true)
        {
            var ready = FirstOfLanes(await Pending(duty, cancel)).Where(row => ReadyAt(row) <= now).ToList();
            if (ready.Count == 0)
            {
                return [];
            }

            try
            {
                var taken = ready.ConvertAll(row => Taken(row, now + lease));
                var answer = await tables.Duties.SubmitTransactionAsync(taken, cancel);
                return [.. ready.Zip(answer.Value, (row, part) => Leased(duty, row, part.Headers.ETag!.Value))];
            }
            catch (TableTransactionFailedException failure) when (failure.IsLost())
            {
                // Another worker leased or settled one of them meanwhile: it got on, so look at what is left.
            }
        }
    }

    public async Task<LeasedEffect?> MarkSending(LeasedEffect effect, Instant until, CancellationToken cancel)
    {
        var lease = LeaseProof.Read(effect.Lease);
        var mark = new TableEntity(effect.Duty.Value, lease.Row) { ["ReadyAt"] = SortableTime.Write(until), [InDoubt] = true };
        try
        {
            var answer = await tables.Duties.UpdateEntityAsync(mark, lease.ETag, TableUpdateMode.Merge, cancel);
            return Held(effect, lease, answer.Headers.ETag!.Value);
        }
        catch (RequestFailedException failure) when (failure.IsLost())
        {
            // Lost to another worker, or to this very mark when its answer was lost and the client sent it again.
            var found = await tables.Duties.GetEntityIfExistsAsync<TableEntity>(effect.Duty.Value, lease.Row, null, cancel);
            return found is { HasValue: true, Value: { } row } && IsMarkOf(effect, until, row) ? Held(effect, lease, row.ETag) : null;
        }
    }

    public async Task<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel)
    {
        var lease = LeaseProof.Read(effect.Lease);
        var row = new TableEntity(effect.Duty.Value, lease.Row);
        if (settlement is Settlement.Dead)
        {
            await AzureDeadEffects.Announce(tables, effect.Duty, lease.Row, cancel);
        }

        List<TableTransactionAction> actions = settlement switch
        {
            Settlement.Done { Card: null } => [Delete(row, lease)],
            Settlement.Done { Card: { } card } => [Delete(row, lease), new(TableTransactionActionType.UpsertReplace, CardRow(effect.Duty, card))],
            Settlement.RetryAt retry => [new(TableTransactionActionType.UpdateMerge, Retry(row, retry), lease.ETag)],
            Settlement.PutOff putOff => [new(TableTransactionActionType.UpdateMerge, PutOff(row, putOff, effect.Attempts), lease.ETag)],
            Settlement.Dead dead =>
            [
                Delete(row, lease),
                new(TableTransactionActionType.UpsertReplace, AzureDeadEffects.Row(effect, lease.Row, dead)),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
        };
        return await Try(actions, cancel);
    }

    public async Task<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel)
    {
        var found = await tables.Duties.GetEntityIfExistsAsync<TableEntity>(duty.Value, AzureKeys.Card(slot), null, cancel);
        return found is { HasValue: true, Value: { } row } ? new PostedCard(slot, row.Text("Address"), row.Text("ActivityId")) : null;
    }

    private async Task<bool> Try(List<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.Duties.SubmitTransactionAsync(actions, cancel);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.IsLost())
        {
            return false;
        }
    }

    private static TableTransactionAction Taken(TableEntity row, Instant until)
    {
        var change = new TableEntity(row.PartitionKey, row.RowKey)
        {
            ["ReadyAt"] = SortableTime.Write(until),
            ["Tries"] = row.GetInt32("Tries")!.Value + 1,
        };
        return new TableTransactionAction(TableTransactionActionType.UpdateMerge, change, row.ETag);
    }

    private static LeasedEffect Leased(DutyId duty, TableEntity row, ETag etag) =>
        new(
            duty,
            row.GetString("Id"),
            row.GetString("Lane"),
            row.Text("Json"),
            row.GetInt32("Tries")!.Value,
            SortableTime.Read(row.GetString("RecordedAt")),
            new LeaseProof(row.RowKey, etag).ToString(),
            IsInDoubt(row)
        );

    private static LeasedEffect Held(LeasedEffect effect, LeaseProof lease, ETag etag) =>
        effect with
        {
            Lease = (lease with { ETag = etag }).ToString(),
        };

    // No other worker's: its lease would have been one more, or would end at another nanosecond.
    private static bool IsMarkOf(LeasedEffect effect, Instant until, TableEntity row) =>
        IsInDoubt(row) && ReadyAt(row) == until && row.GetInt32("Tries") == effect.Attempts + 1;

    private static TableTransactionAction Delete(TableEntity row, LeaseProof lease) => new(TableTransactionActionType.Delete, row, lease.ETag);

    private static TableEntity PutOff(TableEntity row, Settlement.PutOff putOff, int attempts)
    {
        row["ReadyAt"] = SortableTime.Write(putOff.At);
        row["Tries"] = attempts;
        row[InDoubt] = false;
        return row;
    }

    private static TableEntity Retry(TableEntity row, Settlement.RetryAt retry)
    {
        row["ReadyAt"] = SortableTime.Write(retry.At);
        row[InDoubt] = retry.IsInDoubt;
        return row.WithText("Error", retry.Error);
    }

    public static TableEntity CardRow(DutyId duty, PostedCard card) =>
        new TableEntity(duty.Value, AzureKeys.Card(card.Slot))
            .WithText("Slot", card.Slot)
            .WithText("Address", card.Address)
            .WithText("ActivityId", card.ActivityId);

    /// <summary>Which row was leased, in which state.</summary>
    private readonly record struct LeaseProof(string Row, ETag ETag)
    {
        public static LeaseProof Read(string text) => new(text[..text.IndexOf(' ')], new ETag(text[(text.IndexOf(' ') + 1)..]));

        public override string ToString() => $"{Row} {ETag}";
    }
}
