using Azure.Data.Tables;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// Effects given up on stay in the partition of their duty. One partition of <c>Register</c> says where they are; it is written first, so a
/// crash leaves at most an entry that points to nothing.
/// </summary>
internal sealed class AzureDeadEffects(AzureTableSet tables)
{
    /// <summary>When the life began that ended; missing in rows from before it was recorded, and in copies.</summary>
    private const string Since = "Since";

    public static TableEntity Row(LeasedEffect effect, string effectRow, Settlement.Dead dead)
    {
        var row = Row(effectRow, new DeadEffect(effect.Duty, effect.Id, effect.Json, effect.Attempts + 1, dead.Error));
        row[Since] = SortableTime.Write(effect.RecordedAt);
        return row;
    }

    public static TableEntity Row(string effectRow, DeadEffect dead) =>
        new TableEntity(dead.Duty.Value, AzureKeys.DeadOf(effectRow)) { ["Id"] = dead.Id, ["Tries"] = dead.Attempts }
            .WithText("Json", dead.Json)
            .WithText("Error", dead.Error);

    public static Task Announce(AzureTableSet tables, DutyId duty, string effectRow, CancellationToken cancel) =>
        tables.Register.UpsertEntityAsync(
            new TableEntity(AzureKeys.DeadPartition, AzureKeys.DeadIndex(duty, effectRow)) { ["Duty"] = duty.Value, ["Effect"] = effectRow },
            TableUpdateMode.Replace,
            cancel
        );

    public async Task<IReadOnlyList<DeadEffect>> All(int atMost, CancellationToken cancel)
    {
        var dead = new List<DeadEffect>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AzureKeys.DeadPartition}");
        await foreach (var entry in tables.Register.QueryAsync<TableEntity>(filter, null, null, cancel))
        {
            if (dead.Count == atMost)
            {
                break;
            }

            if (await Find(entry, cancel) is { } found)
            {
                dead.Add(found);
            }
        }

        return dead;
    }

    /// <summary>The wake comes first, as with any effect; the entry that says where it was dead is removed by whoever next looks for the dead.</summary>
    public async Task<bool> Revive(DutyId duty, string effect, Instant asked, Instant now, CancellationToken cancel)
    {
        if (await Buried(duty, effect, cancel) is not { } row || LivedAfter(asked, row))
        {
            return false;
        }

        await tables.Deadlines.Write([AzureWakes.Announced(duty, now)], cancel);
        return await Try(
            [Removal(row), new TableTransactionAction(TableTransactionActionType.Add, Alive(row, DeadEffect.Anew(asked, now), now))],
            cancel
        );
    }

    public async Task<bool> Forget(DutyId duty, string effect, CancellationToken cancel) =>
        await Buried(duty, effect, cancel) is { } row && await Try([Removal(row)], cancel);

    private async Task<TableEntity?> Buried(DutyId duty, string effect, CancellationToken cancel)
    {
        var rows = await tables.Duties.Range(duty.Value, AzureKeys.FirstDead, AzureKeys.EndOfPartition, cancel);
        return rows.Find(row => row.GetString("Id") == effect);
    }

    private static TableTransactionAction Removal(TableEntity row) => new(TableTransactionActionType.Delete, row, row.ETag);

    private static bool LivedAfter(Instant asked, TableEntity dead) => dead.GetString(Since) is { } since && SortableTime.Read(since) > asked;

    private static TableEntity Alive(TableEntity dead, Instant since, Instant now) =>
        new TableEntity(dead.PartitionKey, AzureKeys.RevivedOf(dead.RowKey))
        {
            ["Id"] = dead.GetString("Id"),
            ["Lane"] = DeadEffect.LaneOf(dead.GetString("Id")),
            ["RecordedAt"] = SortableTime.Write(since),
            ["ReadyAt"] = SortableTime.Write(now),
            ["Tries"] = 0,
        }.WithText("Json", dead.Text("Json"));

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

    private async Task<DeadEffect?> Find(TableEntity entry, CancellationToken cancel)
    {
        var (duty, row) = (entry.GetString("Duty"), entry.GetString("Effect"));

        // First the living, then the dead: who was in neither is gone, or was made live again in between. Should it die once more, its entry is
        // written anew, and the one that is removed here is another (ETag).
        var pending = await tables.Duties.GetEntityIfExistsAsync<TableEntity>(duty, row, ["PartitionKey"], cancel);
        if (pending.HasValue)
        {
            return null;
        }

        var dead = await tables.Duties.GetEntityIfExistsAsync<TableEntity>(duty, AzureKeys.DeadOf(row), null, cancel);
        if (dead is { HasValue: true, Value: { } kept })
        {
            return new DeadEffect(DutyId.Parse(duty), kept.GetString("Id"), kept.Text("Json"), kept.GetInt32("Tries")!.Value, kept.Text("Error"));
        }

        await tables.Register.TryDelete(entry, cancel);
        return null;
    }
}
