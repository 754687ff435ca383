namespace DutyBot.Tests.Fixtures;

/// <summary>Where the source tree is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "DutyBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("DutyBot.sln was not found above the test binaries.");
        }

        return folder.FullName;
    }
}
