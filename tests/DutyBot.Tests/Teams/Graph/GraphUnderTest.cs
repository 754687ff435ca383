using Azure.Core;
using DutyBot.Domain;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>The real services, as the host composes them, on a clock that does not wait.</summary>
internal sealed class GraphUnderTest : IAsyncDisposable
{
    public const string Token = "outbound-graph-token";

    public static readonly PersonId An = new("a0000000-0000-4000-8000-000000000001");

    private readonly ServiceProvider services;

    /// <param name="settings">Of the section; empty for a program that does not use Graph.</param>
    public GraphUnderTest(IReadOnlyDictionary<string, string?> settings, TokenCredential? credential = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new TeamsOptions { AppId = LocalIssuer.AppId }))
            .AddKeyedSingleton(TeamsConnector.CredentialKey, credential ?? new StaticCredential(Token))
            .AddGraph(configuration.GetSection(GraphOptions.Section))
            .BuildServiceProvider();
    }

    public ImpatientTime Time { get; } = new(limit: TimeSpan.FromSeconds(10));

    public RecordedLogs Logs { get; } = new();

    public TenantDirectory Directory => services.GetRequiredService<TenantDirectory>();

    public MailboxHints Mailboxes => services.GetRequiredService<MailboxHints>();

    public TeamsApps Apps => services.GetRequiredService<TeamsApps>();

    public GraphCheck Check => services.GetRequiredService<GraphCheck>();

    public ActivityFeed Feed => services.GetRequiredService<ActivityFeed>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public static string User(string id, string name, string type = "Member", bool enabled = true, string? job = null) =>
        $$"""
            {"id":"{{id}}","displayName":"{{name}}","jobTitle":{{(job is null ? "null" : $"\"{job}\"")}},"userPrincipalName":"{{id}}@so.example",
             "accountEnabled":{{(enabled ? "true" : "false")}},"userType":"{{type}}"}
            """;
}
