using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Auth;

/// <summary>Fetches the Bot Connector's keys while the program starts, so that the first person does not wait for them.</summary>
internal sealed partial class MetadataPrefetch(IOptions<TeamsOptions> teams, IOptionsMonitor<JwtBearerOptions> schemes, ILogger<MetadataPrefetch> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!teams.Value.HasIdentity)
        {
            return;
        }

        try
        {
            await schemes.Get(ConnectorTokens.Scheme).ConfigurationManager!.GetConfigurationAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            // Each request asks again, so this start is only slower, not wrong.
            Log.NoMetadata(log, teams.Value.OpenIdMetadata, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The keys at {Metadata} could not be fetched at start; the first request will try again.")]
        public static partial void NoMetadata(ILogger log, Uri metadata, Exception failure);
    }
}
