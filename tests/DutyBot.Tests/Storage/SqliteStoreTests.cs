using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Copying;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed class SqliteStoreTests(Azurite azurite) : StoreContract
{
    private readonly TestFolder folder = new();

    private string File => folder.File("data", "dutybot.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_deadline_can_be_read_by_a_person()
    {
        var duty = await DutyOwing(Now, Owed("complete", In(5), Person), Owed("undated", null));

        using var session = new SqliteSession(File);
        var rows = session["SELECT Due, Duty, Title, Kind, Owner FROM Deadlines"]
            .List(row => string.Join('|', Enumerable.Range(0, 5).Select(row.Text)));
        rows.ShouldBe([$"2026-03-02T01:05:00.123456789Z|{duty}|Báo cáo tháng 3|Complete|person|0b5e"]);
    }

    [Fact]
    public async Task A_file_from_before_there_was_a_mark_of_sending_is_taken_over()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Store.LeaseEffects(duty, Now, LeaseTime, None);
        using (var session = new SqliteSession(File))
        {
            session.Execute("ALTER TABLE Effects DROP COLUMN IsInDoubt; ALTER TABLE DeadEffects DROP COLUMN Since; PRAGMA user_version = 1;");
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await (await Open()).Prepare(None))));
        await Reopen();

        var leased = (await Lease(duty, In(5))).ShouldHaveSingleItem();
        (leased.Attempts, leased.IsInDoubt).ShouldBe((1, false));
        (await Store.MarkSending(leased, In(9), None)).ShouldNotBeNull();
        (await Lease(duty, In(9))).ShouldHaveSingleItem().IsInDoubt.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_address_book_is_read_page_by_page()
    {
        string[] keys = [.. Enumerable.Range(0, 2100).Select(i => i == 0 ? "" : $"person|{i}")];
        await Task.WhenAll(keys.Select(key => Addresses.Remember(key, key, None).AsTask()));

        (await ((ICopyableStore)Store).AllAddresses(None).Select(entry => entry.Key).ToListAsync()).ShouldBe(keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a letter and no database, and it is longer than the header of one would be, which has a hundred bytes.")]
    public async Task A_file_that_is_something_else_is_no_store_and_stays_as_it_is(string content)
    {
        var file = folder.File("letter.txt");
        await System.IO.File.WriteAllTextAsync(file, content);
        await using var store = new SqliteStore(file);

        (await store.TryOpen(None)).ShouldBeFalse();

        (await System.IO.File.ReadAllTextAsync(file)).ShouldBe(content);
        Directory.EnumerateFiles(folder.Root).ShouldBe([file]);
    }

    [Fact]
    public async Task Looking_for_a_file_leaves_no_trace()
    {
        await using var store = new SqliteStore(folder.File("missing", "dutybot.db"));

        (await store.TryOpen(None)).ShouldBeFalse();

        Directory.Exists(folder.File("missing")).ShouldBeFalse();
    }

    protected override Task<ICopyableStore> Another() => Task.FromResult<ICopyableStore>(new SqliteStore(folder.File(Path.GetRandomFileName())));

    protected override async Task<ICopyableStore> OfTheOtherKind() => new AzureTableStore(await azurite.Client(), AzureTablePrefix.Next());

    protected override Task<IDutyStore> Open() => Task.FromResult<IDutyStore>(new SqliteStore(File));

    protected override Task Falsify(DutyId duty, long number, string json) =>
        Execute("UPDATE Events SET Json = $json WHERE Duty = $duty AND Number = $number", duty, number, json);

    protected override Task Remove(DutyId duty, long number) =>
        Execute("DELETE FROM Events WHERE Duty = $duty AND Number = $number", duty, number, "");

    private async Task Execute(string sql, DutyId duty, long number, string json)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$duty", duty.Value);
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$json", json);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
