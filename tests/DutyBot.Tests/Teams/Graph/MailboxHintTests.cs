using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>When a mailbox answers by itself, on the right side of every time zone.</summary>
public sealed class MailboxHintTests : IAsyncLifetime
{
    private readonly FakeGraph graph = new();
    private GraphUnderTest bot = null!;

    public async ValueTask InitializeAsync()
    {
        await graph.InitializeAsync();
        bot = new GraphUnderTest(graph.Settings);
    }

    [Theory]
    [InlineData("UTC", "2026-11-24T01:00:00.0000000", "2026-11-24T01:00:00Z")]
    [InlineData("SE Asia Standard Time", "2026-11-24T08:00:00.0000000", "2026-11-24T01:00:00Z")]
    [InlineData("Asia/Ho_Chi_Minh", "2026-11-24T08:00:00", "2026-11-24T01:00:00Z")]
    [InlineData("W. Europe Standard Time", "2026-07-01T08:00:00.0000000", "2026-07-01T06:00:00Z")]
    [InlineData("W. Europe Standard Time", "2026-12-01T08:00:00.0000000", "2026-12-01T07:00:00Z")]
    // A time that the clocks jump over is moved on by as much as they jump.
    [InlineData("W. Europe Standard Time", "2026-03-29T02:30:00.0000000", "2026-03-29T01:30:00Z")]
    public async Task A_schedule_is_read_in_its_own_zone(string zone, string written, string moment)
    {
        graph.Next(Scheduled(written, zone, "2027-01-01T00:00:00.0000000", "UTC"));

        var replies = (await bot.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Found;

        var expected = NodaTime.Text.InstantPattern.ExtendedIso.Parse(moment).Value;
        replies.ShouldBe(new AutomaticReplies.Scheduled(expected, Instant.FromUtc(2027, 1, 1, 0, 0)));
        replies!.AreOnAt(expected - Duration.Epsilon).ShouldBeFalse();
        replies.AreOnAt(expected).ShouldBeTrue();
        replies.AreOnAt(Instant.FromUtc(2027, 1, 1, 0, 0)).ShouldBeFalse();
        var request = graph.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe($"/v1.0/users/{GraphUnderTest.An}/mailboxSettings");
        request.Query["$select"].ShouldBe("automaticRepliesSetting");
    }

    [Theory]
    [InlineData("disabled", false)]
    [InlineData("alwaysEnabled", true)]
    public async Task Without_a_schedule_they_are_off_or_on(string status, bool isOn)
    {
        graph.Next(new ConnectorReply(200, $$$"""{"automaticRepliesSetting":{"status":"{{{status}}}","internalReplyMessage":"Tôi đi công tác."}}"""));

        var replies = (await bot.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Found.ShouldNotBeNull();

        replies.AreOnAt(Instant.FromUtc(2026, 11, 24, 1, 0)).ShouldBe(isOn);
        replies.ToString().ShouldNotContain("công tác");
    }

    [Theory]
    [InlineData("Mars Standard Time", "2026-11-24T08:00:00.0000000")]
    [InlineData("", "2026-11-24T08:00:00.0000000")]
    [InlineData("UTC", "24/11/2026")]
    public async Task A_time_nobody_can_place_is_a_failure_and_no_guess(string zone, string written)
    {
        graph.Next(Scheduled(written, zone, "2027-01-01T00:00:00.0000000", "UTC"));

        (await bot.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.Failed("UnknownTime"));
    }

    [Fact]
    public async Task A_person_without_a_mailbox_gives_no_hint()
    {
        graph.Next(FakeGraph.Refuse(404, "MailboxNotEnabledForRESTAPI"));

        (await bot.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.NotFound());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"automaticRepliesSetting":{"status":"sometimes"}}""")]
    public async Task A_state_that_is_not_known_is_a_failure(string body)
    {
        graph.Next(new ConnectorReply(200, body));

        (await bot.Mailboxes.RepliesOf(GraphUnderTest.An, default)).Failure.ShouldBe(new GraphFailure.Failed("NoAnswer"));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await graph.DisposeAsync();
    }

    private static ConnectorReply Scheduled(string from, string fromZone, string until, string untilZone) =>
        new(
            200,
            $$$"""
            {"automaticRepliesSetting":{"status":"scheduled",
              "scheduledStartDateTime":{"dateTime":"{{{from}}}","timeZone":"{{{fromZone}}}"},
              "scheduledEndDateTime":{"dateTime":"{{{until}}}","timeZone":"{{{untilZone}}}"} } }
            """
        );
}
