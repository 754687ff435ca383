using DutyBot.Domain;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>People are found, and whoever is no member of the tenant is not.</summary>
public sealed class DirectoryTests : IAsyncLifetime
{
    private const string Members = "accountEnabled eq true and userType eq 'Member'";
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Fact]
    public async Task People_are_found_with_what_a_form_shows_of_them()
    {
        graph.Users.Enqueue(GraphUnderTest.User("1", "Nguyễn Đức An", job: "Phó Trưởng phòng"));

        var found = (await bot.Directory.Find("  Nguyễn \t Đức ", 5, default)).Found.ShouldNotBeNull();

        found.People.ShouldBe([new DirectoryPerson(new PersonId("1"), "Nguyễn Đức An", "Phó Trưởng phòng", "1@so.example")]);
        found.HasMore.ShouldBeFalse();
        var request = graph.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v1.0/users");
        request.ConsistencyLevel.ShouldBe("eventual");
        request.Query["$search"].ShouldBe("\"displayName:Nguyễn Đức\" OR \"mail:Nguyễn Đức\" OR \"userPrincipalName:Nguyễn Đức\"");
        request.Query["$filter"].ShouldBe(Members);
        request.Query["$count"].ShouldBe("true");
        request.Query["$top"].ShouldBe("6");
    }

    [Fact]
    public async Task A_guest_or_a_disabled_account_is_left_out_even_if_the_directory_shows_it()
    {
        graph.Users.Enqueue(GraphUnderTest.User("1", "Khách", type: "Guest"));
        graph.Users.Enqueue(GraphUnderTest.User("2", "Đã nghỉ", enabled: false));
        graph.Users.Enqueue("""{"id":"3","displayName":"Không rõ loại","accountEnabled":true}""");
        graph.Users.Enqueue(GraphUnderTest.User("4", "Lê Thị Bình"));

        var found = await bot.Directory.Find("Bình", 5, default);

        found.Found.ShouldNotBeNull().People.Select(person => person.Name).ShouldBe(["Lê Thị Bình"]);
    }

    [Theory]
    [InlineData("đ", "đ")]
    [InlineData("a\"b", "a\\\"b")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("a&$top=999", "a&$top=999")]
    [InlineData("50%25", "50%25")]
    [InlineData("a+b=c", "a+b=c")]
    [InlineData("d'Ávila#x?", "d'Ávila#x?")]
    [InlineData("😀 An", "😀 An")]
    [InlineData("{An}/..", "{An}/..")]
    [InlineData("An\u0000\u0007", "An")]
    [InlineData("A\u0302n", "Ân")]
    public async Task Whatever_is_typed_arrives_as_words_and_as_nothing_else(string typed, string arrives)
    {
        (await bot.Directory.Find(typed, 5, default)).Succeeded.ShouldBeTrue();

        var request = graph.Requests.ShouldHaveSingleItem();
        // A plus sign is read as a space by some services, so it must stand escaped.
        request.Target.ShouldNotContain('+');
        request.Query.Keys.ShouldBe(["$count", "$search", "$filter", "$select", "$orderby", "$top"], ignoreOrder: true);
        request.Query["$search"].ShouldStartWith($"\"displayName:{arrives}\" OR ");
        request.Query["$filter"].ShouldBe(Members);
    }

    [Fact]
    public async Task Very_long_words_are_cut_between_characters()
    {
        await bot.Directory.Find(new string('a', 99) + "😀", 5, default);

        graph.Requests.ShouldHaveSingleItem().Query["$search"].ShouldStartWith($"\"displayName:{new string('a', 99)}\" OR ");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public async Task Without_words_nobody_is_asked(string typed)
    {
        (await bot.Directory.Find(typed, 5, default)).Found.ShouldNotBeNull().People.ShouldBeEmpty();

        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_manager_of_most_people_is_proposed_first()
    {
        var head = GraphUnderTest.User("h", "Trưởng phòng");
        var director = GraphUnderTest.User("d", "Giám đốc");
        graph.Users.Enqueue($$"""{"id":"1","manager":{{Typed(director)}}}""");
        graph.Users.Enqueue($$"""{"id":"2","manager":{{Typed(head)}}}""");
        graph.Users.Enqueue($$"""{"id":"3","manager":{{Typed(head)}}}""");
        graph.Users.Enqueue("""{"id":"4"}""");
        graph.Users.Enqueue($$"""{"id":"5","manager":{{Typed(GraphUnderTest.User("g", "Khách", type: "Guest"))}}}""");

        var proposals = (await bot.Directory.ProposeHeads([new("1"), new("2"), new("3"), new("4"), new("o'5")], default)).Found.ShouldNotBeNull();

        proposals.Proposals.Select(proposal => (proposal.Person.Name, proposal.Leads)).ShouldBe([("Trưởng phòng", 2), ("Giám đốc", 1)]);
        var request = graph.Requests.ShouldHaveSingleItem();
        request.Query["$filter"].ShouldBe("id in ('1','2','3','4','o''5')");
        request.Query["$expand"].ShouldBe("manager($select=id,displayName,jobTitle,userPrincipalName,accountEnabled,userType)");
    }

    [Fact]
    public async Task Managers_of_many_people_are_asked_for_fifteen_at_a_time()
    {
        await bot.Directory.ProposeHeads([.. Enumerable.Range(1, 31).Select(number => new PersonId($"{number}"))], default);

        graph.Requests.Select(request => request.Query["$filter"].Split(',').Length).ShouldBe([15, 15, 1]);
    }

    [Fact]
    public async Task Members_of_a_team_are_its_people_without_its_guests()
    {
        graph.Next(
            new ConnectorReply(200, $$"""{"value":[{{Member("1", "An", "owner")}},{{Member("2", "Khách", "guest")}},{{Member("3", "Bình")}}]}""")
        );

        var members = (await bot.Directory.MembersOf("team-1", 10, default)).Found.ShouldNotBeNull();

        members.People.Select(person => (person.Id.Value, person.Name)).ShouldBe([("1", "An"), ("3", "Bình")]);
        graph.Requests.ShouldHaveSingleItem().Path.ShouldBe("/v1.0/teams/team-1/members");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private static string Typed(string user) => user.Trim().Insert(1, "\"@odata.type\":\"#microsoft.graph.user\",");

    private static string Member(string id, string name, string? role = null) =>
        $$"""
            {"@odata.type":"#microsoft.graph.aadUserConversationMember","id":"m{{id}}","userId":"{{id}}","displayName":"{{name}}",
             "roles":[{{(role is null ? "" : $"\"{role}\"")}}]}
            """;
}
