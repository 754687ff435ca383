using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>One store with so many open deadlines, and all that was measured on it.</summary>
internal sealed class ClockCase(int deadlines, ClockPlace place) : IAsyncDisposable
{
    private const int AtOnceInAzurite = 16;

    private readonly ClockProcess process = new(place);

    public int Deadlines => deadlines;

    public ClockPlace Place => place;

    public List<ClockSample> Looks { get; } = [];

    public List<ClockSample> Beats { get; } = [];

    public List<ClockSample> Sweeps { get; } = [];

    public static async Task<ClockCase> OnSqlite(DirectoryInfo folder, int deadlines)
    {
        var place = new ClockPlace(Path.Combine(folder.FullName, $"{deadlines}.db"), "");
        await using (var store = new SqliteStore(place.Address))
        {
            await Fill(deadlines, () => OpenDeadlines.Write(store, deadlines, new StandingTime()));
        }

        return new ClockCase(deadlines, place);
    }

    public static async Task<ClockCase> OnAzurite(Azurite azurite, int deadlines)
    {
        var place = new ClockPlace(await azurite.Address(), $"d{deadlines}");
        await using (var store = new AzureTableStore(new TableServiceClient(place.Address), place.Prefix))
        {
            await Fill(deadlines, () => OpenDeadlines.Write(store, deadlines, new StandingTime(), AtOnceInAzurite));
        }

        return new ClockCase(deadlines, place);
    }

    public async Task Look(int times) => Looks.Add(await process.Do(ClockProbe.Look, times));

    public async Task Beat(int times) => Beats.Add(await process.Do(ClockProbe.Beat, times));

    public async Task Sweep()
    {
        Sweeps.Add(await process.Do(ClockProbe.Sweep));
        if (Sweeps[^1].Passed == 0)
        {
            throw new InvalidOperationException($"{deadlines}: nothing fell due.");
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static async Task Fill(int deadlines, Func<Task> fill)
    {
        var started = Stopwatch.GetTimestamp();
        await fill();
        await Console.Out.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{deadlines} open deadlines written in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s")
        );
    }
}
