using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams;

/// <summary>How the bot gets its own token, with the real credential and Entra faked on the wire.</summary>
public sealed class BotTokenTests(FakeConnector connector) : IClassFixture<FakeConnector>
{
    private static readonly TeamsOptions WithSecret = new()
    {
        AppId = LocalIssuer.AppId,
        TenantId = LocalIssuer.TenantId,
        Credential = BotCredentialKind.ClientSecret,
        ClientSecret = "s3cret",
    };

    [Fact]
    public async Task One_token_of_our_own_tenant_serves_many_messages()
    {
        using var entra = new Entra(HttpStatusCode.OK);
        await using var bot = new ConnectorUnderTest(WithSecret, transport: new HttpClientTransport(entra));

        for (var i = 0; i < 3; i++)
        {
            await bot.Client.Send(new(connector.ServiceUrl, "a:1"), OutgoingActivity.OfText("Chào"), default);
            (await connector.Arrival()).Authorization.ShouldBe("Bearer from-entra");
        }

        var (target, form) = entra.TokenRequests.ShouldHaveSingleItem();
        target.ShouldBe($"https://login.microsoftonline.com/{LocalIssuer.TenantId}/oauth2/v2.0/token");
        form.ShouldContain($"client_id={LocalIssuer.AppId}");
        form.ShouldContain("client_secret=s3cret");
        Uri.UnescapeDataString(form).ShouldContain("scope=https://api.botframework.com/.default");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_queue_may_try_again()
    {
        using var entra = new Entra(HttpStatusCode.Unauthorized);
        await using var bot = new ConnectorUnderTest(WithSecret, transport: new HttpClientTransport(entra));

        var outcome = await bot.Client.Send(new(connector.ServiceUrl, "a:1"), OutgoingActivity.OfText("Chào"), default);

        outcome.Failure.ShouldBe(new DutyBot.Teams.Connector.ConnectorFailure.Unavailable(MaybeCarriedOut: false));
    }

    [Fact]
    public void Options_do_not_print_their_secret() => WithSecret.ToString().ShouldBe($"bot {LocalIssuer.AppId} of tenant {LocalIssuer.TenantId}");

    private sealed class Entra(HttpStatusCode status) : HttpMessageHandler
    {
        private readonly ConcurrentQueue<(string Target, string Form)> tokenRequests = new();

        public IReadOnlyCollection<(string Target, string Form)> TokenRequests => tokenRequests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get)
            {
                return Json(HttpStatusCode.OK, Discovery);
            }

            tokenRequests.Enqueue((request.RequestUri!.GetLeftPart(UriPartial.Path), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return status == HttpStatusCode.OK
                ? Json(status, """{"token_type":"Bearer","expires_in":3600,"access_token":"from-entra"}""")
                : Json(status, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""");
        }

        private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
            new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        private const string Discovery = """
            {
              "tenant_discovery_endpoint": "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
              "metadata": [{ "preferred_network": "login.microsoftonline.com", "preferred_cache": "login.windows.net", "aliases": ["login.microsoftonline.com"] }]
            }
            """;
    }
}
