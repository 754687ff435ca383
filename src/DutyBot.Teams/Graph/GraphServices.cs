using Azure.Core;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace DutyBot.Teams.Graph;

public static class GraphServices
{
    private const string Name = "DutyBot.Graph";

    /// <summary>What DutyBot asks of Graph; switched off, each of them says so. Needs the bot's credential of <see cref="TeamsConnector"/>.</summary>
    /// <param name="graph">The section <see cref="GraphOptions.Section"/>.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration graph)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidation>();
        services.AddOptions<GraphOptions>().Bind(graph).ValidateOnStart();
        AddClient(services);
        services.AddSingleton(Calls);
        services.AddSingleton(provider => new TenantDirectory(provider.GetRequiredService<GraphCalls>()));
        services.AddSingleton(provider => new MailboxHints(provider.GetRequiredService<GraphCalls>()));
        services.AddSingleton(provider => new TeamsApps(provider.GetRequiredService<GraphCalls>(), Options(provider).ManifestId ?? ""));
        services.AddSingleton(Feed);
        services.AddSingleton(provider => new GraphCheck(provider.GetRequiredService<GraphCalls>(), Options(provider).ManifestId ?? ""));
        return services;
    }

    /// <summary>Its own handlers in place of the client library's: the bot's token, and retries that tests can move the clock for.</summary>
    private static void AddClient(IServiceCollection services)
    {
        var client = services
            .AddHttpClient(Name)
            .UseSocketsHttpHandler((handler, _) => (handler.AllowAutoRedirect, handler.PooledConnectionLifetime) = (false, TimeSpan.FromMinutes(5)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new GraphReplies(provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(Sign);
        client.AddResilienceHandler(
            Name,
            (pipeline, context) => GraphRetries.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>())
        );
    }

    private static BotToken Sign(IServiceProvider provider) =>
        new(provider.GetRequiredKeyedService<TokenCredential>(TeamsConnector.CredentialKey), Options(provider).TokenScope);

    private static GraphCalls Calls(IServiceProvider provider)
    {
        var options = Options(provider);
        return new GraphCalls(
            options.Enabled ? Client(provider, options) : null,
            options.BaseUrl,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GraphCalls>>()
        );
    }

    private static GraphServiceClient Client(IServiceProvider provider, GraphOptions options) =>
        new(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Name),
            new AnonymousAuthenticationProvider(),
            options.BaseUrl.AbsoluteUri.TrimEnd('/')
        );

    private static ActivityFeed Feed(IServiceProvider provider) =>
        new(provider.GetRequiredService<GraphCalls>(), Options(provider).TeamsUrl, provider.GetRequiredService<IOptions<TeamsOptions>>().Value.AppId);

    private static GraphOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<GraphOptions>>().Value;
}
