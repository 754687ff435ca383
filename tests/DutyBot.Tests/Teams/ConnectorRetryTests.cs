using System.Net;
using System.Net.Sockets;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Connector;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams;

/// <summary>What is tried again, how long it waits, and what is left to the queue.</summary>
public sealed class ConnectorRetryTests : IAsyncLifetime
{
    private static readonly OutgoingActivity Hello = OutgoingActivity.OfText("Chào");
    private readonly FakeConnector connector = new();
    private readonly ConnectorUnderTest bot = new();

    private ConversationAddress Chat => new(connector.ServiceUrl, "a:1");

    public ValueTask InitializeAsync() => connector.InitializeAsync();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_Teams_asks_to_try_again_is_tried_again(int status)
    {
        connector.Next(new ConnectorReply(status), new ConnectorReply(status));

        var outcome = await bot.Client.Send(Chat, Hello, default);

        outcome.Succeeded.ShouldBeTrue();
        connector.Requests.Count.ShouldBe(3);
        connector.Requests.Select(request => request.Body).Distinct().ShouldHaveSingleItem();
        bot.Time.Waits.Count.ShouldBe(2);
        bot.Time.Waits.ShouldAllBe(wait => wait <= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_service_says_how_long_to_wait()
    {
        var now = bot.Time.GetUtcNow();
        connector.Next(new ConnectorReply(429, RetryAfter: "7"), new ConnectorReply(429, RetryAfter: now.AddSeconds(12).ToString("R")));

        (await bot.Client.Send(Chat, Hello, default)).Succeeded.ShouldBeTrue();

        bot.Time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task Whoever_has_a_queue_is_told_at_once_that_it_was_too_much_and_of_nothing_else()
    {
        connector.Next(new ConnectorReply(429, RetryAfter: "1"), new ConnectorReply(503));

        (await bot.Client.ForQueue.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Throttled(TimeSpan.FromSeconds(1)));
        connector.Requests.Count.ShouldBe(1);

        (await bot.Client.ForQueue.Send(Chat, Hello, default)).Succeeded.ShouldBeTrue();
        connector.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_long_wait_belongs_to_the_queue()
    {
        connector.Next(new ConnectorReply(429, RetryAfter: "60"));

        (await bot.Client.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Throttled(TimeSpan.FromMinutes(1)));

        connector.Requests.Count.ShouldBe(1);
        bot.Time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(429, typeof(ConnectorFailure.Throttled))]
    [InlineData(412, typeof(ConnectorFailure.Unavailable))]
    [InlineData(503, typeof(ConnectorFailure.Unavailable))]
    public async Task It_gives_up_after_four_attempts(int status, Type failure)
    {
        connector.Next([.. Enumerable.Repeat(new ConnectorReply(status), 4)]);

        var outcome = await bot.Client.Send(Chat, Hello, default);

        outcome.Failure.ShouldNotBeNull().ShouldBeOfType(failure);
        (outcome.Failure is ConnectorFailure.Unavailable { MaybeCarriedOut: true }).ShouldBeFalse();
        connector.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_post_that_ends_in_a_gateway_s_silence_may_have_been_carried_out()
    {
        connector.Next(new(504), new(503), new(503), new(503));

        (await bot.Client.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: true));
    }

    [Fact]
    public async Task An_internal_error_is_not_tried_again()
    {
        connector.Next(new ConnectorReply(500));

        (await bot.Client.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: true));

        connector.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_fell_silent_on_the_way_is_not_sent_twice()
    {
        connector.Next(ConnectorReply.Silence);

        var sending = bot.Client.Send(Chat, Hello, default);
        await connector.Arrival();
        bot.Time.RunOut();

        (await sending).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: true));
        connector.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_whose_connection_broke_is_not_sent_twice()
    {
        connector.Next(ConnectorReply.Break);

        (await bot.Client.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: true));

        connector.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_edit_may_run_twice_so_it_is_sent_again()
    {
        connector.Next(ConnectorReply.Break, ConnectorReply.Silence);

        var editing = bot.Client.Update(Chat, "1", Hello, default);
        await connector.Arrival();
        await connector.Arrival();
        bot.Time.RunOut();

        (await editing).Succeeded.ShouldBeTrue();
        connector.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_service_nobody_answers_at_was_certainly_not_told()
    {
        var nowhere = new ConversationAddress($"http://127.0.0.1:{UnusedPort()}", "a:1");

        (await bot.Client.Send(nowhere, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: false));

        bot.Time.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_leaves_open_whether_it_was_done()
    {
        connector.Next(new ConnectorReply(200, "<html>proxy</html>"));

        (await bot.Client.Send(Chat, Hello, default)).Failure.ShouldBe(new ConnectorFailure.Unavailable(MaybeCarriedOut: true));
    }

    [Fact]
    public async Task Who_cancels_gets_no_outcome()
    {
        connector.Next(ConnectorReply.Silence);
        using var stop = new CancellationTokenSource();

        var sending = bot.Client.Send(Chat, Hello, stop.Token);
        await connector.Arrival();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
