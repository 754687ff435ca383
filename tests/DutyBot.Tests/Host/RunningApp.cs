using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Host;

/// <summary>The whole program over one file, behind its real endpoints; only the clock and the way to the Bot Connector are the test's.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<string>? token;

    private RunningApp(WebApplication app, RecordedLogs logs, Func<string>? token)
    {
        this.app = app;
        this.token = token;
        Logs = logs;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public RecordedLogs Logs { get; }

    /// <param name="issuer">Signs the activities for the app id; null for a program without one.</param>
    /// <param name="settings">Beside those of the bot's identity.</param>
    /// <param name="words">What the person who starts the program says beside folder and port.</param>
    public static async Task<RunningApp> Start(
        string folder,
        FakeTimeProvider time,
        FakeConnector connector,
        LocalIssuer? issuer,
        string environment,
        IReadOnlyDictionary<string, string?>? settings = null,
        Func<StartOptions, StartOptions>? words = null
    )
    {
        var logs = new RecordedLogs();
        var options = new StartOptions("vi", Port: 3978, PlaygroundPort: 56150, WithPlayground: false, folder);
        var app = DutyBotApplication.Build(
            words?.Invoke(options) ?? options,
            environment,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Identity(issuer)).AddInMemoryCollection(Unpaced).AddInMemoryCollection(settings);
                builder.Logging.ClearProviders().AddProvider(logs);
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(time);
                builder.Services.AddKeyedSingleton<TokenCredential>(TeamsConnector.CredentialKey, new StaticCredential());
            }
        );
        var hasStarted = false;
        try
        {
            await app.StartAsync();
            hasStarted = true;
        }
        finally
        {
            if (!hasStarted)
            {
                await app.DisposeAsync();
            }
        }

        return new RunningApp(app, logs, issuer is null ? null : () => issuer.Mint(new TokenSpec { ServiceUrl = connector.ServiceUrl }, time));
    }

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<HttpResponseMessage> Post(JsonObject activity, bool signed = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = signed && token is not null ? new AuthenticationHeaderValue("Bearer", token()) : null;
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    // A test does not wait for its turn unless it is about turns.
    private static Dictionary<string, string?> Unpaced => new() { ["Delivery:IsPaced"] = "false" };

    private static Dictionary<string, string?> Identity(LocalIssuer? issuer) =>
        issuer is null ? [] : BotHost.Identity(issuer).ToDictionary(setting => $"Teams:{setting.Key}", setting => setting.Value);
}
