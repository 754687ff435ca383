using System.Text.Json.Nodes;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Teams.Auth;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DutyBot.Tests.Infra;

/// <summary>What a deployment promises: no key anywhere, a clock that never stops, and settings the program understands.</summary>
public sealed class DeploymentTests(Deployment deployment, LocalIssuer issuer) : IClassFixture<Deployment>, IClassFixture<LocalIssuer>
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public void The_tables_know_no_key_and_are_closed_to_the_internet_unless_a_deployment_opens_them()
    {
        var account = deployment.Resource("storage", "Microsoft.Storage/storageAccounts")["properties"]!;

        account["allowSharedKeyAccess"]!.GetValue<bool>().ShouldBeFalse();
        account["publicNetworkAccess"]!.GetValue<string>().ShouldBe("[if(parameters('isOpen'), 'Enabled', 'Disabled')]");
        deployment.Template["parameters"]!["openStorage"]!["defaultValue"]!.GetValue<bool>().ShouldBeFalse();
        var endpoint = deployment.Resource("storage", "Microsoft.Network/privateEndpoints");
        endpoint["condition"]!.GetValue<string>().ShouldBe("[not(parameters('isOpen'))]");
        endpoint.ToJsonString().ShouldContain("\"groupIds\":[\"table\"]");
        deployment.Resource("network", "Microsoft.Network/privateDnsZones")["name"]!.GetValue<string>().ShouldBe("[variables('tableZone')]");
        deployment.Module("network")["properties"]!["template"]!["variables"]!["tableZone"]!.GetValue<string>().ShouldContain("privatelink.table.");
    }

    [Fact]
    public async Task Production_does_not_open_them()
    {
        var production = await Bicep.BuildParameters(Path.Combine(Bicep.Folder, "main.prod.bicepparam"));

        JsonNode.Parse(JsonNode.Parse(production.Json)!["parametersJson"]!.GetValue<string>())!["parameters"]!["openStorage"].ShouldBeNull();
    }

    [Fact]
    public void The_identity_of_the_program_may_write_tables_and_pull_images_and_nothing_else()
    {
        Role("storage").ShouldBe("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "Storage Table Data Contributor");
        Role("registry").ShouldBe("7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull");
        Types(deployment.Template).Count(type => type == "Microsoft.Authorization/roleAssignments").ShouldBe(2);
        Parameter("storage", "readerAndWriterId").ShouldBe("[reference('identity').principalId]");
    }

    [Fact]
    public void The_clock_never_stops_for_want_of_messages()
    {
        var replicas = deployment.Template["parameters"]!["minReplicas"]!;

        replicas["minValue"]!.GetValue<int>().ShouldBe(1);
        replicas["defaultValue"]!.GetValue<int>().ShouldBe(1);
        App["template"]!["scale"]!["minReplicas"]!.GetValue<string>().ShouldBe("[parameters('minReplicas')]");
        App["template"]!["scale"]!["rules"]![0]!["http"].ShouldNotBeNull();
    }

    [Fact]
    public void The_bot_has_the_app_id_of_the_identity_and_no_password()
    {
        var bot = deployment.Resource("bot", "Microsoft.BotService/botServices")["properties"]!;

        bot["msaAppType"]!.GetValue<string>().ShouldBe("UserAssignedMSI");
        Parameter("bot", "appId").ShouldBe("[reference('identity').clientId]");
        bot["endpoint"]!.GetValue<string>().ShouldBe("[format('https://{0}/api/messages', parameters('appHost'))]");
        Parameter("bot", "appHost").ShouldBe("[reference('app').outputs.host.value]");
        deployment.Resource("bot", "Microsoft.BotService/botServices/channels").ToJsonString().ShouldContain("MsTeamsChannel");
        var everything = deployment.Template.ToJsonString();
        everything.ShouldNotContain("listKeys", Case.Insensitive);
        everything.ShouldNotContain("securestring", Case.Insensitive);
    }

    [Fact]
    public void Every_setting_is_one_the_program_has_and_starts_with()
    {
        deployment.Settings.Count.ShouldBe(8);
        using var folder = new TestFolder();
        var settings = deployment.Settings.ToDictionary(setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), Sample);
        using var app = DutyBotApplication.Build(
            new StartOptions("vi", 0, 0, WithPlayground: false, folder.Root),
            "Production",
            builder => builder.Configuration.AddInMemoryCollection(settings)
        );

        var teams = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        (teams.AppId, teams.TenantId, teams.Credential, teams.Forms).ShouldBe((Id, Id, BotCredentialKind.ManagedIdentity, FormStyle.Dialog));
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        (storage.Kind, storage.ManagedIdentityClientId).ShouldBe((StorageKind.AzureTables, Id));
        storage.Endpoint.ShouldNotBeNull().Scheme.ShouldBe("https");
        app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.OtlpEndpoint.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_probes_ask_what_the_program_answers_on_the_port_of_the_image()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var probes = App["template"]!["containers"]![0]!["probes"]!.AsArray();

        probes.Select(probe => probe!["type"]!.GetValue<string>()).ShouldBe(["Startup", "Liveness", "Readiness"]);
        foreach (var probe in probes)
        {
            var path = probe!["httpGet"]!["path"]!.GetValue<string>();
            (await office.App.Client.GetAsync(path, office.Cancel)).IsSuccessStatusCode.ShouldBeTrue(path);
        }

        deployment.Module("app")["properties"]!["template"]!["variables"]!["port"]!.GetValue<int>().ShouldBe(8080);
        (await File.ReadAllTextAsync(Repository.Path("src", "DutyBot", "DutyBot.csproj"))).ShouldContain("""<ContainerPort Include="8080" """);
    }

    private JsonNode App => deployment.Resource("app", "Microsoft.App/containerApps")["properties"]!;

    private string Parameter(string module, string name) =>
        deployment.Module(module)["properties"]!["parameters"]![name]!["value"]!.GetValue<string>();

    private string Role(string module)
    {
        var assigned = deployment.Resource(module, "Microsoft.Authorization/roleAssignments")["properties"]!["roleDefinitionId"]!.GetValue<string>();
        var variables = deployment.Module(module)["properties"]!["template"]!["variables"]!.AsObject();
        return variables.Single(variable => assigned.Contains($"variables('{variable.Key}')", StringComparison.Ordinal)).Value!.GetValue<string>();
    }

    private static IEnumerable<string> Types(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair => pair is { Key: "type", Value: JsonValue } ? [pair.Value.ToString()] : Types(pair.Value)),
            JsonArray many => many.SelectMany(Types),
            _ => [],
        };

    // A literal stands as it is; for what only Azure knows, something of its shape.
    private static string? Sample((string Name, string Value) setting) =>
        setting.Value.StartsWith('\'') ? setting.Value.Trim('\'')
        : setting.Name.EndsWith("Id", StringComparison.Ordinal) ? Id
        : "https://name.example.org";
}
