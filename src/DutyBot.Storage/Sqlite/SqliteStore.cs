using System.Runtime.CompilerServices;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage.Copying;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace DutyBot.Storage.Sqlite;

/// <summary>The store on one file, without a service beside it. Reads run on the caller's thread; see <see cref="SqliteWriter"/> for writes.</summary>
public sealed class SqliteStore(string path, ILogger<SqliteStore>? log = null) : ICopyableStore
{
    private const string SelectAddress = "SELECT Json FROM Conversations WHERE Key = ?";
    private const string SelectAddresses = "SELECT Key, Json FROM Conversations WHERE Key >= ? AND Key < ?";
    private const string PutAddress = "INSERT OR REPLACE INTO Conversations(Key, Json) VALUES(?, ?)";

    private readonly Lock opening = new();
    private readonly SqliteReaders readers = new(path);
    private SqliteCheckpoints? checkpoints;
    private SqliteWriter? writer;
    private bool closed;

    /// <summary>After how many writes the log is moved into the file.</summary>
    internal int CheckpointEvery { get; init; } = 500;

    private SqliteWriter Writer => writer ?? throw new InvalidOperationException("Prepare the store before it is used.");

    public ValueTask Prepare(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (opening)
        {
            if (writer is null)
            {
                Open();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<StoredDuty> Load(DutyId duty, CancellationToken cancel) => Read(session => SqliteHistory.Load(session, duty), cancel);

    public ValueTask<StoredDuty> LoadSince(DutyId duty, long after, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return Read(session => SqliteHistory.Load(session, duty, after), cancel);
    }

    public ValueTask<AppendResult> Append(DutyAppend append, CancellationToken cancel)
    {
        AppendLimits.Check(append);
        var events = HashChain.Link(append.Duty, append.Expected.Number, append.LastHash, append.Events);
        return Write(session => SqliteHistory.Append(session, append, events), cancel);
    }

    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseEffects(DutyId duty, Instant now, Duration lease, CancellationToken cancel) =>
        Write(session => SqliteOutbox.Lease(session, duty, now, lease), cancel);

    public ValueTask<LeasedEffect?> MarkSending(LeasedEffect effect, Instant until, CancellationToken cancel) =>
        Write(session => SqliteOutbox.MarkSending(session, effect, until), cancel);

    public ValueTask<IReadOnlyList<PendingEffect>> Pending(DutyId duty, CancellationToken cancel) =>
        Read(session => SqliteOutbox.Pending(session, duty), cancel);

    public ValueTask<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel) =>
        Write(session => SqliteOutbox.Settle(session, effect, settlement), cancel);

    public ValueTask<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel) =>
        Read(session => SqliteOutbox.ToDrain(session, now, atMost), cancel);

    public ValueTask<IReadOnlyList<DeadEffect>> DeadEffects(int atMost, CancellationToken cancel) =>
        Read(session => SqliteDeadEffects.All(session, atMost), cancel);

    public ValueTask<bool> Revive(DutyId duty, string effect, Instant asked, Instant now, CancellationToken cancel) =>
        Write(session => SqliteDeadEffects.Revive(session, duty, effect, asked, now), cancel);

    public ValueTask<bool> Forget(DutyId duty, string effect, CancellationToken cancel) =>
        Write(session => SqliteDeadEffects.Forget(session, duty, effect), cancel);

    public ValueTask<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel) =>
        Read(session => SqliteOutbox.FindCard(session, duty, slot), cancel);

    public ValueTask<IReadOnlyList<OwedRow>> DueObligations(Instant now, int atMost, CancellationToken cancel) =>
        Read(session => SqliteObligations.Due(session, now, atMost), cancel);

    public async ValueTask Discard(OwedRow row, Instant now, CancellationToken cancel) =>
        await Write(session => SqliteObligations.Discard(session, row, now), cancel);

    public ValueTask<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel) =>
        Read(session => SqliteObligations.OwedBy(session, owner), cancel);

    public async IAsyncEnumerable<DutyId> AllDuties([EnumeratorCancellation] CancellationToken cancel)
    {
        // Page by page: a statement left open between two duties would keep the log from being emptied.
        var last = "";
        while (await Read(session => SqliteHistory.After(session, last), cancel) is { Count: > 0 } page)
        {
            foreach (var duty in page)
            {
                yield return duty;
            }

            last = page[^1].Value;
        }
    }

    public ValueTask<string?> Find(string key, CancellationToken cancel) =>
        Read(session => session[SelectAddress].With(key).List(row => row.Text(0)).SingleOrDefault(), cancel);

    public ValueTask<IReadOnlyList<AddressEntry>> FindAll(string prefix, CancellationToken cancel) =>
        Read<IReadOnlyList<AddressEntry>>(
            session => session[SelectAddresses].With(prefix).With(StoredText.After(prefix)).List(row => new AddressEntry(row.Text(0), row.Text(1))),
            cancel
        );

    public async ValueTask Remember(string key, string json, CancellationToken cancel)
    {
        StoredText.RequireShort(key);
        StoredText.Require(json);
        await Write(session => session[PutAddress].With(key).With(json).Run(), cancel);
    }

    public async ValueTask<bool> TryOpen(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!File.Exists(path) || !SqliteSchema.IsIn(path))
        {
            return false;
        }

        await Prepare(cancel);
        return true;
    }

    public ValueTask<DutyRecord> Export(DutyId duty, CancellationToken cancel) => Read(session => SqliteRecord.Export(session, duty), cancel);

    public ValueTask<bool> Import(DutyImport import, CancellationToken cancel) => Write(session => SqliteRecord.Import(session, import), cancel);

    public ValueTask<IReadOnlyList<Obligation>> Registered(DutyId duty, IReadOnlyList<Obligation> obligations, CancellationToken cancel) =>
        Read(session => SqliteRecord.Registered(session, duty, obligations), cancel);

    public async IAsyncEnumerable<AddressEntry> AllAddresses([EnumeratorCancellation] CancellationToken cancel)
    {
        string? last = null;
        while (await Read(session => SqliteRecord.Addresses(session, last), cancel) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                yield return entry;
            }

            last = page[^1].Key;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, true))
        {
            return;
        }

        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        if (checkpoints is not null)
        {
            await checkpoints.DisposeAsync();
        }

        readers.Dispose();
    }

    private void Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var session = new SqliteSession(path);
        SqliteSchema.Create(session);
        checkpoints = new SqliteCheckpoints(new SqliteSession(path), CheckpointEvery, log ?? NullLogger<SqliteStore>.Instance);
        writer = new SqliteWriter(session, checkpoints);
    }

    private ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(closed, this);
        _ = Writer;
        return ValueTask.FromResult(readers.Read(read));
    }

    private ValueTask<T> Write<T>(Func<SqliteSession, T> act, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Writer.Do(act);
    }
}
