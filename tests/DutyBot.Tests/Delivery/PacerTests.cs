using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Options;
using DutyBot.Teams.Connector;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Delivery;

/// <summary>What Teams allows is kept on virtual time (teams.md T2), and nobody waits for a conversation that is not theirs.</summary>
public sealed class PacerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(Start);
    private readonly Pacer pacer;

    public PacerTests()
    {
        pacer = new Pacer(Microsoft.Extensions.Options.Options.Create(new DeliveryOptions()), new BackOff(() => 0.5), time);
    }

    [Fact]
    public async Task Ten_thousand_notices_of_one_minute_leave_in_order_of_urgency_at_the_allowed_rate_and_none_twice()
    {
        var signal = new OutboxSignal(time);
        for (var i = 0; i < 10_000; i++)
        {
            var duty = DutyId.InboxOf(new PersonId($"{i:00000}"));
            signal.Wake(duty, (Haste)(i % 5));
            signal.Wake(duty, (Haste)(i % 5));
        }

        var sent = new List<(DutyId Duty, Haste Haste, DateTimeOffset At)>();
        while (sent.Count < 10_000)
        {
            var (duty, haste) = await signal.Next(TestContext.Current.CancellationToken);
            var turn = pacer.Ask(duty.Value);
            turn.IsGiven.ShouldBeTrue();
            sent.Add((duty, haste, time.GetUtcNow() + turn.Wait));
            time.Advance(turn.Wait);
        }

        sent.Select(one => one.Duty).Distinct().Count().ShouldBe(10_000);
        sent.Select(one => one.Haste).ShouldBe(sent.Select(one => one.Haste).Order());
        MostIn(sent.Select(one => one.At), TimeSpan.FromSeconds(1)).ShouldBe(30);
        (sent[^1].At - Start).ShouldBeLessThan(TimeSpan.FromSeconds(10_000 / 30 + 1));
    }

    [Fact]
    public void A_conversation_is_not_written_to_more_often_than_Teams_allows_and_everything_comes_through()
    {
        var waiting = new PriorityQueue<int, DateTimeOffset>(Enumerable.Range(0, 2_000).Select(i => (i, Start)));
        var sent = new List<DateTimeOffset>();
        var asked = 0;
        while (waiting.TryDequeue(out var message, out var at))
        {
            time.SetUtcNow(at > time.GetUtcNow() ? at : time.GetUtcNow());
            asked++;
            var turn = pacer.Ask("19:channel");
            if (turn.IsGiven)
            {
                sent.Add(time.GetUtcNow() + turn.Wait);
            }
            else
            {
                waiting.Enqueue(message, time.GetUtcNow() + turn.Wait);
            }
        }

        sent.Count.ShouldBe(2_000);
        foreach (var (most, window) in Pace.Limits)
        {
            MostIn(sent, window).ShouldBeLessThanOrEqualTo(most);
        }

        asked.ShouldBeLessThan(20_000, "whoever has to wait is told when to come again");
    }

    [Fact]
    public void A_conversation_that_Teams_holds_up_holds_up_no_other()
    {
        pacer.Saw("busy", new ConnectorFailure.Throttled(TimeSpan.FromMinutes(1)));

        pacer.Ask("busy").ShouldBe(new PaceTurn(IsGiven: false, TimeSpan.FromMinutes(1)));
        pacer.Ask("other").ShouldBe(new PaceTurn(IsGiven: true, TimeSpan.Zero));

        time.Advance(TimeSpan.FromMinutes(1));
        pacer.Ask("busy").IsGiven.ShouldBeTrue();
    }

    [Fact]
    public void When_Teams_holds_up_several_the_app_as_a_whole_waits()
    {
        foreach (var conversation in new[] { "one", "two", "three" })
        {
            pacer.Saw(conversation, new ConnectorFailure.Throttled(TimeSpan.FromSeconds(20)));
        }

        pacer.Ask("four").ShouldBe(new PaceTurn(IsGiven: false, TimeSpan.FromSeconds(20)));
        time.Advance(TimeSpan.FromSeconds(20));
        pacer.Ask("four").IsGiven.ShouldBeTrue();
    }

    [Fact]
    public void A_service_that_names_no_time_is_given_longer_and_longer_until_it_takes_something()
    {
        var waits = new List<TimeSpan>();
        for (var refusal = 0; refusal < 4; refusal++)
        {
            pacer.Saw("busy", new ConnectorFailure.Throttled(null));
            waits.Add(pacer.Ask("busy").Wait);
            time.Advance(waits[^1]);
        }

        waits.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(16)]);
        pacer.Saw("busy", new Sent(new ConversationAddress("https://teams", "busy"), "1"));
        pacer.Saw("busy", new ConnectorFailure.Throttled(null));
        pacer.Ask("busy").Wait.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Back_off_grows_to_an_hour_and_is_spread_by_chance()
    {
        new BackOff(() => 0.5).After(0).TotalSeconds.ShouldBe(2);
        new BackOff(() => 0.5).After(30).TotalSeconds.ShouldBe(3600);
        new BackOff(() => 0).After(3).TotalSeconds.ShouldBe(12);
        new BackOff(() => 0.999_999).After(3).TotalSeconds.ShouldBe(20, 0.001);
    }

    private static int MostIn(IEnumerable<DateTimeOffset> sent, TimeSpan window)
    {
        var (times, first, most) = (sent.Order().ToList(), 0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
