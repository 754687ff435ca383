using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DutyBot.Tests.Architecture;

/// <summary>The build is the reviewer, so what it is told must give its reasons.</summary>
public sealed partial class BuildFileTests
{
    [Fact]
    public void Every_package_says_why_it_is_here() => PackagesWithoutReason(SourceTree.Find("Directory.Packages.props").Text).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_a_package_without_a_reason() =>
        PackagesWithoutReason("""<I><!-- why --><PackageVersion Include="A" /><PackageVersion Include="B" /></I>""").ShouldBe(["B"]);

    [Fact]
    public void Versions_stand_in_one_file()
    {
        foreach (var project in SourceTree.Projects)
        {
            XDocument
                .Parse(project.Text)
                .Descendants("PackageReference")
                .Where(package => package.Attribute("Version") is not null)
                .ShouldBeEmpty(project.Path);
        }
    }

    [Fact]
    public void Every_suppression_says_why() => SuppressionsWithoutReason(SourceTree.Find(".editorconfig")).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_a_suppression_without_a_reason()
    {
        var file = new SourceFile(
            "sample",
            """
            # Why the next two are off.
            dotnet_diagnostic.CA0001.severity = none
            dotnet_diagnostic.CA0002.severity = none
            indent_size = 4
            dotnet_diagnostic.CA0003.severity = none
            """
        );

        SuppressionsWithoutReason(file).ShouldBe(["dotnet_diagnostic.CA0003.severity = none"]);
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = ProjectPath().Matches(SourceTree.Find("DutyBot.sln").Text).Select(match => match.Groups[1].Value.Replace('\\', '/'));

        listed.ShouldBe(SourceTree.Projects.Select(project => project.Path), ignoreOrder: true);
    }

    [Fact]
    public void There_is_one_solution() =>
        SourceTree
            .All.Where(file => Path.GetExtension(file.Path) is ".sln" or ".slnx" or ".slnf")
            .Select(file => file.Path)
            .ShouldBe(["DutyBot.sln"]);

    private static IEnumerable<string> PackagesWithoutReason(string props) =>
        from package in XDocument.Parse(props).Descendants("PackageVersion")
        let before = package.NodesBeforeSelf().LastOrDefault(node => node is not XText)
        where before is not XComment
        select package.Attribute("Include")!.Value;

    /// <summary>A comment covers the suppressions that follow it without a break.</summary>
    private static IEnumerable<string> SuppressionsWithoutReason(SourceFile file)
    {
        var isExplained = false;
        foreach (var (_, text) in file.Lines)
        {
            var isSuppression = Suppression().IsMatch(text);
            if (isSuppression && !isExplained)
            {
                yield return text;
            }

            isExplained = text.StartsWith('#') || (isSuppression && isExplained);
        }
    }

    [GeneratedRegex(@"severity\s*=\s*(none|silent)\b")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex ProjectPath();
}
