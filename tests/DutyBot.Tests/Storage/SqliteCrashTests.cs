using System.Collections.Concurrent;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>
/// What a machine would find after losing power: the file and its log copied while they are being written. An append that was answered must be
/// in the copy, and one that is there must be whole.
/// </summary>
public sealed class SqliteCrashTests : IDisposable
{
    private const int Copies = 15;
    private const int Writers = 6;
    private const int AppendsPerCopy = 40;

    private readonly TestFolder folder = new();
    private readonly ConcurrentDictionary<DutyId, long> answered = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_taken_at_any_moment_holds_every_answered_append_whole()
    {
        await using var store = await Open("live.db");
        using var stop = new CancellationTokenSource();
        using var turns = new SemaphoreSlim(0);
        using var progress = new SemaphoreSlim(0);
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteUntil(store, turns, progress, stop.Token))).ToList();

        for (var copy = 0; copy < Copies; copy++)
        {
            turns.Release(AppendsPerCopy);
            for (var i = 0; i < AppendsPerCopy / 2; i++)
            {
                await progress.WaitAsync();
            }

            var promised = answered.ToArray();
            await Copy($"copy{copy}.db");
            await using var found = await Open($"copy{copy}.db");
            foreach (var (duty, number) in promised)
            {
                (await found.Load(duty, None)).Version.Number.ShouldBeGreaterThanOrEqualTo(number);
            }

            await EveryAppendIsWhole(found);
        }

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(writers));
    }

    [Fact]
    public async Task A_log_torn_anywhere_holds_whole_appends_only()
    {
        await using var store = await Open("live.db", checkpointEvery: int.MaxValue);
        var seen = Unwritten(NewDuty());
        for (var i = 0; i < 10; i++)
        {
            seen = await AppendOne(store, seen, i);
        }

        await Copy("whole.db");
        var log = await File.ReadAllBytesAsync(folder.File("whole.db-wal"));
        var found = new HashSet<long>();
        for (var i = 0; i < 40; i++)
        {
            var length = log.Length * i / 40;
            File.Copy(folder.File("whole.db"), folder.File($"torn{i}.db"));
            await File.WriteAllBytesAsync(folder.File($"torn{i}.db-wal"), log[..length]);
            await using var torn = await Open($"torn{i}.db");
            await EveryAppendIsWhole(torn);
            found.Add((await torn.Load(seen.Duty, None)).Version.Number);
        }

        found.Count.ShouldBeGreaterThan(5);
    }

    private async Task WriteUntil(SqliteStore store, SemaphoreSlim turns, SemaphoreSlim progress, CancellationToken stop)
    {
        while (true)
        {
            var seen = Unwritten(NewDuty());
            for (var i = 0; i < 5; i++)
            {
                await turns.WaitAsync(stop);
                seen = await AppendOne(store, seen, i);
                answered[seen.Duty] = seen.Version.Number;
                progress.Release();
            }
        }
    }

    /// <summary>Two events, one effect, and the obligation of before replaced by another.</summary>
    private static async Task<StoredDuty> AppendOne(SqliteStore store, StoredDuty seen, int number)
    {
        var append = Following(seen, $"{number}a", $"{number}b") with
        {
            Effects = [Effect($"e{number}", $"{number}")],
            Before = number == 0 ? [] : [Owed($"{number - 1}", null, Owner.Of(new UnitId(seen.Duty.Value)))],
            After = [Owed($"{number}", null, Owner.Of(new UnitId(seen.Duty.Value)))],
        };
        var appended = (await store.Append(append, None)).ShouldBeOfType<AppendResult.Appended>();
        return new StoredDuty(seen.Duty, appended.Version, [.. seen.Events, .. appended.Events]);
    }

    private static async Task EveryAppendIsWhole(SqliteStore found)
    {
        await foreach (var duty in found.AllDuties(None))
        {
            var history = await found.Load(duty, None);
            HashChain.FirstBrokenLink(history).ShouldBeNull();
            var (appends, half) = Math.DivRem(history.Events.Count, 2);
            half.ShouldBe(0);
            (await found.LeaseEffects(duty, Now, LeaseTime, None)).Count.ShouldBe(appends);
            (await found.OwedBy(Owner.Of(new UnitId(duty.Value)), None)).ShouldHaveSingleItem().Name.ShouldBe($"{appends - 1}");
        }
    }

    /// <summary>
    /// First the file, then the log: what a checkpoint moves meanwhile is then in both. Only when the log was begun anew in between (its header,
    /// which is then written first, changes) do the two not belong together, and the copy is taken again.
    /// </summary>
    private async Task Copy(string name)
    {
        byte[] header;
        byte[] log;
        do
        {
            header = await LogHeader();
            await File.WriteAllBytesAsync(folder.File(name), await Read("live.db"));
            log = await Read("live.db-wal");
        } while (!(await LogHeader()).AsSpan().SequenceEqual(header));

        await File.WriteAllBytesAsync(folder.File(name + "-wal"), log);
    }

    private async Task<byte[]> LogHeader() => (await Read("live.db-wal"))[..32];

    private async Task<byte[]> Read(string name)
    {
        await using var file = new FileStream(folder.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return bytes[..await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private async Task<SqliteStore> Open(string name, int checkpointEvery = 30)
    {
        var store = new SqliteStore(folder.File(name)) { CheckpointEvery = checkpointEvery };
        await store.Prepare(None);
        return store;
    }
}
