using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DutyBot.Teams.Auth;

/// <summary>Settings of <c>JwtBearer</c> for tokens of the Bot Connector.</summary>
internal static class ConnectorTokens
{
    public const string Scheme = "BotConnector";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static void Configure(JwtBearerOptions jwt, TeamsOptions options, TimeProvider time)
    {
        jwt.MetadataAddress = options.OpenIdMetadata.AbsoluteUri;
        jwt.RequireHttpsMetadata = !options.OpenIdMetadata.IsLoopback;
        jwt.MapInboundClaims = false;
        jwt.SaveToken = false;
        jwt.IncludeErrorDetails = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until, time.GetUtcNow().UtcDateTime),
        };
        jwt.Events = new JwtBearerEvents { OnMessageReceived = context => KnowOrAsk(context, options.HasIdentity), OnTokenValidated = Know };
    }

    private static bool IsAlive(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now <= end + ClockSkew && (from is not { } start || start - ClockSkew <= now);

    /// <summary>Without an app id there is no audience a token could be for, so none is looked at.</summary>
    private static Task KnowOrAsk(MessageReceivedContext context, bool hasIdentity)
    {
        if (!hasIdentity)
        {
            context.NoResult();
        }

        return Task.CompletedTask;
    }

    private static async Task Know(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        var metadata = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var serviceUrl =
            token.TryGetPayloadValue<string>("serviceurl", out var lower) ? lower
            : token.TryGetPayloadValue<string>("serviceUrl", out var camel) ? camel
            : null;
        context.HttpContext.Features.Set(new Caller(serviceUrl, Endorsements(metadata.JsonWebKeySet, token.Kid)));
    }

    private static ImmutableArray<string>? Endorsements(JsonWebKeySet? keys, string kid)
    {
        var signer = keys?.Keys.FirstOrDefault(key => key.Kid == kid);
        var isEndorsing = keys?.Keys.Any(key => key.AdditionalData.ContainsKey("endorsements")) ?? false;
        return !isEndorsing ? null
            : signer?.AdditionalData.TryGetValue("endorsements", out var value) == true
            && value is JsonElement { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Select(item => item.ToString())]
            : [];
    }
}
