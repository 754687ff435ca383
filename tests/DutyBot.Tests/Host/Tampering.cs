using Microsoft.Data.Sqlite;

namespace DutyBot.Tests.Host;

/// <summary>Somebody at the file of the store, beside the program.</summary>
internal static class Tampering
{
    /// <summary>From now on the program does not find the table.</summary>
    public static Task Hide(this OfficeDriver office, string table) => Execute(office, $"ALTER TABLE {table} RENAME TO Hidden");

    public static Task PutBack(this OfficeDriver office, string table) => Execute(office, $"ALTER TABLE Hidden RENAME TO {table}");

    private static async Task Execute(OfficeDriver office, string sql)
    {
        await using var database = new SqliteConnection($"Data Source={office.Database};Pooling=False");
        await database.OpenAsync(office.Cancel);
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(office.Cancel);
    }
}
