using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>Pages are followed as far as needed, and never to another host.</summary>
public sealed class GraphPagingTests : IAsyncLifetime
{
    private readonly FakeGraph graph = new();
    private readonly FakeGraph stranger = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        await stranger.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Fact]
    public async Task The_next_page_is_read_at_the_address_the_service_gives()
    {
        graph.Next(Page(1, $"{graph.BaseUrl}/users?$skiptoken=a%2Bb"), Page(2, null));

        var found = (await bot.Directory.Find("An", 10, default)).Found.ShouldNotBeNull();

        found.People.Select(person => person.Name).ShouldBe(["Người 1", "Người 2"]);
        found.HasMore.ShouldBeFalse();
        var second = graph.Requests.ElementAt(1);
        second.Target.ShouldBe("/v1.0/users?$skiptoken=a%2Bb");
        second.ConsistencyLevel.ShouldBe("eventual");
        second.Authorization.ShouldBe($"Bearer {GraphUnderTest.Token}");
    }

    [Fact]
    public async Task No_more_pages_are_read_than_are_needed()
    {
        graph.Next(Page(1, $"{graph.BaseUrl}/users?p=2"), Page(2, $"{graph.BaseUrl}/users?p=3"), Page(3, null));

        var found = (await bot.Directory.Find("An", 1, default)).Found.ShouldNotBeNull();

        found.People.ShouldHaveSingleItem().Name.ShouldBe("Người 1");
        found.HasMore.ShouldBeTrue();
        graph.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_always_has_a_next_page_is_left_after_a_hundred()
    {
        graph.Next([.. Enumerable.Repeat(new ConnectorReply(200, $$"""{"value":[],"@odata.nextLink":"{{graph.BaseUrl}}/users?again"}"""), 120)]);

        (await bot.Directory.Find("An", 5, default)).Found.ShouldNotBeNull().HasMore.ShouldBeTrue();

        graph.Requests.Count.ShouldBe(100);
    }

    [Theory]
    [InlineData("{stranger}/users?p=2")]
    [InlineData("{host}@{strangerHost}/v1.0/users")]
    [InlineData("https://{hostOnly}/v1.0/users")]
    [InlineData("{root}/beta/users")]
    [InlineData("{root}/v1.0/../beta/users")]
    [InlineData("{root}/v1.0x/users")]
    [InlineData("/v1.0/users?p=2")]
    [InlineData("no address")]
    public async Task A_next_page_elsewhere_is_refused(string link)
    {
        graph.Next(Page(1, Fill(link)));

        var answer = await bot.Directory.Find("An", 5, default);

        answer.Failure.ShouldBe(new GraphFailure.Failed("ForeignNextLink"));
        graph.Requests.Count.ShouldBe(1);
        stranger.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_of_a_team_are_followed_by_the_same_rule()
    {
        graph.Next(new ConnectorReply(200, $$"""{"value":[],"@odata.nextLink":"{{stranger.BaseUrl}}/teams/1/members"}"""));

        (await bot.Directory.MembersOf("1", 5, default)).Failure.ShouldBe(new GraphFailure.Failed("ForeignNextLink"));

        stranger.Requests.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await stranger.DisposeAsync();
        await graph.DisposeAsync();
    }

    private string Fill(string link)
    {
        var (root, other) = (new Uri(graph.BaseUrl), new Uri(stranger.BaseUrl));
        return link.Replace("{strangerHost}", other.Authority)
            .Replace("{stranger}", stranger.BaseUrl)
            .Replace("{root}", root.GetLeftPart(UriPartial.Authority))
            .Replace("{hostOnly}", root.Authority)
            .Replace("{host}", root.GetLeftPart(UriPartial.Authority));
    }

    private static ConnectorReply Page(int number, string? next) =>
        new(
            200,
            $$"""{"value":[{{GraphUnderTest.User($"{number}", $"Người {number}")}}]{{(next is null ? "" : $",\"@odata.nextLink\":\"{next}\"")}}}"""
        );
}
