using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Storage;

public sealed class AzureTableStoreTests(Azurite azurite) : StoreContract
{
    private readonly string prefix = AzureTablePrefix.Next();

    protected override async Task<IDutyStore> Open() => new AzureTableStore(await azurite.Client(), prefix);

    protected override async Task Falsify(DutyId duty, long number, string json)
    {
        var change = new TableEntity(duty.Value, $"e{number:D10}") { ["Json"] = json };
        await (await Duties()).UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge);
    }

    protected override async Task Remove(DutyId duty, long number) => await (await Duties()).DeleteEntityAsync(duty.Value, $"e{number:D10}");

    private async Task<TableClient> Duties() => (await azurite.Client()).GetTableClient($"{prefix}Duties");
}

/// <summary>Tables of its own for each test.</summary>
internal static class AzureTablePrefix
{
    private static int count;

    public static string Next() => $"t{Interlocked.Increment(ref count)}";
}
