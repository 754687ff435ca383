using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>DutyBot installs itself, and says how it went.</summary>
public sealed class TeamsAppsTests : IAsyncLifetime
{
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Fact]
    public async Task The_app_of_the_catalogue_is_installed_once_and_is_there_the_second_time()
    {
        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Found.ShouldBe(new Installation.Installed());
        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Found.ShouldBe(new Installation.AlreadyThere());

        var (asked, installed) = (graph.Requests.ElementAt(0), graph.Requests.ElementAt(1));
        asked.Path.ShouldBe("/v1.0/appCatalogs/teamsApps");
        asked.Query["$filter"].ShouldBe($"externalId eq '{FakeGraph.ManifestId}'");
        (installed.Method, installed.Path).ShouldBe(("POST", $"/v1.0/users/{GraphUnderTest.An}/teamwork/installedApps"));
        installed.Json.GetProperty("teamsApp@odata.bind").GetString().ShouldBe($"{graph.BaseUrl}/appCatalogs/teamsApps/{FakeGraph.CatalogueId}");
    }

    [Fact]
    public async Task It_is_installed_in_a_team_too()
    {
        (await bot.Apps.InstallIn("team-1", default)).Found.ShouldBe(new Installation.Installed());
        (await bot.Apps.InstallIn("team-1", default)).Found.ShouldBe(new Installation.AlreadyThere());

        graph.Requests.ElementAt(1).Path.ShouldBe("/v1.0/teams/team-1/installedApps");
        graph.Requests.ElementAt(1).Json.GetProperty("teamsApp@odata.bind").GetString().ShouldNotBeNull().ShouldEndWith(FakeGraph.CatalogueId);
    }

    [Fact]
    public async Task An_app_that_nobody_published_cannot_be_installed()
    {
        graph.Next(new ConnectorReply(200, """{"value":[]}"""));

        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Found.ShouldBe(new Installation.NotInCatalogue());

        graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_policy_that_forbids_the_app_to_a_person_is_told_from_missing_consent()
    {
        graph.Next(Catalogue, FakeGraph.Refuse(403, "Forbidden", "App is blocked by app permission policy. UserObjectId: 1", "AccessDenied"));

        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Found.ShouldBe(new Installation.BlockedByPolicy());
    }

    [Fact]
    public async Task Missing_consent_is_named_for_the_step_that_needed_it()
    {
        var refusal = FakeGraph.Refuse(403, "Forbidden", "Missing role permissions on the request.");
        graph.Next(refusal);
        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.ConsentMissing("AppCatalog.Read.All"));

        graph.Next(Catalogue, refusal, Catalogue, refusal);
        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Failure.ShouldBe(
            new GraphFailure.ConsentMissing("TeamsAppInstallation.ReadWriteSelfForUser.All")
        );
        (await bot.Apps.InstallIn("team-1", default)).Failure.ShouldBe(
            new GraphFailure.ConsentMissing("TeamsAppInstallation.ReadWriteSelfForTeam.All")
        );
    }

    [Fact]
    public async Task A_person_the_tenant_does_not_have_is_not_found()
    {
        graph.Next(Catalogue, FakeGraph.Refuse(404, "NotFound"));

        (await bot.Apps.InstallFor(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.NotFound());
    }

    [Fact]
    public async Task A_silent_service_is_left_after_ten_seconds_in_all_and_not_asked_twice()
    {
        graph.Next(Catalogue, ConnectorReply.Silence);

        var installing = bot.Apps.InstallFor(GraphUnderTest.An, default);
        await graph.Arrival();
        await graph.Arrival();
        bot.Time.RunOut();

        (await installing).Failure.ShouldBe(new GraphFailure.Failed("Timeout"));
        graph.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_chat_is_found_when_the_app_is_there()
    {
        (await bot.Apps.ChatWith(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.NotFound());
        await bot.Apps.InstallFor(GraphUnderTest.An, default);

        (await bot.Apps.ChatWith(GraphUnderTest.An, default)).Found.ShouldBe(new AppChat(FakeGraph.ChatOf(GraphUnderTest.An.Value)));

        graph.Requests.First().Query["$filter"].ShouldBe($"teamsApp/externalId eq '{FakeGraph.ManifestId}'");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private static ConnectorReply Catalogue => new(200, $$"""{"value":[{"id":"{{FakeGraph.CatalogueId}}"}]}""");
}
