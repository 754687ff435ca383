using System.Buffers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DutyBot.Storage.Sqlite;

/// <summary>
/// A prepared statement of one connection, used below ADO.NET: a reply costs five to ten statements, and a command, a reader and boxed
/// parameters for each of them would cost more than SQLite itself. Also keeps a text with U+0000 in it, which the ADO.NET reader cuts off.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private int bound;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Begins with the first parameter again, also after a binding that failed half-way.</summary>
    public SqliteStatement Start()
    {
        bound = 0;
        return this;
    }

    /// <summary>Binds the next parameter.</summary>
    public SqliteStatement With(string? text)
    {
        bound++;
        Check(
            text switch
            {
                null => raw.sqlite3_bind_null(statement, bound),
                "" => raw.sqlite3_bind_text(statement, bound, ""),
                _ => BindUtf8(text),
            }
        );
        return this;
    }

    /// <summary>Binds the next parameter.</summary>
    public SqliteStatement With(long number)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, number));
        return this;
    }

    /// <summary>Runs to the end and returns the number of rows changed.</summary>
    public int Run()
    {
        try
        {
            while (Step()) { }

            return raw.sqlite3_changes(connection);
        }
        finally
        {
            Reset();
        }
    }

    public List<T> List<T>(Func<SqliteStatement, T> read)
    {
        try
        {
            var rows = new List<T>();
            while (Step())
            {
                rows.Add(read(this));
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    public string Text(int column) => StoredText.Utf8.GetString(raw.sqlite3_column_blob(statement, column));

    public string? TextOrNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Text(column);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public void Dispose() => statement.Dispose();

    private int BindUtf8(string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StoredText.Utf8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, bound, buffer.AsSpan(0, StoredText.Utf8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code == raw.SQLITE_ROW;
    }

    // The code that it returns repeats the failure of the step, which is already on its way as an exception.
    private void Reset() => _ = raw.sqlite3_reset(statement);

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection);
}
