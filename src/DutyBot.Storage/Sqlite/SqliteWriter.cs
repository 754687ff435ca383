using Microsoft.Data.Sqlite;

namespace DutyBot.Storage.Sqlite;

/// <summary>
/// The one writer of the file. Writes that wait together share one transaction and so one flush to the disk; each of them succeeds or fails
/// alone, and all are answered after the commit. A write that finds the writer free runs on its caller's thread, which saves two
/// changes of thread; what gathers meanwhile is for the writer's own thread, so that no thread of the pool waits for the disk under load.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly object gate = new();
    private readonly SqliteSession session;
    private readonly SqliteCheckpoints checkpoints;
    private readonly Thread thread;
    private List<Write> waiting = [];
    private List<Write> group = [];
    private bool busy;
    private bool closed;

    public SqliteWriter(SqliteSession session, SqliteCheckpoints checkpoints)
    {
        this.session = session;
        this.checkpoints = checkpoints;
        thread = new Thread(WriteGroups) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <summary>Whether a write that is asked for now waits for others.</summary>
    internal bool IsBusy
    {
        get
        {
            lock (gate)
            {
                return busy;
            }
        }
    }

    /// <summary>Carries out <paramref name="act"/> in a transaction and answers when it is on the disk.</summary>
    public ValueTask<T> Do<T>(Func<SqliteSession, T> act)
    {
        var write = new Write<T>(act);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (busy || waiting.Count > 0)
            {
                waiting.Add(write);
                return new ValueTask<T>(write.Task);
            }

            busy = true;
        }

        try
        {
            Commit([write]);
        }
        finally
        {
            Release();
        }

        return new ValueTask<T>(write.Task);
    }

    /// <summary>Finishes what was asked for, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }

        await Task.Run(thread.Join);
        session.Dispose();
    }

    private void WriteGroups()
    {
        while (TakeGroup())
        {
            Commit(group);
            group.Clear();
            Release();
        }
    }

    private bool TakeGroup()
    {
        lock (gate)
        {
            while (busy || waiting.Count == 0)
            {
                if (closed && !busy)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            busy = true;
            (group, waiting) = (waiting, group);
            return true;
        }
    }

    private void Release()
    {
        lock (gate)
        {
            busy = false;
            if (waiting.Count > 0 || closed)
            {
                Monitor.PulseAll(gate);
            }
        }
    }

    private void Commit(IReadOnlyList<Write> writes)
    {
        try
        {
            session["BEGIN IMMEDIATE"].Run();
            foreach (var write in writes)
            {
                Attempt(write, alone: writes.Count == 1);
            }

            session["COMMIT"].Run();
        }
        catch (Exception failure)
        {
            Abandon(writes, failure);
            return;
        }

        checkpoints.Committed(writes.Count);
        foreach (var write in writes)
        {
            write.Answer();
        }
    }

    private void Attempt(Write write, bool alone)
    {
        if (alone)
        {
            write.Carry(session);
            return;
        }

        session["SAVEPOINT one"].Run();
        try
        {
            write.Carry(session);
        }
        catch (Exception failure)
        {
            write.Failure = failure;
            session["ROLLBACK TO one"].Run();
        }

        session["RELEASE one"].Run();
    }

    private void Abandon(IReadOnlyList<Write> writes, Exception failure)
    {
        try
        {
            session["ROLLBACK"].Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; the first failure is the one to tell.
        }

        foreach (var write in writes)
        {
            write.Failure ??= failure;
            write.Answer();
        }
    }

    private abstract class Write
    {
        private protected Write() { }

        public Exception? Failure { get; set; }

        public abstract void Carry(SqliteSession session);

        public abstract void Answer();
    }

    private sealed class Write<T>(Func<SqliteSession, T> act) : Write
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Task => answer.Task;

        public override void Carry(SqliteSession session) => result = act(session);

        public override void Answer()
        {
            if (Failure is { } failure)
            {
                answer.SetException(failure);
            }
            else
            {
                answer.SetResult(result);
            }
        }
    }
}
