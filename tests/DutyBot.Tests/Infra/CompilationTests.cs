using System.Text.Json.Nodes;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Infra;

/// <summary>Every template and every file of parameters compiles, and nothing is left to warn of.</summary>
public sealed class CompilationTests
{
    public static TheoryData<string> Templates => [.. Files("*.bicep")];

    public static TheoryData<string> Parameters => [.. Files("*.bicepparam")];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_compiles_without_a_warning(string file)
    {
        var compiled = await Bicep.Build(Path.Combine(Bicep.Folder, file));

        compiled.Said.ShouldBeEmpty();
        compiled.Code.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task The_parameters_of_an_environment_fit_the_template(string file)
    {
        var compiled = await Bicep.BuildParameters(Path.Combine(Bicep.Folder, file));

        compiled.Said.ShouldBeEmpty();
        compiled.Code.ShouldBe(0);
        var given = JsonNode.Parse(JsonNode.Parse(compiled.Json)!["parametersJson"]!.GetValue<string>())!["parameters"]!;
        given["image"]!["value"]!.GetValue<string>().ShouldBe("dutybot:0.1.0");
    }

    [Theory]
    [InlineData("param unused string", "no-unused-params")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts@2024-01-01' = { name: 'a', kind: 'StorageV2', sku: { name: 'x' } }", "location")]
    [InlineData("output text string = wrong", "BCP057")]
    public async Task The_check_sees_what_would_not_deploy(string template, string complaint)
    {
        using var folder = new TestFolder();
        File.Copy(Path.Combine(Bicep.Folder, "bicepconfig.json"), folder.File("bicepconfig.json"));
        await File.WriteAllTextAsync(folder.File("main.bicep"), template);

        var compiled = await Bicep.Build(folder.File("main.bicep"));

        compiled.Said.ShouldContain(complaint);
    }

    [Fact]
    public void There_are_templates_to_look_at()
    {
        Files("*.bicep").ShouldContain("main.bicep");
        Files("*.bicepparam").ShouldBe(["main.dev.bicepparam", "main.prod.bicepparam"]);
    }

    private static List<string> Files(string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Bicep.Folder, pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Bicep.Folder, file))
                .Order(StringComparer.Ordinal),
        ];
}
