using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Copying;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed class AzureTableStoreTests(Azurite azurite) : StoreContract
{
    private readonly string prefix = AzureTablePrefix.Next();
    private readonly TestFolder folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_deadline_can_be_read_by_a_person()
    {
        var duty = await DutyOwing(Now, Owed("complete", In(5), Person));
        var service = await azurite.Client();

        foreach (var table in new[] { "Deadlines", "Register" })
        {
            var row = (await service.GetTableClient(prefix + table).QueryAsync<TableEntity>().ToListAsync()).ShouldHaveSingleItem();
            row.GetString("Duty").ShouldBe(duty.Value);
            row.GetString("Title").ShouldBe("Báo cáo tháng 3");
            row.GetString("Kind").ShouldBe("Complete");
            row.GetString("Owner").ShouldBe("person|0b5e");
            row.GetDateTimeOffset("Due").ShouldBe(In(5).ToDateTimeOffset());
        }
    }

    [Fact]
    public void An_account_is_entered_by_its_connection_string_or_by_the_process_s_identity()
    {
        AzureTableAccount.Connect("https://dutybot.table.core.windows.net").AccountName.ShouldBe("dutybot");
        AzureTableAccount.Connect("UseDevelopmentStorage=true").AccountName.ShouldBe("devstoreaccount1");
    }

    [Fact]
    public async Task A_store_without_tables_says_so()
    {
        await using var store = new AzureTableStore(await azurite.Client(), AzureTablePrefix.Next());

        await Should.ThrowAsync<RequestFailedException>(async () => await store.Append(Following(Unwritten(NewDuty()), "1"), None));
        await Should.ThrowAsync<RequestFailedException>(async () => await store.Load(NewDuty(), None));
    }

    protected override async Task<ICopyableStore> Another() => new AzureTableStore(await azurite.Client(), AzureTablePrefix.Next());

    protected override Task<ICopyableStore> OfTheOtherKind() =>
        Task.FromResult<ICopyableStore>(new SqliteStore(folder.File(Path.GetRandomFileName())));

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
