using System.Diagnostics;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Architecture;

/// <summary>A text file of the repository; the path is relative to its root, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.TrimEnd('\n').Split('\n').Select((line, index) => (index + 1, line.TrimEnd('\r')));
}

/// <summary>The files Git knows or would add, so that a new file is judged before it is committed.</summary>
internal static class SourceTree
{
    private static readonly string[] Binary = [".png", ".docx", ".xlsx", ".zip"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [
            .. Paths()
                .Where(path => !Binary.Contains(Path.GetExtension(path)))
                .Where(path => File.Exists(Repository.Path(path)))
                .Select(path => new SourceFile(path, File.ReadAllText(Repository.Path(path)))),
        ]
    );

    public static IReadOnlyList<SourceFile> All => Read.Value;

    public static IEnumerable<SourceFile> Code => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Projects => All.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static SourceFile Find(string path) => All.Single(file => file.Path == path);

    private static string[] Paths()
    {
        // The clone may belong to another user than the one who runs the tests; Git refuses that unless told here.
        string[] arguments =
        [
            "-c",
            $"safe.directory={Repository.Root}",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
            "--deduplicate",
        ];
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, "git ls-files must work where the tests run");
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
