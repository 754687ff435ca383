using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
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
