using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Teams.Graph;

namespace DutyBot.Tests.Manifest;

public sealed class ManifestTests
{
    [Fact]
    public async Task Both_files_satisfy_the_newest_official_schema()
    {
        var verdict = await OfficialSchema.Check(AppPackage.File("manifest.json"), AppPackage.File("en.json"));

        verdict.Errors.ShouldBeEmpty();
        Text("manifestVersion").ShouldBe(verdict.Newest);
        AppPackage.English["$schema"]!.GetValue<string>().ShouldContain($"/v{verdict.Newest}/", customMessage: "both files must name one version");
    }

    [Fact]
    public async Task The_check_would_notice_a_wrong_manifest()
    {
        var wrong = AppPackage.Vietnamese.DeepClone();
        wrong["bots"]![0]!["botId"] = "not-a-guid";
        var file = Path.Combine(Path.GetTempPath(), $"dutybot-wrong-manifest-{Environment.ProcessId}.json");
        await File.WriteAllTextAsync(file, wrong.ToJsonString(), TestContext.Current.CancellationToken);

        var verdict = await OfficialSchema.Check(file);

        File.Delete(file);
        verdict.Errors.ShouldHaveSingleItem().ShouldContain("/bots/0/botId");
    }

    [Fact]
    public void The_bot_has_one_id_everywhere() =>
        Text("webApplicationInfo", "id").ShouldBe(AppPackage.Vietnamese["bots"]![0]!["botId"]!.GetValue<string>());

    [Fact]
    public void The_app_and_its_bot_are_not_the_same_thing() => Text("id").ShouldNotBe(Text("webApplicationInfo", "id"));

    [Fact]
    public void The_bot_can_be_used_alone_and_in_a_team() => Scopes(AppPackage.Vietnamese["bots"]![0]!).ShouldBe(["personal", "team"]);

    [Fact]
    public void The_bot_is_for_standard_channels_and_takes_no_files()
    {
        AppPackage.Vietnamese.ShouldNotContainKey("supportsChannelFeatures", "it would put the bot into private and shared channels");
        AppPackage.Vietnamese["bots"]![0]!["supportsFiles"]!.GetValue<bool>().ShouldBeFalse("nothing reads a file");
    }

    [Fact]
    public void The_bot_hears_only_what_mentions_it() =>
        AppPackage.Vietnamese.ShouldNotContainKey("authorization", "resource-specific permissions are an office's own choice");

    [Fact]
    public void Every_place_the_bot_is_in_offers_the_commands() =>
        AppPackage.Vietnamese["bots"]![0]!["commandLists"]!
            .AsArray()
            .SelectMany(list => Scopes(list!))
            .ShouldBe(Scopes(AppPackage.Vietnamese["bots"]![0]!), ignoreOrder: true);

    [Fact]
    public void The_default_language_is_Vietnamese_and_English_is_offered()
    {
        Text("localizationInfo", "defaultLanguageTag").ShouldBe("vi");
        var other = AppPackage.Vietnamese["localizationInfo"]!["additionalLanguages"]!.AsArray().ShouldHaveSingleItem()!;
        (other["languageTag"]!.GetValue<string>(), other["file"]!.GetValue<string>()).ShouldBe(("en", "en.json"));
    }

    [Fact]
    public void Every_text_of_the_manifest_has_an_English_counterpart_and_no_other()
    {
        string[] names = ["name.short", "name.full", "description.short", "description.full"];
        var commands = AppPackage.Commands.SelectMany(command => new[] { $"{command.Key}.title", $"{command.Key}.description" });

        var activities = Activities.SelectMany((_, number) => new[] { $"{ActivityKey(number)}.description", $"{ActivityKey(number)}.templateText" });

        AppPackage
            .English.Select(entry => entry.Key)
            .Where(key => key != "$schema")
            .ShouldBe([.. names, .. commands, .. activities], ignoreOrder: true);
    }

    [Fact]
    public void The_feed_entry_that_is_sent_is_declared_with_the_value_it_carries()
    {
        var declared = Activities.ShouldHaveSingleItem();

        Find(declared, "type").ShouldBe(ActivityFeed.EscalationSubmitted);
        Find(declared, "templateText").Split('{').Length.ShouldBe(2, "one value, and no content of a duty (decision 8)");
        Find(declared, "templateText").ShouldContain("{code}");
        English(ActivityKey(0), "templateText").ShouldContain("{code}");
    }

    [Fact]
    public void Commands_are_short_enough_for_the_menu()
    {
        // The schema allows 128 characters; what Teams shows beside the message box is far narrower.
        foreach (var (key, command) in AppPackage.Commands)
        {
            foreach (
                var texts in new[] { (Find(command, "title"), Find(command, "description")), (English(key, "title"), English(key, "description")) }
            )
            {
                texts.Item1.Length.ShouldBeInRange(1, 32);
                texts.Item2.Length.ShouldBeInRange(1, 64);
            }
        }
    }

    [Fact]
    public void No_command_is_offered_twice()
    {
        AppPackage.Commands.Select(command => Find(command.Command, "title")).ShouldBeUnique();
        AppPackage.Commands.Select(command => English(command.Key, "title")).ShouldBeUnique();
    }

    [Fact]
    public void The_language_commands_read_the_same_in_both_languages()
    {
        var same = AppPackage
            .Commands.Select(command => Find(command.Command, "title"))
            .Intersect(AppPackage.Commands.Select(c => English(c.Key, "title")));

        same.ShouldBe(["tiếng Việt", "English"]);
    }

    [Fact]
    public void Texts_are_in_composed_Unicode_form()
    {
        foreach (var file in new[] { "manifest.json", "en.json" })
        {
            File.ReadAllText(AppPackage.File(file)).IsNormalized().ShouldBeTrue(file);
        }
    }

    [Fact]
    public void The_committed_values_can_only_be_used_for_development()
    {
        AppPackage.Vietnamese["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()).ShouldBe(["dutybot.example"]);
        foreach (var page in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
        {
            new Uri(Text("developer", page)).Host.ShouldBe("dutybot.example");
        }
    }

    private static IReadOnlyList<JsonObject> Activities =>
        [.. AppPackage.Vietnamese["activities"]!["activityTypes"]!.AsArray().Select(activity => activity!.AsObject())];

    private static string ActivityKey(int number) => $"activities.activityTypes[{number}]";

    private static string Text(params ReadOnlySpan<string> path)
    {
        JsonNode node = AppPackage.Vietnamese;
        foreach (var name in path)
        {
            node = node[name] ?? throw new JsonException($"The manifest has no {name}.");
        }

        return node.GetValue<string>();
    }

    private static string[] Scopes(JsonNode node) => [.. node["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>())];

    private static string Find(JsonObject command, string name) => command[name]!.GetValue<string>();

    private static string English(string key, string name) => AppPackage.English[$"{key}.{name}"]!.GetValue<string>();
}
