using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>What is tried again, how long it waits, and what is never sent twice.</summary>
public sealed class GraphRetryTests : IAsyncLifetime
{
    private static readonly DutyId Submission = DutyId.Parse("TR-2026-7K3Q9");
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Fact]
    public async Task The_service_says_how_long_to_wait()
    {
        var date = bot.Time.GetUtcNow().AddSeconds(12).ToString("R");
        graph.Next(new ConnectorReply(429, RetryAfter: "7"), new ConnectorReply(429, RetryAfter: date));

        (await Find()).Succeeded.ShouldBeTrue();

        bot.Time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(5)]);
        graph.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_long_wait_belongs_to_whoever_asked()
    {
        graph.Next(new ConnectorReply(429, RetryAfter: "60"));

        (await Find()).Failure.ShouldBe(new GraphFailure.Throttled(TimeSpan.FromMinutes(1)));

        graph.Requests.Count.ShouldBe(1);
        bot.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_gives_up_after_four_attempts()
    {
        graph.Next([.. Enumerable.Repeat(new ConnectorReply(429), 4)]);

        (await Find()).Failure.ShouldBe(new GraphFailure.Throttled(null));

        graph.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(502, false)]
    [InlineData(503, true)]
    [InlineData(504, false)]
    public async Task Reading_is_tried_again_and_an_entry_only_when_it_was_certainly_not_taken(int status, bool sentAgain)
    {
        graph.Next(new ConnectorReply(status));
        (await Find()).Succeeded.ShouldBeTrue();
        graph.Requests.Count.ShouldBe(2);

        graph.Next(new ConnectorReply(status));
        var answer = await Tell();

        answer.Succeeded.ShouldBe(sentAgain);
        graph.Requests.Count.ShouldBe(sentAgain ? 4 : 3);
        graph.Requests.Skip(2).Select(request => request.Body).Distinct().ShouldHaveSingleItem().ShouldContain(Submission.Value);
    }

    [Fact]
    public async Task A_silent_service_is_read_from_again()
    {
        graph.Next(ConnectorReply.Silence);

        var finding = Find();
        await graph.Arrival();
        bot.Time.RunOut();

        (await finding).Succeeded.ShouldBeTrue();
        graph.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_that_fell_silent_on_the_way_is_not_sent_twice()
    {
        graph.Next(ConnectorReply.Silence);

        var telling = Tell();
        await graph.Arrival();
        bot.Time.RunOut();

        (await telling).Failure.ShouldBe(new GraphFailure.Failed("Timeout"));
        graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_whose_connection_broke_is_not_sent_twice()
    {
        graph.Next(ConnectorReply.Break);

        (await Tell()).Failure.ShouldBe(new GraphFailure.Failed("HttpRequestException"));

        graph.Requests.Count.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private Task<GraphAnswer<FoundPeople>> Find() => bot.Directory.Find("An", 5, default);

    private Task<GraphAnswer<FeedEntry>> Tell() => bot.Feed.TellOfEscalation(GraphUnderTest.An, Submission, Texts.Of(Language.Vietnamese), default);
}
