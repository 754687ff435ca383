using Microsoft.Data.Sqlite;

namespace DutyBot.Storage.Sqlite;

/// <summary>One open connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // The texts of the statements are constants, so the reference tells them apart without hashing them.
    private readonly Dictionary<string, SqliteStatement> statements = new(ReferenceEqualityComparer.Instance);
    private readonly SqliteConnection connection;

    public SqliteSession(string path)
    {
        // The session lives as long as the store and is pooled by it, so ADO.NET's own pool would only hold the file open for longer.
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;");
    }

    /// <summary>The statement of a constant text, ready to be bound.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (!statements.TryGetValue(sql, out var statement))
            {
                statements[sql] = statement = new SqliteStatement(connection.Handle!, sql);
            }

            return statement.Start();
        }
    }

    /// <summary>Runs a script that is needed once.</summary>
    public void Execute(string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
