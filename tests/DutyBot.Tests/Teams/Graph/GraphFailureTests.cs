using Azure.Core;
using Azure.Identity;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>Each failure has a name, and nobody's name is in it.</summary>
public sealed class GraphFailureTests : IAsyncLifetime
{
    private static readonly DutyId Submission = DutyId.Parse("TR-2026-7K3Q9");
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Theory]
    [InlineData("Authorization_RequestDenied", "Insufficient privileges to complete the operation.", null)]
    [InlineData("ErrorAccessDenied", "Access is denied. Check credentials and try again.", null)]
    [InlineData("Forbidden", "Missing role permissions on the request. API requires one of 'A, B'. Roles on the request ''.", "AccessDenied")]
    [InlineData("Forbidden", "Required permission not granted.", "MissingRscPermission")]
    public async Task Each_service_says_in_its_own_way_that_consent_is_missing(string code, string message, string? inner)
    {
        graph.Next(FakeGraph.Refuse(403, code, message, inner));

        (await Find()).Failure.ShouldBe(new GraphFailure.ConsentMissing("User.Read.All"));
    }

    [Theory]
    [InlineData(403, "Forbidden")]
    [InlineData(401, "InvalidAuthenticationToken")]
    [InlineData(400, "Request_UnsupportedQuery")]
    [InlineData(500, "InternalServerError")]
    public async Task Another_refusal_keeps_the_service_s_own_word(int status, string code)
    {
        graph.Next(FakeGraph.Refuse(status, code, "Nguyễn Văn An is not allowed."));

        (await Find()).Failure.ShouldBe(new GraphFailure.Failed(code));
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found()
    {
        graph.Next(FakeGraph.Refuse(404, "Request_ResourceNotFound"));

        (await Find()).Failure.ShouldBe(new GraphFailure.NotFound());
    }

    [Theory]
    [InlineData(200, "<html>proxy</html>", "NotJson")]
    [InlineData(200, """{"value":[""", "JsonReaderException")]
    [InlineData(200, """{"value":null}""", "NoAnswer")]
    [InlineData(200, "{}", "NoAnswer")]
    [InlineData(200, "", "NoAnswer")]
    [InlineData(204, "", "NoAnswer")]
    [InlineData(302, "", "302")]
    [InlineData(403, "<html>proxy</html>", "403")]
    public async Task What_cannot_be_read_is_a_failure_and_not_an_empty_list(int status, string body, string code)
    {
        graph.Next(new ConnectorReply(status, body));

        (await Find()).Failure.ShouldBe(new GraphFailure.Failed(code));

        graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked()
    {
        await using var locked = new GraphUnderTest(graph.Settings, new NoCredential());

        (await locked.Directory.Find("An", 5, default)).Failure.ShouldBe(new GraphFailure.Failed("NoToken"));

        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_is_for_the_service_that_is_asked_and_for_no_other()
    {
        var credential = new StaticCredential("t");
        await using var asking = new GraphUnderTest(graph.Settings, credential);

        await asking.Directory.Find("An", 5, default);

        credential.Scopes.ShouldBe([$"{new Uri(graph.BaseUrl).GetLeftPart(UriPartial.Authority)}/.default"]);
        new GraphOptions().TokenScope.ShouldBe("https://graph.microsoft.com/.default");
        graph.Requests.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer t");
    }

    [Fact]
    public async Task Switched_off_every_function_says_so_and_nothing_is_asked()
    {
        await using var off = new GraphUnderTest(new Dictionary<string, string?> { ["Graph:BaseUrl"] = graph.BaseUrl });
        GraphFailure?[] failures =
        [
            (await off.Directory.Find("An", 5, default)).Failure,
            (await off.Directory.Find("", 5, default)).Failure,
            (await off.Directory.ProposeHeads([GraphUnderTest.An], default)).Failure,
            (await off.Directory.MembersOf("1", 5, default)).Failure,
            (await off.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Failure,
            (await off.Apps.InstallFor(GraphUnderTest.An, default)).Failure,
            (await off.Apps.InstallIn("1", default)).Failure,
            (await off.Apps.ChatWith(GraphUnderTest.An, default)).Failure,
            (await off.Feed.TellOfEscalation(GraphUnderTest.An, Submission, Texts.Of(Language.English), default)).Failure,
        ];

        failures.ShouldAllBe(failure => failure is GraphFailure.NotConfigured);
        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_cancels_gets_no_answer()
    {
        graph.Next(ConnectorReply.Silence);
        using var stop = new CancellationTokenSource();

        var finding = bot.Directory.Find("An", 5, stop.Token);
        await graph.Arrival();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => finding);
    }

    [Fact]
    public async Task Logs_name_the_permission_and_the_code_and_nobody()
    {
        graph.Users.Enqueue(GraphUnderTest.User("1", "Trần Thị Hoa"));
        graph.Next(FakeGraph.Refuse(403, "Forbidden", "Nguyễn Văn An is not allowed."), new ConnectorReply(200, "<html>Nguyễn Văn An</html>"));

        await bot.Directory.Find("Hoa Phượng", 5, default);
        await bot.Directory.Find("Hoa Phượng", 5, default);
        await bot.Directory.Find("Hoa Phượng", 5, default);

        bot.Logs.Own.Select(line => line.Line.Trim())
            .ShouldBe([
                "Graph answered a request that needs User.Read.All with 403 Forbidden.",
                "Graph gave no usable answer to a request that needs User.Read.All: NotJson.",
            ]);
        bot.Logs.All.ShouldNotContain(GraphUnderTest.Token);
        foreach (var name in (string[])["Hoa", "An is", "Phượng", Uri.EscapeDataString("Phượng"), Uri.EscapeDataString("Hoa Phượng")])
        {
            bot.Logs.All.ShouldNotContain(name, Case.Sensitive);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private Task<GraphAnswer<FoundPeople>> Find() => bot.Directory.Find("An", 5, default);

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("AADSTS7000215");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("AADSTS7000215");
    }
}
