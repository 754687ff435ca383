using Azure.Core;
using Azure.Data.Tables;
using DutyBot.Benchmarks.Rounds;
using DutyBot.Duties;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;
using DutyBot.Teams.Connector;

namespace DutyBot.Benchmarks.Servers;

/// <summary>DutyBot as it is deployed, on a store that already holds the rounds to be answered.</summary>
internal static class BotServer
{
    /// <summary>The setting that says how many rounds to prepare.</summary>
    public const string Rounds = "Bench:Rounds";

    /// <summary>The setting that says how many duties the store holds beside them that nobody waits for; none without it.</summary>
    public const string Others = "Bench:Others";

    private const int WrittenAtOnce = 1_000;

    public static async Task<WebApplication> Build(OperationCounts counts)
    {
        MeteredStore? metered = null;
        var app = DutyBotApplication.Build(
            new StartOptions("vi", Port: 0, PlaygroundPort: 0, WithPlayground: false, DataFolder: null),
            surroundings: builder =>
            {
                metered = Open(builder.Configuration, counts);
                builder.Services.AddSingleton(new StorePair(metered, metered));
                builder.Services.AddKeyedSingleton<TokenCredential>(TeamsConnector.CredentialKey, new AnyToken());
            }
        );
        await SampleRounds.Write(metered!, app.Configuration.GetValue<int>(Rounds), TimeProvider.System);
        await Fill(metered!, app.Configuration.GetValue<int>(Others));
        app.MapPost("/bench/effects/{go:bool}", (bool go, OutboxSignal signal) => Release(metered!, go, signal));
        return app;
    }

    private static async Task Fill(MeteredStore store, int others)
    {
        var now = SampleRounds.Now(TimeProvider.System);
        var context = SampleRounds.Context(now);
        var many = new ParallelOptions { MaxDegreeOfParallelism = WrittenAtOnce };
        await Parallel.ForAsync(0, others, many, async (number, cancel) => await store.Append(SampleRounds.CalledOff(number, context, now), cancel));
    }

    private static void Release(MeteredStore store, bool go, OutboxSignal signal)
    {
        var waiting = store.Release(go);
        foreach (var duty in go ? waiting.Distinct() : [])
        {
            signal.Wake(duty);
        }
    }

    private static MeteredStore Open(IConfiguration configuration, OperationCounts counts)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>()!;
        if (storage.Kind == StorageKind.Sqlite)
        {
            var sqlite = new SqliteStore(storage.Path);
            return new MeteredStore(sqlite, sqlite, counts);
        }

        var options = new TableClientOptions();
        options.AddPolicy(new WireCounter(counts), HttpPipelinePosition.PerRetry);
        var tables = new AzureTableStore(new TableServiceClient(storage.ConnectionString, options));
        return new MeteredStore(tables, tables, counts);
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("outbound", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
