using System.Diagnostics;
using System.Net.Http.Headers;
using DutyBot.Benchmarks.Peers;
using DutyBot.Benchmarks.Rounds;
using DutyBot.Benchmarks.Servers;
using DutyBot.Development;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Benchmarks.Replies;

/// <summary>Starts every server, warms each up, then measures them in turn, so that whatever disturbs the machine disturbs them all.</summary>
internal sealed class ReplyRun(ReplyPlan plan, IReadOnlyDictionary<ServerKind, ServerProcess> servers, AnswerPress press, Tokens tokens)
{
    private const int WarmUpCallers = 16;

    /// <summary>Most answers a durable server gives while it warms up.</summary>
    private const int MostWarmUpAnswers = 30_000;

    private readonly Dictionary<ServerKind, PressQueue> queues = servers.Keys.ToDictionary(
        kind => kind,
        kind => new PressQueue(press, tokens, Answers(kind, plan))
    );

    public static async Task<int> Start(ReplyPlan plan)
    {
        await using var issuer = await Issuer.Start();
        await using var azurite = new Azurite();
        var folder = Directory.CreateTempSubdirectory("dutybot-bench-");
        var servers = new Dictionary<ServerKind, ServerProcess>();
        try
        {
            foreach (var kind in Enum.GetValues<ServerKind>())
            {
                servers[kind] = await ServerProcess.Start(kind, await Settings(kind, plan, issuer, azurite, folder));
            }

            await new ReplyRun(plan, servers, new AnswerPress(issuer.ServiceUrl), new Tokens(issuer)).Run();
            return 0;
        }
        finally
        {
            foreach (var server in servers.Values)
            {
                await server.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, string>> Settings(
        ServerKind kind,
        ReplyPlan plan,
        Issuer issuer,
        Azurite azurite,
        DirectoryInfo folder
    )
    {
        var settings = new Dictionary<string, string>
        {
            ["Teams:AppId"] = Issuer.AppId,
            ["Teams:TenantId"] = Issuer.TenantId,
            ["Teams:OpenIdMetadata"] = issuer.Metadata,
            ["Storage:Kind"] = kind.ToString(),
            ["Storage:Path"] = Path.Combine(folder.FullName, "bench.db"),
            [BotServer.Rounds] = $"{SampleRounds.For(Answers(kind, plan))}",
        };
        if (kind == ServerKind.AzureTables)
        {
            settings["Storage:ConnectionString"] = await azurite.Address();
        }

        return settings;
    }

    /// <summary>How many answers a server is asked for in a run.</summary>
    private static int Answers(ServerKind kind, ReplyPlan plan) =>
        Variant
            .All.Where(variant => variant.Server == kind && variant.IsDurable)
            .Sum(variant => ReplyPlan.Callers.Sum(callers => variant.Requests(plan, callers)) * plan.Rounds) + WarmUpAnswers(kind, plan);

    private static int WarmUpAnswers(ServerKind kind, ReplyPlan plan) =>
        kind == ServerKind.AzureTables ? 300 : (int)Math.Min(MostWarmUpAnswers, plan.WarmUp.TotalSeconds * 2_000);

    private async Task Run()
    {
        foreach (var kind in servers.Keys)
        {
            var first = Variant.All.First(variant => variant.Server == kind);
            await LearnTheLead(kind);
            await Load(first).WarmUp(WarmUpCallers, plan.WarmUp, first.IsDurable ? WarmUpAnswers(kind, plan) : int.MaxValue);
        }

        var figures = new Figures();
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var variant in Variant.All)
            {
                foreach (var callers in ReplyPlan.Callers)
                {
                    figures.Add(variant, callers, await Measure(variant, callers));
                }
            }
        }

        figures.Print(Console.Out);
        await Console.Out.WriteLineAsync($"in: {press.Of(0).Length} bytes");
        foreach (var kind in new[] { ServerKind.Sqlite, ServerKind.AzureTables })
        {
            await EffectsOf(kind);
        }
    }

    private Load Load(Variant variant) => new(servers[variant.Server], queues[variant.Server].For(variant));

    private async Task<Sample> Measure(Variant variant, int callers)
    {
        var sample = await Load(variant).Measure(callers, variant.Requests(plan, callers));
        var appended = sample.Operations.GetValueOrDefault(nameof(IDutyStore.Append));
        if (variant.IsDurable && appended < 1)
        {
            throw new InvalidOperationException($"{variant.Name}: only {appended:P1} of the requests were recorded.");
        }

        return sample;
    }

    /// <summary>The lead's head, who is told of each answer, has spoken to the bot before.</summary>
    private async Task LearnTheLead(ServerKind kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new ByteArrayContent(press.View(SampleOrganisation.HeadOfPlanning));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Same);
        (await servers[kind].Client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>What followed from the replies so far, and was held back: three messages each.</summary>
    private async Task EffectsOf(ServerKind kind)
    {
        var server = servers[kind];
        var before = await server.Read();
        var replies = (int)before.Operations[nameof(IDutyStore.Append)];
        var wanted = 3L * (kind == ServerKind.AzureTables ? Math.Min(replies, 100) : Math.Min(replies, 300));
        await server.LetEffectsGo(true);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var after = before;
        while (after.Operations.GetValueOrDefault(nameof(IDutyStore.Settle)) < wanted && await timer.WaitForNextTickAsync())
        {
            after = await server.Read();
        }

        await server.LetEffectsGo(false);
        var settled = (int)after.Operations[nameof(IDutyStore.Settle)];
        var cpu = (after.CpuMilliseconds - before.CpuMilliseconds) / settled * 1000;
        await Console.Out.WriteLineAsync(
            $"effects on {kind}: {cpu:0} ms of CPU for 1000 ({3 * cpu:0} ms for those of 1000 replies), each {Figures.Text(Replies.Load.Operations(before, after, settled))}"
        );
    }
}
