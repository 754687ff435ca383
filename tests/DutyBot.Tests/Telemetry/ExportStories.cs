using DutyBot.Development;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using DutyBot.Workers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DutyBot.Tests.Telemetry;

/// <summary>What leaves the house, and what must not.</summary>
public sealed class ExportStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>
{
    private const string Secret = "s3cret-of-the-bot";

    [Fact]
    public async Task Nothing_is_exported_unless_a_collector_is_named()
    {
        await using var office = await OfficeDriver.Open(issuer);

        office.App.Services.GetService<TracerProvider>().ShouldBeNull();
        office.App.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task A_named_collector_gets_traces_metrics_and_logs()
    {
        await using var collector = await FakeCollector.Start(HttpProtocols.Http1);
        await using var office = await OfficeDriver.Open(issuer, settings: ToOurs(collector));
        var duty = (await office.Assign()).Duty.Value;
        await SweepInVain(office);
        await office.Stop();

        collector.Paths.ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"]);
        var traces = collector.Words("/v1/traces");
        foreach (var word in new[] { "dutybot.command", "dutybot.effect", "dutybot.clock.sweep", "/api/messages", duty })
        {
            traces.ShouldContain(word);
        }

        collector.Words("/v1/logs").ShouldContain("The due deadlines could not be read; trying again at the next beat.");
        var metrics = collector.Words("/v1/metrics");
        foreach (var word in new[] { "dutybot.commands", "dutybot.effects.settled", "dutybot.clock.lag", "dutybot.outbox.lag" })
        {
            metrics.ShouldContain(word);
        }
    }

    [Fact]
    public async Task The_standard_variables_are_understood_too()
    {
        await using var collector = await FakeCollector.Start(HttpProtocols.Http1);
        var settings = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using var office = await OfficeDriver.Open(issuer, settings: settings);
        await office.Assign();
        await office.Stop();

        collector.Paths.ShouldContain("/v1/traces");
    }

    [Fact]
    public async Task Without_a_word_about_the_protocol_it_is_grpc()
    {
        await using var collector = await FakeCollector.Start(HttpProtocols.Http2);
        var settings = new Dictionary<string, string?> { ["Telemetry:OtlpEndpoint"] = collector.Address };
        await using var office = await OfficeDriver.Open(issuer, settings: settings);
        await office.Assign();
        await office.Stop();

        collector.Paths.ShouldContain("/opentelemetry.proto.collector.trace.v1.TraceService/Export");
        collector.Words("TraceService").ShouldContain("dutybot.command");
    }

    [Fact]
    public async Task No_person_no_text_no_address_and_no_secret_leaves_the_house()
    {
        await using var collector = await FakeCollector.Start(HttpProtocols.Http1);
        var settings = new Dictionary<string, string?>(ToOurs(collector)) { ["Teams:ClientSecret"] = Secret };
        await using var office = await OfficeDriver.Open(issuer, settings: settings);
        await office.AssignAndAccept();
        (await office.Outsider.Types("giao việc cho đồng chí Nguyễn Văn Bí Mật")).ShouldNotBeNull();
        await SweepInVain(office);
        var tokens = office.Connector.Requests.Select(request => request.Authorization).OfType<string>().Distinct().ToList();
        await office.Stop();

        var everything = collector.Words();
        everything.ShouldContain("Microsoft.Data.Sqlite.SqliteException", customMessage: "the fault is told");
        everything.ShouldNotContain("no such table", customMessage: "its message is not");
        tokens.ShouldNotBeEmpty();
        string[] secrets = [Secret, .. tokens.Select(token => token["Bearer ".Length..]), "eyJ"];
        string[] content = [Routine.Work, "Bí Mật", "280/CĐ-TTg", "Nguyễn", "Trần", "Phó Giám đốc"];
        string[] people =
        [
            SampleOrganisation.Director.Value,
            SampleOrganisation.DeputyDirector.Value,
            SampleOrganisation.OfficerOfPlanning.Value,
            SampleOrganisation.HeadOfPlanning.Value,
            office.Outsider.Chat,
        ];
        string[] addresses = ["thread.tacv2", "_connector", "v3/conversations"];
        foreach (var word in secrets.Concat(content).Concat(people).Concat(addresses))
        {
            everything.ShouldNotContain(word);
        }
    }

    private static Dictionary<string, string?> ToOurs(FakeCollector collector) =>
        new() { ["Telemetry:OtlpEndpoint"] = collector.Address, ["Telemetry:Protocol"] = "HttpProtobuf" };

    /// <summary>A fault whose message quotes what it could not do, and which the clock writes into the log.</summary>
    private static async Task SweepInVain(OfficeDriver office)
    {
        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        await office.Hide("Register");
        await office.App.Get<ClockWorker>().StartAsync(office.Cancel);
        while (!office.App.Logs.All.Contains("no such table", StringComparison.Ordinal))
        {
            await office.App.Logs.Next(office.Cancel);
        }

        await office.App.Get<ClockWorker>().StopAsync(office.Cancel);
        await office.PutBack("Register");
    }
}
