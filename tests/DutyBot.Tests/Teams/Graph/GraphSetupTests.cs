using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Graph;
using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DutyBot.Tests.Teams.Graph;

/// <summary>What an administrator sets up and consents to is what the code needs.</summary>
public sealed class GraphSetupTests
{
    [Fact]
    public void The_table_of_permissions_is_the_one_of_the_code()
    {
        var documented = File.ReadLines(Repository.Path("src/DutyBot.Teams/Graph/README.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 7 && cells[3] != "" && cells[2].StartsWith('`'))
            .ToList();

        documented
            .Select(row => (row[1], row[2].Trim('`'), row[3].Trim('`')))
            .ShouldBe(
                from function in GraphFunctions.All
                from permission in function.Needs
                select (function.Name, permission.Name, permission.ResourceSpecific ?? "–")
            );
        documented.ShouldAllBe(row => row[4].Length > 0 && row[5].Length > 0);
    }

    [Fact]
    public void Every_function_says_in_both_languages_what_an_office_does_without_it()
    {
        foreach (var function in GraphFunctions.All)
        {
            Texts.Of(Language.Vietnamese)[function.Missing].ShouldEndWith(".");
            Texts.Of(Language.English)[function.Missing].ShouldEndWith(".");
        }

        GraphFunctions.All.Select(function => function.Missing).ShouldBeUnique();
    }

    [Fact]
    public void It_is_off_until_it_is_switched_on()
    {
        Read([]).Enabled.ShouldBeFalse();
        Read([("BaseUrl", "http://graph.example/v1.0"), ("ManifestId", "x")], appId: null).Enabled.ShouldBeFalse();
    }

    [Fact]
    public void A_national_cloud_is_a_matter_of_two_addresses()
    {
        var options = Read([("Enabled", "true"), ("ManifestId", FakeGraph.ManifestId), ("BaseUrl", "https://microsoftgraph.chinacloudapi.cn/v1.0")]);

        options.TokenScope.ShouldBe("https://microsoftgraph.chinacloudapi.cn/.default");
    }

    [Theory]
    [InlineData("ManifestId", "dutybot", "Graph:ManifestId is missing or not a GUID; it is the id in the app's manifest.json.")]
    [InlineData(
        "BaseUrl",
        "http://graph.example/v1.0",
        "Graph:BaseUrl must be an https address with the version, for example https://graph.microsoft.com/v1.0."
    )]
    [InlineData("TeamsUrl", "http://teams.example/", "Graph:TeamsUrl must be an https address.")]
    public void A_setting_that_cannot_work_stops_the_start(string key, string value, string message)
    {
        (string, string)[] settings = [("Enabled", "true"), ("ManifestId", FakeGraph.ManifestId), (key, value)];

        Should.Throw<OptionsValidationException>(() => Read(settings)).Message.ShouldBe(message);
    }

    [Fact]
    public void Without_an_identity_there_is_nobody_to_ask_as() =>
        Should
            .Throw<OptionsValidationException>(() => Read([("Enabled", "true"), ("ManifestId", FakeGraph.ManifestId)], appId: null))
            .Message.ShouldBe("Graph:Enabled needs Teams:AppId: Graph is asked with the bot's own identity. Set it, or set Graph:Enabled to false.");

    private static GraphOptions Read((string Key, string Value)[] settings, string? appId = LocalIssuer.AppId)
    {
        var values = settings.GroupBy(setting => setting.Key).ToDictionary(same => same.Key, same => (string?)same.Last().Value);
        using var services = new ServiceCollection()
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new TeamsOptions { AppId = appId }))
            .AddGraph(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
