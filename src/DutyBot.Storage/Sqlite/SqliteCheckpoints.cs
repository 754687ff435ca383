using Microsoft.Extensions.Logging;

namespace DutyBot.Storage.Sqlite;

/// <summary>
/// Moves what was committed from the write-ahead log into the file, on a connection and a thread of its own, so that no reply pays for it.
/// The log grows with what was written and not with the number of commits: under load a thousand writes may share one.
/// Under unbroken load the log never runs empty by such passive checkpoints; when it has grown long, one checkpoint holds the writer for
/// the short rest that is left, and the log starts again.
/// </summary>
internal sealed partial class SqliteCheckpoints : IAsyncDisposable
{
    private const int LongLogPages = 16 * 1024;

    private readonly SqliteSession session;
    private readonly int everyWrites;
    private readonly ILogger log;
    private readonly SemaphoreSlim due = new(0, 1);
    private readonly Task loop;
    private int writes;
    private volatile bool closed;

    public SqliteCheckpoints(SqliteSession session, int everyWrites, ILogger log)
    {
        this.session = session;
        this.everyWrites = everyWrites;
        this.log = log;
        loop = Task.Run(Loop);
    }

    /// <summary>Called by the writer after each commit, one at a time.</summary>
    /// <param name="together">How many writes it held.</param>
    public void Committed(int together)
    {
        writes += together;
        if (writes >= everyWrites && due.CurrentCount == 0)
        {
            writes = 0;
            due.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        closed = true;
        if (due.CurrentCount == 0)
        {
            due.Release();
        }

        await loop;
        session.Dispose();
        due.Dispose();
    }

    private async Task Loop()
    {
        await due.WaitAsync();
        while (!closed)
        {
            try
            {
                Checkpoint();
            }
            catch (Microsoft.Data.Sqlite.SqliteException failure)
            {
                // Nothing is lost: the log still holds every commit, and the next checkpoint tries again.
                CheckpointFailed(log, failure);
            }

            await due.WaitAsync();
        }
    }

    private void Checkpoint()
    {
        var pages = session["PRAGMA wal_checkpoint(PASSIVE)"].List(row => row.Number(1))[0];
        if (pages > LongLogPages)
        {
            session["PRAGMA wal_checkpoint(RESTART)"].Run();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The write-ahead log could not be moved into the file.")]
    private static partial void CheckpointFailed(ILogger log, Exception failure);
}
