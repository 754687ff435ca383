using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Auth;

public static class TeamsAuthentication
{
    /// <summary>Trust in the Bot Connector and nobody else.</summary>
    /// <param name="teams">The section <see cref="TeamsOptions.Section"/>.</param>
    public static IServiceCollection AddTeamsAuthentication(this IServiceCollection services, IConfiguration teams)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidation>();
        services.AddOptions<TeamsOptions>().Bind(teams).ValidateOnStart();

        services.AddAuthentication().AddJwtBearer(ConnectorTokens.Scheme, _ => { });
        services
            .AddOptions<JwtBearerOptions>(ConnectorTokens.Scheme)
            .Configure<IOptions<TeamsOptions>, TokenMemory, TimeProvider>(
                (jwt, options, memory, time) => ConnectorTokens.Configure(jwt, options.Value, memory, time)
            );

        services.AddSingleton<TokenMemory>();
        services.AddSingleton<Doorkeeper>();
        services.AddHostedService<MetadataPrefetch>();
        return services;
    }
}
