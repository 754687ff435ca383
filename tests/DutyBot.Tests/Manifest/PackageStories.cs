using System.CommandLine;
using System.IO.Compression;
using System.Text.Json.Nodes;
using DutyBot.Hosting;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Manifest;

/// <summary>An office makes its own app package.</summary>
public sealed class PackageStories : IDisposable
{
    private const string Bot = "5b2f8a34-7d0c-4f3e-9a51-0c6d3be4f702";

    private const string App = "c0a1e5f8-2b7d-4e69-8f34-91d2a6b7c803";

    private const string Host = "dutybot.tinh.gov.vn";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_package_carries_the_ids_and_the_host_of_the_office()
    {
        var manifest = await Manifest("--manifest-id", App, "--developer-name", "Sở Nội vụ tỉnh");

        Text(manifest["id"]).ShouldBe(App);
        Text(manifest["bots"]![0]!["botId"]).ShouldBe(Bot);
        Text(manifest["webApplicationInfo"]!["id"]).ShouldBe(Bot);
        manifest["validDomains"]!.AsArray().Select(Text).ShouldBe([Host]);
        Text(manifest["developer"]!["name"]).ShouldBe("Sở Nội vụ tỉnh");
        manifest["developer"]!.AsObject().Where(entry => entry.Key != "name").ShouldAllBe(url => new Uri(Text(url.Value)).Host == Host);
    }

    [Fact]
    public async Task Nothing_of_the_development_values_is_left()
    {
        var manifest = (await Manifest("--developer-name", "Sở Nội vụ tỉnh")).ToJsonString();

        manifest.ShouldNotContain("11111111-0000");
        manifest.ShouldNotContain(".example");
    }

    [Fact]
    public async Task What_was_not_asked_for_stays_as_in_the_sources()
    {
        var manifest = await Manifest();
        foreach (var mine in new[] { "id", "bots", "webApplicationInfo", "validDomains", "developer" })
        {
            manifest.Remove(mine).ShouldBeTrue();
        }

        manifest.ShouldAllBe(entry => JsonNode.DeepEquals(entry.Value, AppPackage.Vietnamese[entry.Key]));
        manifest.Count.ShouldBe(AppPackage.Vietnamese.Count - 5);
    }

    [Theory]
    [InlineData]
    [InlineData("--grant-on-installation", "TeamMember.Read.Group", "TeamsActivity.Send.User", "--package-version", "1.4.0")]
    public async Task A_package_satisfies_the_official_schema(params string[] more)
    {
        var folder = await Unpacked(more);

        var verdict = await OfficialSchema.Check(Path.Combine(folder, "manifest.json"), Path.Combine(folder, "en.json"));

        verdict.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_package_holds_what_its_manifest_names_and_no_more()
    {
        var folder = await Unpacked();

        Directory
            .EnumerateFileSystemEntries(folder)
            .Select(Path.GetFileName)
            .ShouldBe(["manifest.json", "color.png", "outline.png", "en.json"], ignoreOrder: true);
        foreach (var same in new[] { "color.png", "outline.png", "en.json" })
        {
            File.ReadAllBytes(Path.Combine(folder, same)).ShouldBe(File.ReadAllBytes(AppPackage.File(same)), same);
        }
    }

    [Fact]
    public async Task An_app_keeps_its_id_and_another_has_another()
    {
        var first = Text((await Manifest())["id"]);
        var again = Text((await Manifest("--package-version", "2.0.0"))["id"]);
        var other = Text((await Manifest("--app-id", "5b2f8a34-7d0c-4f3e-9a51-0c6d3be4f703"))["id"]);

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        first.ShouldNotBe(Bot);
        Guid.Parse(first).Version.ShouldBe(8);
    }

    [Fact]
    public async Task The_same_request_makes_the_same_bytes()
    {
        await Package("--out", _folder.File("one.zip"));
        await Package("--out", _folder.File("two.zip"));

        File.ReadAllBytes(_folder.File("two.zip")).ShouldBe(File.ReadAllBytes(_folder.File("one.zip")));
    }

    [Fact]
    public async Task The_office_is_told_the_id_that_Graph_needs()
    {
        var said = await Package("--out", _folder.File("told.zip"), "--manifest-id", App);

        said.Output.ShouldContain($"Graph:ManifestId, if Microsoft Graph is used: {App}");
        said.Output.ShouldContain(_folder.File("told.zip"));
    }

    [Fact]
    public async Task A_permission_is_asked_for_only_when_the_office_says_so()
    {
        (await Manifest()).ShouldNotContainKey("authorization");

        var asked = await Manifest("--grant-on-installation", "TeamMember.Read.Group");

        var permission = asked["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(permission["name"]), Text(permission["type"])).ShouldBe(("TeamMember.Read.Group", "Application"));
        Text(asked["webApplicationInfo"]!["resource"]).ShouldBe($"https://{Host}");
    }

    [Theory]
    [InlineData("--app-id", "dutybot")]
    [InlineData("--app-id", "")]
    [InlineData("--app-id", "5b2f8a347d0c4f3e9a510c6d3be4f702")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--app-id", "11111111-0000-0000-0000-0000000000b0")]
    [InlineData("--manifest-id", "1.0")]
    [InlineData("--manifest-id", "11111111-0000-0000-0000-0000000000a0")]
    [InlineData("--manifest-id", Bot)]
    [InlineData("--host", "https://dutybot.tinh.gov.vn")]
    [InlineData("--host", "dutybot.tinh.gov.vn:443")]
    [InlineData("--host", "dutybot.tinh.gov.vn/api/messages")]
    [InlineData("--host", "*.tinh.gov.vn")]
    [InlineData("--host", "dutybot")]
    [InlineData("--host", "localhost")]
    [InlineData("--host", "10.0.0.1")]
    [InlineData("--host", "dutybot.tỉnh.gov.vn")]
    [InlineData("--host", "-dutybot.gov.vn")]
    [InlineData("--host", "dutybot.gov.vn\n")]
    [InlineData("--host", "dutybot.example")]
    [InlineData("--developer-name", " ")]
    [InlineData("--developer-name", "Ủy ban nhân dân thành phố Hồ Chí Minh")]
    [InlineData("--privacy-url", "http://tinh.gov.vn/privacy")]
    [InlineData("--terms-url", "tinh.gov.vn/terms")]
    [InlineData("--package-version", "1.0")]
    [InlineData("--grant-on-installation", "ChannelMessage.Read.Group")]
    public async Task What_cannot_be_right_is_refused_by_name(string option, string value)
    {
        var said = await Package(option, value);

        said.Code.ShouldBe(2);
        said.Error.Trim().Split(Environment.NewLine).ShouldHaveSingleItem().ShouldStartWith($"{option} ");
        Directory.EnumerateFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var said = await Package("--app-id", "x", "--host", "y", "--package-version", "z");

        said.Code.ShouldBe(2);
        said.Error.Trim().Split(Environment.NewLine).Select(line => line.Split(' ')[0]).ShouldBe(["--app-id", "--host", "--package-version"]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var said = await Package("--out", _folder.File("missing", "dutybot.zip"));

        said.Code.ShouldBe(2);
        said.Error.ShouldStartWith("--out ");
        said.Error.ShouldContain(_folder.File("missing"));
    }

    [Fact]
    public async Task A_folder_is_no_file_to_write()
    {
        var said = await Package("--out", _folder.Root);

        said.Code.ShouldBe(2);
        said.Error.ShouldStartWith("--out ");
    }

    [Theory]
    [InlineData("--app-id")]
    [InlineData("--host")]
    public async Task Without_its_id_or_host_no_package_is_made(string missing)
    {
        string[] all = ["--app-id", Bot, "--host", Host];
        var at = Array.IndexOf(all, missing);

        var said = await Run([.. all[..at], .. all[(at + 2)..], "--out", _folder.File("none.zip")]);

        said.Code.ShouldNotBe(0);
        said.Error.ShouldContain(missing);
        File.Exists(_folder.File("none.zip")).ShouldBeFalse();
    }

    private async Task<JsonObject> Manifest(params string[] more) =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(await Unpacked(more), "manifest.json")))!.AsObject();

    private async Task<string> Unpacked(params string[] more)
    {
        var said = await Package(more);
        said.Code.ShouldBe(0, said.Error);
        var folder = _folder.File(Path.GetRandomFileName());
        await ZipFile.ExtractToDirectoryAsync(_folder.File("dutybot.zip"), folder);
        return folder;
    }

    /// <param name="more">Takes the place of what an office says otherwise.</param>
    private Task<Said> Package(params string[] more)
    {
        (string Option, string Value)[] usual = [("--app-id", Bot), ("--host", Host), ("--out", _folder.File("dutybot.zip"))];
        return Run([.. usual.Where(pair => !more.Contains(pair.Option)).SelectMany(pair => new[] { pair.Option, pair.Value }), .. more]);
    }

    private static async Task<Said> Run(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await PackageApp.Command().Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return new Said(code, output.ToString(), error.ToString());
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private sealed record Said(int Code, string Output, string Error);
}
