using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Storage.Copying;

namespace DutyBot.Storage.AzureTables;

/// <summary>A duty's partition as a whole, for copies.</summary>
internal sealed class AzureRecord(AzureTableSet tables, AzureHistory history)
{
    public async Task<DutyRecord> Export(DutyId duty, CancellationToken cancel)
    {
        var (whole, rows) = await history.Whole(duty, cancel);
        return new DutyRecord(
            whole,
            [.. Of(rows, AzureKeys.FirstEffect).Select(ReadEffect)],
            [.. Of(rows, AzureKeys.FirstDead).Select(ReadDead)],
            [.. Of(rows, AzureKeys.FirstCard).Select(row => new PostedCard(row.Text("Slot"), row.Text("Address"), row.Text("ActivityId")))]
        );
    }

    /// <summary>Writes the partition in as many atomic parts as it takes, the head in the last.</summary>
    /// <returns>False when a row was not as it had been seen.</returns>
    public async Task<bool> Import(DutyImport import, CancellationToken cancel)
    {
        try
        {
            foreach (var part in Parts(Rows(import)))
            {
                await tables.Duties.SubmitTransactionAsync(part, cancel);
            }

            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.IsLost())
        {
            return false;
        }
    }

    public async IAsyncEnumerable<AddressEntry> Addresses([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in tables.Conversations.QueryAsync<TableEntity>(cancellationToken: cancel))
        {
            yield return new AddressEntry(row.GetString("Key"), row.Text("Json"));
        }
    }

    public static string RowOf(EffectPlace place) => AzureKeys.Effect(place.Event, place.Position);

    /// <summary>Effects come after the events: all but the longest histories then have them in one part with the head.</summary>
    private static IEnumerable<(TableTransactionAction Row, long Bytes)> Rows(DutyImport import)
    {
        var difference = import.Difference;
        var duty = difference.Duty;
        var events = difference.Events.Select(stored =>
            (AzureHistory.EventRow(duty, stored, null), AppendLimits.RowBytes(stored.Type, stored.By, stored.Json))
        );
        var effects = difference.Added.Select(effect => (Put(EffectRow(duty, effect)), Size(effect)));
        return SideRows(difference).Concat(events).Concat(effects).Concat(difference.MovesHead ? [Head(import)] : []);
    }

    private static IEnumerable<(TableTransactionAction Row, long Bytes)> SideRows(DutyDifference difference)
    {
        var duty = difference.Duty;
        foreach (var effect in difference.Settled)
        {
            yield return (Known(TableTransactionActionType.Delete, new TableEntity(duty.Value, RowOf(effect.Place))), AppendLimits.RowBytes());
        }

        foreach (var effect in difference.Tried)
        {
            yield return (Known(TableTransactionActionType.UpdateReplace, EffectRow(duty, effect)), Size(effect));
        }

        // The entry that says where it was dead is removed by whoever next looks for the dead.
        foreach (var dead in difference.DeadNoMore)
        {
            var row = new TableEntity(duty.Value, AzureKeys.DeadOf(RowOf(dead.Place)));
            yield return (Known(TableTransactionActionType.Delete, row), AppendLimits.RowBytes());
        }

        foreach (var dead in difference.Dead)
        {
            var row = AzureDeadEffects.Row(RowOf(dead.Place), new DeadEffect(duty, dead.Id, dead.Json, dead.Tries, dead.Error));
            yield return (Put(row), AppendLimits.RowBytes(dead.Id, dead.Json, dead.Error));
        }

        foreach (var card in difference.Cards)
        {
            yield return (Put(AzureOutbox.CardRow(duty, card)), AppendLimits.RowBytes(card.Slot, card.Address, card.ActivityId));
        }
    }

    private static (TableTransactionAction Row, long Bytes) Head(DutyImport import)
    {
        var (difference, title) = (import.Difference, import.Title);
        var last = (difference.Version, difference.LastHash);
        return (AzureHistory.HeadRow(difference.Duty, title, last, difference.Expected.Token ?? ""), AppendLimits.RowBytes(title));
    }

    private static IEnumerable<List<TableTransactionAction>> Parts(IEnumerable<(TableTransactionAction Row, long Bytes)> rows)
    {
        var part = new List<TableTransactionAction>();
        var size = 0L;
        foreach (var (row, bytes) in rows)
        {
            if (part.Count == AppendLimits.Rows || (part.Count > 0 && size + bytes > AppendLimits.WireBytes))
            {
                yield return part;
                (part, size) = ([], 0);
            }

            part.Add(row);
            size += bytes;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static IEnumerable<TableEntity> Of(IEnumerable<TableEntity> rows, string first) =>
        rows.Where(row => row.RowKey.StartsWith(first, StringComparison.Ordinal));

    private static OutstandingEffect ReadEffect(TableEntity row) =>
        new(
            AzureKeys.PlaceOf(row.RowKey),
            row.GetString("Id"),
            row.GetString("Lane"),
            row.Text("Json"),
            SortableTime.Read(row.GetString("RecordedAt")),
            AzureOutbox.ReadyAt(row),
            row.GetInt32("Tries")!.Value,
            row.ContainsKey("Error") ? row.Text("Error") : null,
            AzureOutbox.IsInDoubt(row)
        );

    private static BuriedEffect ReadDead(TableEntity row) =>
        new(AzureKeys.PlaceOf(row.RowKey), row.GetString("Id"), row.Text("Json"), row.GetInt32("Tries")!.Value, row.Text("Error"));

    private static TableEntity EffectRow(DutyId duty, OutstandingEffect effect)
    {
        var row = new TableEntity(duty.Value, RowOf(effect.Place))
        {
            ["Id"] = effect.Id,
            ["Lane"] = effect.Lane,
            ["RecordedAt"] = SortableTime.Write(effect.RecordedAt),
            ["ReadyAt"] = SortableTime.Write(effect.ReadyAt),
            ["Tries"] = effect.Tries,
            [AzureOutbox.InDoubt] = effect.IsInDoubt,
        }.WithText("Json", effect.Json);
        return effect.Error is { } error ? row.WithText("Error", error) : row;
    }

    private static long Size(OutstandingEffect effect) => AppendLimits.RowBytes(effect.Id, effect.Lane, effect.Json, effect.Error);

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableTransactionAction Known(TableTransactionActionType type, TableEntity row) => new(type, row, ETag.All);
}
