using BenchmarkDotNet.Attributes;
using DutyBot.Benchmarks.Rounds;
using DutyBot.Domain;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Benchmarks.Stores;

/// <summary>
/// What the store alone costs. An event goes to the next of many duties each time, so that histories stay short. Azurite scans its tables at
/// every query, so its times say nothing about Azure.
/// </summary>
public class StoreBenchmarks : IAsyncDisposable
{
    private const int Duties = 512;

    private readonly StoredDuty[] seen = new StoredDuty[Duties];
    private readonly Azurite azurite = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dutybot-bench-");
    private IDutyStore store = null!;
    private NewEvent noted = null!;
    private int next;

    [Params("Sqlite", "AzureTables")]
    public string Store { get; set; } = "";

    [GlobalSetup]
    public async Task Prepare()
    {
        store =
            Store == nameof(StorageKind.Sqlite)
                ? new SqliteStore(Path.Combine(folder.FullName, "bench.db"))
                : new AzureTableStore(await azurite.Client());
        await store.Prepare(CancellationToken.None);
        for (var i = 0; i < Duties; i++)
        {
            var first = SampleRounds.First(i, TimeProvider.System);
            await store.Append(first, CancellationToken.None);
            seen[i] = await store.Load(first.Duty, CancellationToken.None);
            noted = first.Events[0];
        }
    }

    /// <summary>The version is known, as for a duty in memory.</summary>
    [Benchmark(Baseline = true)]
    public async Task AppendWarm()
    {
        var duty = next++ % Duties;
        seen[duty] = await Append(seen[duty]);
    }

    /// <summary>The history is read first.</summary>
    [Benchmark]
    public async Task AppendCold()
    {
        var duty = next++ % Duties;
        seen[duty] = await Append(await store.Load(seen[duty].Duty, CancellationToken.None));
    }

    [Benchmark]
    public async Task<StoredDuty> Load() => await store.Load(seen[next++ % Duties].Duty, CancellationToken.None);

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)store).DisposeAsync();
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<StoredDuty> Append(StoredDuty duty)
    {
        var append = new DutyAppend(duty.Duty, duty.Version, duty.LastHash, SampleTexts.Work, noted.At, [noted], [], [], []);
        var appended = (AppendResult.Appended)await store.Append(append, CancellationToken.None);
        return new StoredDuty(duty.Duty, appended.Version, appended.Events);
    }
}
