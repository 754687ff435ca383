using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>Whether a permission is given is found out by asking for the least there is to see with it.</summary>
public sealed class GraphCheckTests : IAsyncLifetime
{
    private const string Team = "99999999-0000-4000-8000-000000000001";
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Fact]
    public async Task Every_permission_but_that_of_the_feed_is_tried_and_nothing_is_written()
    {
        var states = await bot.Check.Run(GraphUnderTest.An, Team, default);

        states.Select(state => state.Function).ShouldBe(GraphFunctions.All);
        states.Where(state => !state.Works).ShouldHaveSingleItem().Function.ShouldBe(GraphFunctions.NotifyOfEscalation);
        graph.Requests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_for_each_function_that_needs_it_until_it_is_given()
    {
        graph.NotConsented["teamsApps"] = true;

        var missing = (await bot.Check.Run(GraphUnderTest.An, Team, default)).Where(state => !state.Missing.IsEmpty).ToList();
        graph.NotConsented.Clear();
        var after = await bot.Check.Run(GraphUnderTest.An, Team, default);

        missing.Select(state => state.Function).ShouldBe([GraphFunctions.InstallForPerson, GraphFunctions.InstallForTeam]);
        missing.ShouldAllBe(state => state.Missing.Single().Name == "AppCatalog.Read.All");
        after.ShouldAllBe(state => state.Missing.IsEmpty);
    }

    [Fact]
    public async Task Without_a_team_what_needs_one_is_not_known()
    {
        var states = await bot.Check.Run(GraphUnderTest.An, null, default);

        states
            .Where(state => !state.NotTried.IsEmpty)
            .Select(state => state.Function)
            .ShouldBe([GraphFunctions.TeamMembers, GraphFunctions.InstallForTeam, GraphFunctions.NotifyOfEscalation]);
    }

    [Fact]
    public async Task Whoever_may_read_names_only_may_not_read_people()
    {
        graph.BasicOnly = true;

        var states = await bot.Check.Run(GraphUnderTest.An, Team, default);

        states
            .Where(state => state.NotTried.Any(consent => consent.Name == "User.Read.All"))
            .Select(state => state.Function)
            .ShouldBe([GraphFunctions.FindPeople, GraphFunctions.ProposeHeads]);
    }

    [Fact]
    public async Task People_are_named_by_their_ids_and_guests_are_not()
    {
        graph.Users.Enqueue(GraphUnderTest.User("1", "Nguyễn Đức An"));
        graph.Users.Enqueue(GraphUnderTest.User("2", "Khách", type: "Guest"));
        graph.Users.Enqueue(GraphUnderTest.User("3", "Lê Thị Bình"));

        var named = await bot.Directory.Named([new("1"), new("2")], default);

        named.Found.ShouldNotBeNull().People.Select(person => person.Name).ShouldBe(["Nguyễn Đức An"]);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }
}
