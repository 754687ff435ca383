using System.Security.Cryptography;
using DutyBot.Development;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DutyBot.Benchmarks.Peers;

/// <summary>The Bot Connector as this machine plays it: its keys, its tokens, and an address that takes every message and says no more than an id.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";
    public const string AppId = "00000000-0000-0000-0000-0000000000b0";
    public const string TenantId = "11111111-0000-0000-0000-000000000001";

    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "teams" };
    private readonly WebApplication server;
    private int lastId;

    private Issuer(WebApplication server)
    {
        this.server = server;
    }

    public string Metadata => $"{server.Urls.Single()}/v1/.well-known/openidconfiguration";

    public string ServiceUrl => $"{server.Urls.Single()}/apac/";

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new Issuer(builder.Build());
        issuer.Map();
        await issuer.server.StartAsync();
        return issuer;
    }

    /// <param name="number">Tells one token from another.</param>
    public string Mint(int number)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Name,
                Audience = AppId,
                IssuedAt = now,
                NotBefore = now.AddMinutes(-1),
                Expires = now.AddHours(2),
                Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl, ["jti"] = $"{number}" },
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private void Map()
    {
        server.MapGet(
            "/v1/.well-known/openidconfiguration",
            () => new Dictionary<string, object> { ["issuer"] = Name, ["jwks_uri"] = $"{server.Urls.Single()}/v1/.well-known/keys" }
        );
        server.MapGet("/v1/.well-known/keys", () => new Dictionary<string, object> { ["keys"] = new[] { Publish() } });
        server.MapMethods("/apac/{**rest}", ["POST", "PUT"], Take);
    }

    private Dictionary<string, object> Publish()
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            ["endorsements"] = new[] { "msteams" },
        };
    }

    private async Task Take(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var id = $"1732323{Interlocked.Increment(ref lastId):000000}";
        await context.Response.WriteAsJsonAsync(
            new Dictionary<string, string> { ["id"] = $"{SampleOrganisation.DivisionsChannel};messageid={id}", ["activityId"] = id }
        );
    }
}
