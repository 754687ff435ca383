using System.Net;
using System.Text.Json.Nodes;
using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Storage;
using DutyBot.Tests.Telemetry;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>What the platform asks before it sends anybody here.</summary>
public sealed class HealthStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    [Fact]
    public async Task The_program_is_ready_while_its_store_answers_and_its_clock_goes()
    {
        await using var office = await OfficeDriver.Open(issuer);

        (await Ask(office, "live")).Status.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await Ask(office, "ready");
        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldBe("""{"status":"Healthy","store":"Healthy","clock":"Healthy"}""");
    }

    [Fact]
    public async Task A_clock_that_stands_still_makes_it_alive_but_not_ready_and_the_answer_says_so()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        office.Time.Advance(TimeSpan.FromMinutes(2));

        (await Ask(office, "live")).Status.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await Ask(office, "ready");
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldBe("""{"status":"Unhealthy","store":"Healthy","clock":"No deadline was looked at for 120 seconds."}""");
    }

    [Fact]
    public async Task Defect_10_The_alarm_is_silent_while_the_clock_of_another_replica_goes_and_is_raised_when_all_stand_still()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await using var other = await office.Replica();
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        await other.Get<ClockWorker>().StopAsync(office.Cancel);
        office.Time.Advance(TimeSpan.FromMinutes(2));
        (await Ask(office, "ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await other.Get<ClockWorker>().SweepAndTell(office.Cancel);
        (await Ask(office, "ready")).Status.ShouldBe(HttpStatusCode.OK);

        office.Time.Advance(TimeSpan.FromMinutes(2));
        (await Ask(office, "ready")).Body.ShouldContain("No deadline was looked at for 120 seconds.");
    }

    [Fact]
    public async Task Defect_10_A_deadline_that_cannot_be_handled_is_lag_and_in_the_end_an_alarm()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var clock = office.App.Get<ClockWorker>();
        await clock.StopAsync(office.Cancel);
        await office.Store.Append(Unreadable(office.Now()), office.Cancel);
        using var listener = new Listener(office.App);

        foreach (var (minutes, status) in new[] { (10, HttpStatusCode.OK), (6, HttpStatusCode.ServiceUnavailable) })
        {
            office.Time.Advance(TimeSpan.FromMinutes(minutes));
            await clock.SweepAndTell(office.Cancel);
            listener.Observe();
            (await Ask(office, "ready")).Status.ShouldBe(status);
        }

        (await Ask(office, "ready")).Body.ShouldContain("A deadline has been due for 960 seconds and could not be handled.");
        listener.All("dutybot.clock.lag").Select(measured => measured.Value).ShouldBe([600, 960]);
    }

    [Fact]
    public async Task A_store_that_fails_makes_it_not_ready_and_the_answer_tells_strangers_nothing_of_it()
    {
        await using var office = await OfficeDriver.Open(issuer);
        await office.Hide("Cards");

        var (status, body) = await Ask(office, "ready");
        await office.PutBack("Cards");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        JsonNode.Parse(body)!["store"]!.GetValue<string>().ShouldBe("It failed with SqliteException; the log says more.");
        body.ShouldNotContain("Cards");
        office.App.Logs.All.ShouldContain("no such table: Cards");
    }

    // A history that no version of the program can read, with something due now.
    private static DutyAppend Unreadable(Instant due)
    {
        var unwritten = StoreSamples.Unwritten(StoreSamples.NewDuty());
        return StoreSamples.Following(unwritten, "{}") with { After = [StoreSamples.Owed("accept", due)] };
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ask(OfficeDriver office, string check)
    {
        using var response = await office.App.Client.GetAsync($"/healthz/{check}", office.Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(office.Cancel));
    }
}
