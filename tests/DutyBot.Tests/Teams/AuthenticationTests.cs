using System.Net;
using System.Text.Json.Nodes;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Teams;

/// <summary>The token matrix, through the real endpoint with a real issuer.</summary>
public sealed class AuthenticationTests(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private static readonly string Execute = Captured.Json("teams.execute");

    public static TheoryData<string, TokenSpec, HttpStatusCode> Matrix
    {
        get
        {
            var good = new TokenSpec();
            return new TheoryData<string, TokenSpec, HttpStatusCode>
            {
                { "as the Bot Connector sends it", good, HttpStatusCode.OK },
                {
                    "expired within the clock skew",
                    good with
                    {
                        NotBefore = TimeSpan.FromHours(-1),
                        Expires = TimeSpan.FromMinutes(-4),
                    },
                    HttpStatusCode.OK
                },
                { "service URL without the slash", good with { ServiceUrl = good.ServiceUrl!.TrimEnd('/') }, HttpStatusCode.OK },
                { "expired", good with { NotBefore = TimeSpan.FromHours(-1), Expires = TimeSpan.FromMinutes(-6) }, HttpStatusCode.Unauthorized },
                { "not valid yet", good with { NotBefore = TimeSpan.FromMinutes(6) }, HttpStatusCode.Unauthorized },
                {
                    "wrong issuer",
                    good with
                    {
                        Issuer = "https://sts.windows.net/11111111-0000-0000-0000-000000000001/",
                    },
                    HttpStatusCode.Unauthorized
                },
                { "wrong audience", good with { Audience = "00000000-0000-0000-0000-0000000000b1" }, HttpStatusCode.Unauthorized },
                { "a stranger's key", good with { Key = SigningKey.Stranger }, HttpStatusCode.Unauthorized },
                { "unsigned", good with { Key = SigningKey.None }, HttpStatusCode.Unauthorized },
                { "another service URL", good with { ServiceUrl = "https://evil.example/" }, HttpStatusCode.Forbidden },
                { "a longer service URL", good with { ServiceUrl = good.ServiceUrl + "x" }, HttpStatusCode.Forbidden },
                { "no service URL", good with { ServiceUrl = null }, HttpStatusCode.Forbidden },
                { "a key endorsed for another channel", good with { Key = SigningKey.OtherChannel }, HttpStatusCode.Forbidden },
            };
        }
    }

    public static TheoryData<string, Action<JsonObject>> Strangers =>
        new()
        {
            { "another tenant", json => json["conversation"]!["tenantId"] = "22222222-0000-0000-0000-000000000002" },
            { "another tenant in the channel data only", json => json["channelData"]!["tenant"]!["id"] = "22222222-0000-0000-0000-000000000002" },
            { "a person of another tenant", json => json["from"]!["tenantId"] = "22222222-0000-0000-0000-000000000002" },
            { "a guest", json => json["from"]!["userRole"] = "guest" },
            { "no tenant at all", WithoutTenant },
            { "another channel", json => json["channelId"] = "webchat" },
            { "the emulator", json => json["channelId"] = "emulator" },
        };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Matrix))]
    public async Task A_token_opens_the_door_only_when_all_of_it_is_right(string what, TokenSpec spec, HttpStatusCode status)
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));

        var response = await host.Post(Execute, issuer.Mint(spec));

        response.StatusCode.ShouldBe(status, what);
        host.Seen.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Strangers))]
    public async Task A_good_token_does_not_let_in(string who, Action<JsonObject> change)
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));

        var response = await host.Post(Captured.Json("teams.execute", change), issuer.Mint());

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, who);
        host.Seen.ShouldBeEmpty();
        host.Logs.Own.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-a-token")]
    [InlineData("a.b.c")]
    public async Task Without_a_token_nobody_is_heard(string? token)
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));

        var response = await host.Post(Execute, token);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        host.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_playground_s_header_opens_nothing()
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer), environment: "Development");

        var response = await host.Post(Captured.Json("playground.execute"), token: null, ("x-ms-agents-playground", "true"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_known_token_is_refused_once_a_letter_of_it_changes()
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));
        var good = issuer.Mint();
        var parts = good.Split('.');
        var other = issuer.Mint(new TokenSpec { Issuer = "https://evil.example" }).Split('.');

        (await host.Post(Execute, good)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Post(Execute, $"{parts[0]}.{other[1]}.{parts[2]}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_known_token_is_refused_once_it_is_over()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        await using var host = await BotHost.Start(BotHost.Identity(issuer), time: time);
        var token = issuer.Mint(new TokenSpec { Expires = TimeSpan.FromMinutes(3) }, time);

        (await host.Post(Execute, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromMinutes(7));
        (await host.Post(Execute, token)).StatusCode.ShouldBe(HttpStatusCode.OK, "within the clock skew");
        time.Advance(TimeSpan.FromMinutes(2));
        (await host.Post(Execute, token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_known_token_vouches_for_its_own_service_url_only()
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));
        var token = issuer.Mint();

        (await host.Post(Execute, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Post(Captured.Json("teams.execute", json => json["serviceUrl"] = "https://evil.example/"), token)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Theory]
    [InlineData("playground.execute", null)]
    [InlineData("playground.execute", "any token at all")]
    [InlineData("teams.execute", null)]
    public async Task In_development_without_an_app_id_everybody_is_heard(string activity, string? token)
    {
        await using var host = await BotHost.Start([], environment: "Development");

        (await host.Post(Captured.Json(activity), token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_development_other_channels_may_speak_but_other_tenants_may_not()
    {
        await using var host = await BotHost.Start(new() { ["TenantId"] = LocalIssuer.TenantId }, environment: "Development");

        var emulator = Captured.Json("playground.execute", json => json["channelId"] = "emulator");
        var stranger = Captured.Json("playground.execute", json => json["conversation"]!["tenantId"] = "22222222-0000-0000-0000-000000000002");

        (await host.Post(emulator)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Post(stranger)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_keys_are_fetched_while_the_program_starts_and_then_kept()
    {
        await using var own = new LocalIssuer();
        await own.InitializeAsync();
        await using var host = await BotHost.Start(BotHost.Identity(own));
        await own.KeysRead;

        for (var i = 0; i < 3; i++)
        {
            var token = own.Mint(new TokenSpec { Expires = TimeSpan.FromHours(1 + i) });
            (await host.Post(Execute, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        own.KeyReads.ShouldBe(1);
    }

    [Fact]
    public async Task Without_keys_the_program_starts_and_trusts_nobody()
    {
        var gone = new LocalIssuer();
        await gone.InitializeAsync();
        var settings = BotHost.Identity(gone);
        await gone.DisposeAsync();
        await using var host = await BotHost.Start(settings);

        (await host.Logs.Next()).ShouldContain("could not be fetched at start");
        (await host.Post(Execute, gone.Mint())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_and_contents_stay_out_of_every_log_line()
    {
        await using var host = await BotHost.Start(BotHost.Identity(issuer));
        var good = issuer.Mint();
        var bad = issuer.Mint(new TokenSpec { Key = SigningKey.Stranger });

        await host.Post(Execute, good);
        await host.Post(Execute, bad);

        host.Logs.All.ShouldNotContain(good);
        host.Logs.All.ShouldNotContain(bad);
        host.Logs.All.ShouldNotContain("đã rõ");
        host.Logs.All.ShouldNotContain("Trần Văn Minh");
    }

    private static void WithoutTenant(JsonObject json)
    {
        json["conversation"]!.AsObject().Remove("tenantId");
        json["channelData"]!.AsObject().Remove("tenant");
    }
}
