using Azure.Core;
using Azure.Core.Pipeline;
using DutyBot.Teams.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Connector;

public static class TeamsConnector
{
    /// <summary>The key of the bot's <see cref="TokenCredential"/>, which is not the one storage uses. Register another under it to replace it.</summary>
    public const string CredentialKey = "DutyBot.Connector";

    private const string Name = "DutyBot.Connector";

    /// <summary>The <see cref="ConnectorClient"/>, one for the program; needs the options of <see cref="TeamsAuthentication"/>.</summary>
    public static IServiceCollection AddTeamsConnector(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(CredentialKey, (provider, _) => Credential(provider));
        var client = services
            .AddHttpClient(Name)
            .UseSocketsHttpHandler((handler, _) => (handler.AllowAutoRedirect, handler.PooledConnectionLifetime) = (false, TimeSpan.FromMinutes(5)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(Sign);
        client.AddResilienceHandler(
            Name,
            (pipeline, context) => ConnectorRetries.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>())
        );
        services.AddSingleton(Build);
        return services;
    }

    private static TokenCredential Credential(IServiceProvider provider) =>
        BotToken.Credential(provider.GetRequiredService<IOptions<TeamsOptions>>().Value, provider.GetService<HttpPipelineTransport>());

    private static BotToken Sign(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<TeamsOptions>>().Value;
        return new BotToken(options.HasIdentity ? provider.GetRequiredKeyedService<TokenCredential>(CredentialKey) : null, options.TokenScope);
    }

    /// <summary>The connections renew themselves (<c>PooledConnectionLifetime</c>), so one client may live as long as the program.</summary>
    private static ConnectorClient Build(IServiceProvider provider) =>
        new(
            new ConnectorCalls(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(Name),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ConnectorClient>>()
            )
        );
}
