using System.Globalization;
using DutyBot.Benchmarks.Peers;
using DutyBot.Benchmarks.Rounds;
using DutyBot.Benchmarks.Servers;

namespace DutyBot.Benchmarks.Replies;

/// <summary>Whether a reply costs more among a million duties than among ten thousand: two programs on SQLite, asked in turn.</summary>
internal sealed class GrowthRun(GrowthPlan plan, GrowthRun.Filled few, GrowthRun.Filled many)
{
    private const int WarmUpCallers = 16;

    private static readonly Variant Durable = Variant.All.First(variant => variant is { Server: ServerKind.Sqlite, FreshTokens: false });

    public static async Task<int> Start(GrowthPlan plan)
    {
        await using var issuer = await Issuer.Start();
        var folder = Directory.CreateTempSubdirectory("dutybot-bench-");
        try
        {
            await using var few = await Filled.With(plan.Few, plan, issuer, folder);
            await using var many = await Filled.With(plan.Many, plan, issuer, folder);
            await new GrowthRun(plan, few, many).Run();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Run()
    {
        foreach (var server in new[] { few, many })
        {
            await server.Load.WarmUp(WarmUpCallers, plan.WarmUp, plan.WarmUpAnswers);
        }

        var samples = new List<(int Callers, Sample Few, Sample Many)>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var callers in ReplyPlan.Callers)
            {
                samples.Add(round % 2 == 0 ? await FewFirst(callers) : await ManyFirst(callers));
            }
        }

        await Console.Out.WriteLineAsync("callers    duties   p50 ms  x few    p99 ms  x few  CPU ms/1000  x few  KB/reply");
        foreach (var callers in ReplyPlan.Callers)
        {
            var pairs = samples.Where(sample => sample.Callers == callers).ToList();
            await Console.Out.WriteLineAsync(Line(callers, plan.Few, [.. pairs.Select(pair => (pair.Few, pair.Few))]));
            await Console.Out.WriteLineAsync(Line(callers, plan.Many, [.. pairs.Select(pair => (pair.Many, pair.Few))]));
        }
    }

    private async Task<(int, Sample, Sample)> FewFirst(int callers)
    {
        var first = await few.Load.Measure(callers, plan.Requests);
        return (callers, first, await many.Load.Measure(callers, plan.Requests));
    }

    private async Task<(int, Sample, Sample)> ManyFirst(int callers)
    {
        var first = await many.Load.Measure(callers, plan.Requests);
        return (callers, await few.Load.Measure(callers, plan.Requests), first);
    }

    private static string Line(int callers, int duties, IReadOnlyList<(Sample One, Sample Few)> pairs)
    {
        double Of(Func<Sample, double> figure) => Median(pairs.Select(pair => figure(pair.One)));
        double Ratio(Func<Sample, double> figure) => Median(pairs.Select(pair => figure(pair.One) / figure(pair.Few)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{callers, 7} {duties, 9:N0} {Of(s => s.P50), 8:0.000} {Ratio(s => s.P50), 6:0.00} {Of(s => s.P99), 9:0.000} {Ratio(s => s.P99), 6:0.00} {Of(s => s.Cpu), 12:0.0} {Ratio(s => s.Cpu), 6:0.00} {Of(s => s.Kilobytes), 9:0.0}"
        );
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>A program whose store holds so many duties beside those that are answered.</summary>
    internal sealed class Filled(ServerProcess process, Load load) : IAsyncDisposable
    {
        public Load Load => load;

        public static async Task<Filled> With(int duties, GrowthPlan plan, Issuer issuer, DirectoryInfo folder)
        {
            var process = await ServerProcess.Start(
                ServerKind.Sqlite,
                new Dictionary<string, string>
                {
                    ["Teams:AppId"] = Issuer.AppId,
                    ["Teams:TenantId"] = Issuer.TenantId,
                    ["Teams:OpenIdMetadata"] = issuer.Metadata,
                    ["Storage:Path"] = Path.Combine(folder.FullName, $"{duties}.db"),
                    [BotServer.Rounds] = $"{SampleRounds.For(plan.Answers)}",
                    [BotServer.Others] = $"{duties}",
                }
            );
            var queue = new PressQueue(new AnswerPress(issuer.ServiceUrl), new Tokens(issuer), plan.Answers);
            return new Filled(process, new Load(process, queue.For(Durable)));
        }

        public ValueTask DisposeAsync() => process.DisposeAsync();
    }
}
