using DutyBot.Options;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Host;

/// <summary>A setting that cannot work, or that nobody reads, stops the start with one sentence.</summary>
public sealed class SettingsTests(LocalIssuer issuer, FakeConnector connector) : IClassFixture<LocalIssuer>, IClassFixture<FakeConnector>
{
    private const string Tables = "https://name.table.core.windows.net";

    [Theory]
    [InlineData("Storage:Kind must be one of: Sqlite, AzureTables.", "Storage:Kind=Oracle")]
    [InlineData("Storage:Kind must be one of: Sqlite, AzureTables.", "Storage:Kind=")]
    [InlineData(
        "Storage:EndPointUrl is not a setting; there are: ConnectionString, Endpoint, Kind, ManagedIdentityClientId, Path.",
        "Storage:EndPointUrl=" + Tables
    )]
    [InlineData(
        "Storage:Kind is AzureTables: set either Storage:Endpoint (managed identity) or Storage:ConnectionString, not both.",
        "Storage:Kind=AzureTables"
    )]
    [InlineData(
        "Storage:Kind is AzureTables: set either Storage:Endpoint (managed identity) or Storage:ConnectionString, not both.",
        "Storage:Kind=AzureTables",
        "Storage:Endpoint=" + Tables,
        "Storage:ConnectionString=UseDevelopmentStorage=true"
    )]
    [InlineData(
        "Storage:Endpoint must be an https address, for example https://name.table.core.windows.net.",
        "Storage:Kind=AzureTables",
        "Storage:Endpoint=http://name.table.core.windows.net"
    )]
    [InlineData(
        "Storage:Endpoint must be an https address, for example https://name.table.core.windows.net.",
        "Storage:Kind=AzureTables",
        "Storage:Endpoint=name"
    )]
    [InlineData(
        "Storage:ManagedIdentityClientId is not a GUID; it is the client id of the identity, not its name.",
        "Storage:Kind=AzureTables",
        "Storage:Endpoint=" + Tables,
        "Storage:ManagedIdentityClientId=id-dutybot"
    )]
    [InlineData(
        "Storage:ManagedIdentityClientId needs Storage:Endpoint; a connection string has its own key.",
        "Storage:Kind=AzureTables",
        "Storage:ConnectionString=UseDevelopmentStorage=true",
        "Storage:ManagedIdentityClientId=0f8fad5b-d9cb-469f-a165-70867728950e"
    )]
    [InlineData("Teams:Forms must be one of: Card, Dialog.", "Teams:Forms=Popup")]
    [InlineData("Teams:Credential must be one of: ManagedIdentity, ClientSecret.", "Teams:Credential=s3cret")]
    [InlineData("Teams:ClientSecret is missing; set it, or set Teams:Credential to ManagedIdentity.", "Teams:Credential=ClientSecret")]
    [InlineData("Teams:TenantId is missing or not a GUID; DutyBot serves exactly one Entra tenant.", "Teams:TenantId=contoso.onmicrosoft.com")]
    [InlineData(
        "Telemetry:OtlpEndpoint must be an http or https address, for example https://collector:4317.",
        "Telemetry:OtlpEndpoint=collector:4317"
    )]
    [InlineData("Telemetry:OtlpEndpoint must be an http or https address, for example https://collector:4317.", "Telemetry:OtlpEndpoint=collector")]
    [InlineData(
        "Telemetry:OtlpEndpoint must not hold a password; put a token in OTEL_EXPORTER_OTLP_HEADERS.",
        "Telemetry:OtlpEndpoint=https://me:s3cret@collector:4317"
    )]
    [InlineData("Graph:Enabled must be true or false.", "Graph:Enabled=yes")]
    [InlineData(
        "Graph:AppId is not a setting; there are: BaseUrl, Enabled, ManifestId, TeamsUrl.",
        "Graph:AppId=0f8fad5b-d9cb-469f-a165-70867728950e"
    )]
    [InlineData("Graph:ManifestId is missing or not a GUID; it is the id in the app's manifest.json.", "Graph:Enabled=true")]
    [InlineData("Telemetry:Protocol must be one of: Grpc, HttpProtobuf.", "Telemetry:Protocol=json")]
    [InlineData("Telemetry:Endpoint is not a setting; there are: OtlpEndpoint, Protocol.", "Telemetry:Endpoint=https://collector:4317")]
    [InlineData(
        "OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address, for example https://collector:4317.",
        "OTEL_EXPORTER_OTLP_ENDPOINT=:4317"
    )]
    public async Task A_setting_that_cannot_work_stops_the_start(string message, params string[] settings) =>
        (await Refusal(settings)).Trim().ShouldBe(message);

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var told = await Refusal("Storage:Kind=Oracle", "Teams:Forms=Popup", "Telemetry:Protocol=json");

        told.Trim()
            .Split(Environment.NewLine)
            .ShouldBe(
                [
                    "Storage:Kind must be one of: Sqlite, AzureTables.",
                    "Teams:Forms must be one of: Card, Dialog.",
                    "Telemetry:Protocol must be one of: Grpc, HttpProtobuf.",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Another_fault_at_the_start_is_not_taken_for_a_wrong_setting() =>
        await Should.ThrowAsync<AggregateException>(() =>
            InvalidSettings.Reported(
                TextWriter.Null,
                () => throw new AggregateException(new OptionsValidationException("a", typeof(int), ["b"]), new IOException())
            )
        );

    private async Task<string> Refusal(params string[] settings)
    {
        using var folder = new TestFolder();
        await using var errors = new StringWriter();
        var given = settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        var code = await InvalidSettings.Reported(
            errors,
            async () =>
            {
                await using var app = await RunningApp.Start(folder.Root, new FakeTimeProvider(), connector, issuer, "Production", given);
                return 0;
            }
        );
        code.ShouldBe(2);
        return errors.ToString();
    }
}
