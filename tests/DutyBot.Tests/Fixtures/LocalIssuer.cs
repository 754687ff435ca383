using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DutyBot.Tests.Fixtures;

/// <summary>Which key signs a token.</summary>
public enum SigningKey
{
    /// <summary>Published and endorsed for Teams.</summary>
    Teams,

    /// <summary>Published, endorsed for another channel only.</summary>
    OtherChannel,

    /// <summary>Never published.</summary>
    Stranger,

    /// <summary>No signature at all (<c>alg: none</c>).</summary>
    None,
}

/// <summary>A token as the Bot Connector would issue it; change one thing at a time with <c>with</c>.</summary>
public sealed record TokenSpec
{
    public string Issuer { get; init; } = LocalIssuer.Name;

    public string Audience { get; init; } = LocalIssuer.AppId;

    public string? ServiceUrl { get; init; } = "https://smba.trafficmanager.net/apac/11111111-0000-0000-0000-000000000001/";

    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-1);

    /// <summary>From now; negative when it is over.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(1);

    public SigningKey Key { get; init; } = SigningKey.Teams;
}

/// <summary>The Bot Connector's identity: OpenID metadata and keys over HTTP, and tokens signed with them.</summary>
public sealed class LocalIssuer : IAsyncLifetime
{
    public const string Name = "https://api.botframework.com";
    public const string AppId = "00000000-0000-0000-0000-0000000000b0";
    public const string TenantId = "11111111-0000-0000-0000-000000000001";

    private readonly RsaSecurityKey teams = NewKey("teams");
    private readonly RsaSecurityKey otherChannel = NewKey("other-channel");
    private readonly RsaSecurityKey stranger = NewKey("stranger");
    private readonly TaskCompletionSource keysRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication server = null!;
    private int keyReads;

    public Uri Metadata => new($"{server.Urls.Single()}/v1/.well-known/openidconfiguration");

    /// <summary>How often somebody asked for the keys.</summary>
    public int KeyReads => keyReads;

    /// <summary>Ends when somebody asks for the keys.</summary>
    public Task KeysRead => keysRead.Task;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/v1/.well-known/openidconfiguration", WriteMetadata);
        server.MapGet("/v1/.well-known/keys", WriteKeys);
        await server.StartAsync();
    }

    public string Mint(TokenSpec? spec = null, TimeProvider? time = null)
    {
        spec ??= new TokenSpec();
        var now = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = spec.Issuer,
                Audience = spec.Audience,
                NotBefore = now + spec.NotBefore,
                Expires = now + spec.Expires,
                Claims = spec.ServiceUrl is null ? [] : new Dictionary<string, object> { ["serviceurl"] = spec.ServiceUrl },
                SigningCredentials = Credentials(spec.Key),
            }
        );
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private SigningCredentials? Credentials(SigningKey key) =>
        key switch
        {
            SigningKey.Teams => new SigningCredentials(teams, SecurityAlgorithms.RsaSha256),
            SigningKey.OtherChannel => new SigningCredentials(otherChannel, SecurityAlgorithms.RsaSha256),
            SigningKey.Stranger => new SigningCredentials(stranger, SecurityAlgorithms.RsaSha256),
            _ => null,
        };

    private Task WriteMetadata(HttpContext context) =>
        context.Response.WriteAsJsonAsync(
            new Dictionary<string, object>
            {
                ["issuer"] = Name,
                ["authorization_endpoint"] = "https://invalid.botframework.com",
                ["jwks_uri"] = $"{server.Urls.Single()}/v1/.well-known/keys",
                ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
                ["token_endpoint_auth_methods_supported"] = new[] { "private_key_jwt" },
            }
        );

    private Task WriteKeys(HttpContext context)
    {
        Interlocked.Increment(ref keyReads);
        keysRead.TrySetResult();
        return context.Response.WriteAsJsonAsync(
            new Dictionary<string, object> { ["keys"] = new[] { Publish(teams, "msteams"), Publish(otherChannel, "webchat") } }
        );
    }

    private static Dictionary<string, object> Publish(RsaSecurityKey key, string endorsement)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new[] { endorsement },
        };
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };
}
