using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DutyBot.Teams.Auth;

/// <summary>Settings of <c>JwtBearer</c> for tokens of the Bot Connector.</summary>
internal static class ConnectorTokens
{
    public const string Scheme = "BotConnector";

    private static readonly ClaimsPrincipal Sender = new(new ClaimsIdentity(Scheme));

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static void Configure(JwtBearerOptions jwt, TeamsOptions options, TokenMemory memory, TimeProvider time)
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
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = context => Recall(context, options, memory),
            OnTokenValidated = context => Learn(context, memory),
        };
    }

    private static bool IsAlive(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now <= end + ClockSkew && (from is not { } start || start - ClockSkew <= now);

    /// <summary>Without an app id there is no audience a token could be for, so none is looked at.</summary>
    private static Task Recall(MessageReceivedContext context, TeamsOptions options, TokenMemory memory)
    {
        if (!options.HasIdentity)
        {
            context.NoResult();
        }
        else if (Presented(context.HttpContext) is { } token && memory.TryRecall(token, out var caller))
        {
            context.HttpContext.Features.Set(caller);
            context.Principal = Sender;
            context.Success();
        }

        return Task.CompletedTask;
    }

    private static async Task Learn(TokenValidatedContext context, TokenMemory memory)
    {
        var token = (JsonWebToken)context.SecurityToken;
        var metadata = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var caller = new Caller(ServiceUrl(token), Endorsements(metadata.JsonWebKeySet, token.Kid));
        memory.Learn(token.EncodedToken, caller, token.ValidTo);
        context.HttpContext.Features.Set(caller);
    }

    private static string? Presented(HttpContext request) =>
        request.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    /// <summary>The documents write <c>serviceUrl</c>, the tokens <c>serviceurl</c>.</summary>
    private static string? ServiceUrl(JsonWebToken token) =>
        token.Claims.FirstOrDefault(claim => claim.Type.Equals("serviceurl", StringComparison.OrdinalIgnoreCase))?.Value;

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
