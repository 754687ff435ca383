using System.Reflection;
using System.Xml.Linq;

namespace DutyBot.Tests.Architecture;

/// <summary>Domain decides, Storage remembers, Teams speaks, the host connects: who may know whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["DutyBot.Domain"] = [],
        ["DutyBot.Storage"] = ["DutyBot.Domain"],
        ["DutyBot.Teams"] = ["DutyBot.Domain"],
        ["DutyBot"] = ["DutyBot.Domain", "DutyBot.Storage", "DutyBot.Teams"],
        ["DutyBot.Tests"] = ["DutyBot", "DutyBot.Domain", "DutyBot.Storage", "DutyBot.Teams"],
        ["DutyBot.Benchmarks"] = ["DutyBot", "DutyBot.Domain", "DutyBot.Storage", "DutyBot.Teams"],
    };

    [Fact]
    public void Projects_refer_only_to_those_below_them()
    {
        foreach (var project in SourceTree.Projects)
        {
            var name = Path.GetFileNameWithoutExtension(project.Path);
            AllowedProjects.ShouldContainKey(name);
            Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ShouldBeSubsetOf(AllowedProjects[name], name);
        }
    }

    [Fact]
    public void The_compiled_assemblies_keep_to_it_too()
    {
        foreach (var assembly in House.Assemblies)
        {
            var houseReferences = References(assembly).Where(name => name.StartsWith("DutyBot", StringComparison.Ordinal));
            houseReferences.ShouldBeSubsetOf(AllowedProjects[assembly.GetName().Name!], assembly.GetName().Name);
        }
    }

    [Fact]
    public void Domain_has_one_package()
    {
        var packages = Includes(SourceTree.Find("src/DutyBot.Domain/DutyBot.Domain.csproj"), "PackageReference");

        packages.ShouldBe(["NodaTime"]);
        References(House.Domain).Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Azure.Data.Tables")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("SQLitePCL")]
    public void Only_Storage_knows_the_databases(string library)
    {
        foreach (var assembly in House.Assemblies.Where(assembly => assembly != House.Storage))
        {
            References(assembly).ShouldNotContain(name => name.StartsWith(library, StringComparison.Ordinal), assembly.GetName().Name);
        }

        SourceTree
            .All.Where(file =>
                file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.StartsWith("src/DutyBot.Storage/", StringComparison.Ordinal)
            )
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => file.Text.Contains(library, StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Microsoft.Graph")]
    [InlineData("Microsoft.Kiota")]
    public void Only_Teams_knows_the_directory_service(string library)
    {
        foreach (var assembly in House.Assemblies.Where(assembly => assembly != House.Teams))
        {
            References(assembly).ShouldNotContain(name => name.StartsWith(library, StringComparison.Ordinal), assembly.GetName().Name);
        }
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    // Windows spells the path with backslashes, which Path does not split elsewhere.
    private static IEnumerable<string> Includes(SourceFile project, string element) =>
        XDocument.Parse(project.Text).Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
