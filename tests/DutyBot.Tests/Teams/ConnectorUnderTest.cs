using Azure.Core;
using Azure.Core.Pipeline;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DutyBot.Tests.Teams;

/// <summary>The real client, as the host composes it, on a clock that does not wait.</summary>
internal sealed class ConnectorUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public ConnectorUnderTest(TeamsOptions? options = null, TokenCredential? credential = null, HttpPipelineTransport? transport = null)
    {
        var registrations = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(options ?? new TeamsOptions()));
        if (credential is not null)
        {
            registrations.AddKeyedSingleton(TeamsConnector.CredentialKey, credential);
        }

        if (transport is not null)
        {
            registrations.AddSingleton(transport);
        }

        services = registrations.AddTeamsConnector().BuildServiceProvider();
    }

    public ImpatientTime Time { get; } = new(limit: TimeSpan.FromSeconds(10));

    public ConnectorClient Client => services.GetRequiredService<ConnectorClient>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
