using System.Net;
using System.Text.Json.Nodes;
using DutyBot.Tests.Fixtures;
using DutyBot.Workers;

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

    private static async Task<(HttpStatusCode Status, string Body)> Ask(OfficeDriver office, string check)
    {
        using var response = await office.App.Client.GetAsync($"/healthz/{check}", office.Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(office.Cancel));
    }
}
