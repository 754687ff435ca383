using Azure.Core;
using DutyBot.Duties;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Simulation;

/// <summary>One process of the program: all of it but the web server in front, whose place the officials' hands take.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private const string Connector = "DutyBot.Connector";

    private readonly TaskCompletionSource death = new();
    private readonly CancellationTokenSource life = new();
    private readonly WebApplication app;

    public Replica(string name, Turns turns, Town town)
    {
        Name = name;
        app = DutyBotApplication.Build(
            new StartOptions("vi", Port: 3978, PlaygroundPort: 56150, WithPlayground: false, DataFolder: null),
            "Production",
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings);
                builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(town.Time);
                var store = new SteppedStore(town.Store, town.Addresses, new Steps(this, turns));
                builder.Services.AddSingleton(new StorePair(store, store));
                builder.Services.AddSingleton<Entropy>(town.Dice.Fill);
                builder.Services.AddSingleton<DutyBot.Delivery.Chance>(town.Dice.Share);
                builder.Services.AddKeyedSingleton<TokenCredential>(TeamsConnector.CredentialKey, new StaticCredential());
                builder.Services.PostConfigure<HttpClientFactoryOptions>(
                    Connector,
                    http =>
                        http.HttpMessageHandlerBuilderActions.Add(made =>
                        {
                            made.AdditionalHandlers.Insert(0, new Detached());
                            made.PrimaryHandler = new SteppedTeams(this, turns, town.Mailroom);
                        })
                );
            }
        );
    }

    public string Name { get; }

    public RecordedLogs Logs { get; } = new();

    public bool IsDead { get; private set; }

    /// <summary>Ends when the process does.</summary>
    public Task Death => death.Task;

    public ActivityHandler Handler => Get<ActivityHandler>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Begins what the host would start; what fails in it is a fault of the program.</summary>
    public void Start(Turns turns, Action<Exception> whenItFails)
    {
        turns.Begin(() => Get<ClockWorker>().Run(life.Token), whenItFails);
        turns.Begin(() => Get<OutboxWorker>().Run(life.Token), whenItFails);
    }

    /// <summary>As with kill -9: nothing is finished, and nobody is told.</summary>
    public void Die(Turns turns)
    {
        IsDead = true;
        turns.Drop(this);
        death.TrySetResult();
        // The timers of the dead end with them; a step of theirs is never given a turn.
        life.Cancel();
    }

    public ValueTask DisposeAsync()
    {
        life.Dispose();
        return app.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings { get; } =
        new() { ["Teams:AppId"] = LocalIssuer.AppId, ["Teams:TenantId"] = LocalIssuer.TenantId };
}
