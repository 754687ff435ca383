using System.Collections.Concurrent;

namespace DutyBot.Storage.Sqlite;

/// <summary>Reads never wait for the writer: each takes a free connection of its own, and there are as many as were ever read on at once.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> free = [];

    public T Read<T>(Func<SqliteSession, T> read)
    {
        var session = free.TryTake(out var idle) ? idle : new SqliteSession(path);
        try
        {
            return read(session);
        }
        finally
        {
            free.Add(session);
        }
    }

    public void Dispose()
    {
        while (free.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
