using Azure.Data.Tables;
using DutyBot.Domain;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// Effects given up on stay in the partition of their duty. One partition of <c>Register</c> says where they are; it is written first, so a
/// crash leaves at most an entry that points to nothing.
/// </summary>
internal sealed class AzureDeadEffects(AzureTableSet tables)
{
    public static TableEntity Row(LeasedEffect effect, string effectRow, Settlement.Dead dead) =>
        Row(effectRow, new DeadEffect(effect.Duty, effect.Id, effect.Json, effect.Attempts + 1, dead.Error));

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

    private async Task<DeadEffect?> Find(TableEntity entry, CancellationToken cancel)
    {
        var (duty, row) = (entry.GetString("Duty"), entry.GetString("Effect"));

        // First the living, then the dead: an effect that is no longer pending never will be again, so the second answer is final.
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
