using DutyBot.Development;

namespace DutyBot.Tests.Fixtures;

/// <summary>The npm packages the tests run against (<c>tests/package.json</c>), installed on first use.</summary>
internal static class NodePeers
{
    private static readonly Lazy<Task> Installed = new(() => NpmFolder.Install(Repository.Path("tests")));

    /// <summary>The path of a file inside an installed package, for example <c>azurite/dist/src/table/main.js</c>.</summary>
    public static async Task<string> File(string pathInNodeModules)
    {
        await Installed.Value;
        return Repository.Path("tests", "node_modules", pathInNodeModules);
    }
}
