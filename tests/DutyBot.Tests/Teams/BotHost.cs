using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Teams;

/// <summary>The Teams layer alone behind its real endpoint, with a handler of the test's choice.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private BotHost(WebApplication app, RecordedLogs logs)
    {
        this.app = app;
        Logs = logs;
        Client = app.GetTestClient();
    }

    public RecordedLogs Logs { get; }

    public HttpClient Client { get; }

    /// <summary>What the handler saw.</summary>
    public List<Activity> Seen { get; } = [];

    public static Dictionary<string, string?> Identity(LocalIssuer issuer) =>
        new()
        {
            ["AppId"] = LocalIssuer.AppId,
            ["TenantId"] = LocalIssuer.TenantId,
            ["OpenIdMetadata"] = issuer.Metadata.AbsoluteUri,
        };

    public static async Task<BotHost> Start(
        Dictionary<string, string?> settings,
        ActivityHandler? handler = null,
        string environment = "Production",
        TimeProvider? time = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var logs = new RecordedLogs();
        BotHost? host = null;
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddTeamsAuthentication(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        builder.Services.AddKeyedSingleton<TokenCredential>(TeamsConnector.CredentialKey, new StaticCredential());
        builder.Services.AddTeamsConnector();
        builder.Services.AddSingleton<ActivityHandler>((activity, cancel) => host!.Handle(handler, activity, cancel));
        builder.Services.AddSingleton<FaultAnswer>((_, correlationId) => new ActivityAnswer.Message($"Lỗi {correlationId}"));
        var app = builder.Build();
        app.MapActivities();
        await app.StartAsync();
        return host = new BotHost(app, logs);
    }

    public Task<HttpResponseMessage> Post(string json, string? token = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private Task<ActivityAnswer> Handle(ActivityHandler? handler, Activity activity, CancellationToken cancel)
    {
        Seen.Add(activity);
        return handler is null ? Task.FromResult<ActivityAnswer>(new ActivityAnswer.Accepted()) : handler(activity, cancel);
    }
}
