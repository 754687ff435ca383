using DutyBot.Tests.Fixtures;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>Fills a store for each case, then measures them in turn, so that whatever disturbs the machine disturbs them all.</summary>
internal static class ClockRun
{
    private const int WarmUpLooks = 20_000;
    private const int Beats = 50;

    public static async Task<int> Start(ClockPlan plan)
    {
        await using var azurite = new Azurite();
        var folder = Directory.CreateTempSubdirectory("dutybot-bench-");
        try
        {
            await Compare(plan, "SQLite", plan.Sqlite, deadlines => ClockCase.OnSqlite(folder, deadlines), WarmUpLooks);
            // Azurite looks at every row for each answer: only the counts mean something, and one look counts as well as a thousand.
            await Compare(plan with { Looks = 1 }, "Azurite", plan.AzureTables, deadlines => ClockCase.OnAzurite(azurite, deadlines), warmUp: 1);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Compare(ClockPlan plan, string name, IReadOnlyList<int> sizes, Func<int, Task<ClockCase>> open, int warmUp)
    {
        var cases = new List<ClockCase>();
        try
        {
            foreach (var deadlines in sizes)
            {
                cases.Add(await open(deadlines));
            }

            await Measure(plan, cases, Math.Min(warmUp, 10 * plan.Looks));
            ClockFigures.Print(Console.Out, name, cases);
        }
        finally
        {
            foreach (var one in cases)
            {
                await one.DisposeAsync();
            }
        }
    }

    private static async Task Measure(ClockPlan plan, List<ClockCase> cases, int warmUp)
    {
        foreach (var one in cases)
        {
            await one.Look(warmUp);
            await one.Beat(1);
            one.Looks.Clear();
            one.Beats.Clear();
        }

        for (var round = 0; round < plan.Rounds; round++)
        {
            // Another goes first in each round: whoever follows a pause of the disk is slower.
            foreach (var one in cases.Skip(round % cases.Count).Concat(cases.Take(round % cases.Count)))
            {
                await one.Look(plan.Looks);
                await one.Beat(Math.Min(Beats, plan.Looks));
            }
        }

        for (var batch = 0; batch < OpenDeadlines.Batches; batch++)
        {
            foreach (var one in cases)
            {
                await one.Sweep();
            }
        }
    }
}
