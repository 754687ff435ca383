namespace DutyBot.Tests.Fixtures;

/// <summary>A folder for one test, in memory where the system offers that: what is flushed there costs nothing.</summary>
internal sealed class TestFolder : IDisposable
{
    private const string InMemory = "/dev/shm";

    public string Root { get; } = Create();

    public string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Create()
    {
        if (!Directory.Exists(InMemory))
        {
            return Directory.CreateTempSubdirectory("dutybot-").FullName;
        }

        return Directory.CreateDirectory(Path.Combine(InMemory, "dutybot-" + Path.GetRandomFileName())).FullName;
    }
}
