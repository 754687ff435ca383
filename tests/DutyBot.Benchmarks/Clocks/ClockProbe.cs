using System.Diagnostics;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using DutyBot.Benchmarks.Peers;
using DutyBot.Benchmarks.Servers;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>
/// The bot over a store that is already full, in a process of its own and without its workers: does once what they would do when it is told to
/// by a line of its standard input, and answers with a line.
/// </summary>
internal sealed class ClockProbe(IServiceProvider services, IDutyStore store, StandingTime time, OperationCounts counts)
{
    public const string Look = "look";
    public const string Beat = "beat";
    public const string Sweep = "sweep";

    /// <summary>So many effects at a time does the outbox ask for.</summary>
    private const int Drained = 20_000;

    private readonly ClockWorker clock = services.GetRequiredService<ClockWorker>();
    private int batch;

    public static async Task<int> Run(ClockPlace place)
    {
        var counts = new OperationCounts();
        var time = new StandingTime();
        await using var metered = Open(place, counts, out var store);
        await using var app = DutyBotApplication.Build(
            new StartOptions("vi", Port: 0, PlaygroundPort: 0, WithPlayground: false, DataFolder: null),
            surroundings: builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?> { ["Teams:AppId"] = Issuer.AppId, ["Teams:TenantId"] = Issuer.TenantId }
                );
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(time);
                builder.Services.AddSingleton(new StorePair(metered, metered));
            }
        );
        await store.Prepare(CancellationToken.None);
        var probe = new ClockProbe(app.Services, store, time, counts);
        while (await Console.In.ReadLineAsync() is { } order)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await probe.Do(order.Split(' '))));
        }

        return 0;
    }

    private static MeteredStore Open(ClockPlace place, OperationCounts counts, out IDutyStore store)
    {
        if (place.IsFile)
        {
            var sqlite = new SqliteStore(place.Address);
            store = sqlite;
            return new MeteredStore(sqlite, sqlite, counts);
        }

        var options = new TableClientOptions();
        options.AddPolicy(new WireCounter(counts), HttpPipelinePosition.PerRetry);
        var tables = new AzureTableStore(new TableServiceClient(place.Address, options), place.Prefix);
        store = tables;
        return new MeteredStore(tables, tables, counts);
    }

    private Task<ClockSample> Do(string[] order) =>
        order[0] switch
        {
            Look => Measure(int.Parse(order[1], null), LookOnce),
            Beat => Measure(int.Parse(order[1], null), () => clock.SweepAndTell(CancellationToken.None)),
            _ => MeasureSweep(),
        };

    // What both workers ask for at each beat.
    private async Task LookOnce()
    {
        await clock.Sweep(CancellationToken.None);
        await store.DutiesToDrain(time.Now, Drained, CancellationToken.None);
    }

    private async Task<ClockSample> MeasureSweep()
    {
        time.Now = OpenDeadlines.DueAt(batch++);
        var before = counts.Snapshot();
        var sample = await Measure(1, () => clock.Sweep(CancellationToken.None));
        var passed = counts.Snapshot().GetValueOrDefault(nameof(IDutyStore.Append)) - before.GetValueOrDefault(nameof(IDutyStore.Append));
        return sample with { Passed = passed };
    }

    private async Task<ClockSample> Measure(int times, Func<Task> act)
    {
        var before = counts.Snapshot();
        var (cpu, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (var i = 0; i < times; i++)
        {
            await act();
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var after = counts.Snapshot();
        return new ClockSample(
            elapsed.TotalMicroseconds / times,
            used.TotalMicroseconds / times,
            Passed: 0,
            Requests(before, after) / (double)times,
            (after.GetValueOrDefault(WireCounter.Rows) - before.GetValueOrDefault(WireCounter.Rows)) / (double)times,
            GC.GetTotalMemory(forceFullCollection: true),
            Environment.WorkingSet
        );
    }

    private static long Requests(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) =>
        after
            .Where(count => count.Key.StartsWith(WireCounter.Prefix, StringComparison.Ordinal))
            .Sum(count => count.Value - before.GetValueOrDefault(count.Key));
}

/// <summary>What one act cost, and what the process holds after it.</summary>
/// <param name="Wall">Microseconds.</param>
/// <param name="Cpu">Microseconds, of all threads and in the kernel too.</param>
/// <param name="Passed">Deadlines that were recorded.</param>
/// <param name="Requests">To the table service.</param>
/// <param name="Rows">That the table service sent.</param>
/// <param name="Heap">Bytes of live managed objects.</param>
/// <param name="Resident">Bytes of the process.</param>
internal sealed record ClockSample(double Wall, double Cpu, long Passed, double Requests, double Rows, long Heap, long Resident);
