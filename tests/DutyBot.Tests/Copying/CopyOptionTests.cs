using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Copying;

/// <summary>A request that cannot be right is refused in a sentence, before anything is opened.</summary>
public sealed class CopyOptionTests(Azurite azurite) : IDisposable
{
    private const string Endpoint = "https://stdutybot.table.core.windows.net";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--from-sqlite or --from-azure must be given, and not both.", "--to-sqlite", "b.db")]
    [InlineData(
        "--from-sqlite or --from-azure must be given, and not both.",
        "--from-sqlite",
        "a.db",
        "--from-azure",
        Endpoint,
        "--to-sqlite",
        "b.db"
    )]
    [InlineData("--to-sqlite or --to-azure must be given, and not both.", "--from-sqlite", "a.db")]
    [InlineData("--to-sqlite names no file.", "--from-sqlite", "a.db", "--to-sqlite", " ")]
    [InlineData("--to-azure takes an endpoint", "--from-sqlite", "a.db", "--to-azure", "stdutybot")]
    [InlineData("--to-azure takes an endpoint", "--from-sqlite", "a.db", "--to-azure", "http://stdutybot.table.core.windows.net")]
    [InlineData("--from-azure names an environment variable that is not set.", "--from-azure", "env:MISSING", "--to-sqlite", "b.db")]
    [InlineData("Source and target are the same store.", "--from-sqlite", "a.db", "--to-sqlite", "./a.db")]
    [InlineData("Source and target are the same store.", "--from-azure", Endpoint, "--to-azure", Endpoint + "/")]
    [InlineData("--managed-identity is not a GUID", "--from-sqlite", "a.db", "--to-azure", Endpoint, "--managed-identity", "id-dutybot")]
    [InlineData(
        "--managed-identity needs an endpoint",
        "--from-sqlite",
        "a.db",
        "--to-sqlite",
        "b.db",
        "--managed-identity",
        "0f8fad5b-d9cb-469f-a165-70867728950e"
    )]
    public async Task What_cannot_be_right_is_refused(string sentence, params string[] arguments)
    {
        var said = await CopyRun.Run(arguments);

        said.Code.ShouldBe(2);
        said.Error.Trim().Split(Environment.NewLine).ShouldHaveSingleItem().ShouldStartWith(sentence);
        said.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var said = await CopyRun.Run(["--to-azure", "here", "--managed-identity", "me"]);

        said.Code.ShouldBe(2);
        said.Error.Trim()
            .Split(Environment.NewLine)
            .Select(line => line.Split(' ')[0])
            .ShouldBe(["--from-sqlite", "--to-azure", "--managed-identity"]);
    }

    [Fact]
    public async Task A_secret_is_not_repeated()
    {
        const string Secret = "AccountKey=c2VjcmV0";

        var onTheLine = await CopyRun.Run(["--from-azure", Secret, "--to-sqlite", folder.File("b.db")]);
        var inTheVariable = await CopyRun.Run(["--from-azure", "env:SOURCE", "--to-sqlite", folder.File("b.db")], Secret);

        foreach (var said in new[] { onTheLine, inTheVariable })
        {
            said.Code.ShouldBe(2);
            (said.Error + said.Output).ShouldNotContain("c2VjcmV0");
        }

        inTheVariable.Error.Trim().ShouldBe("The text is no connection string of a storage account.");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named()
    {
        const string Closed = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:9/a;";

        var said = await CopyRun.Run(["--from-azure", "env:SOURCE", "--to-sqlite", folder.File("b.db")], Closed);

        said.Code.ShouldBe(2);
        said.Error.Trim().ShouldBe("--from-azure: the service does not answer.");
    }

    [Fact]
    public async Task A_service_that_refuses_is_named_with_its_reason()
    {
        var wrongKey = (await azurite.Address()).Replace("AccountKey=Eby8", "AccountKey=AAAA", StringComparison.Ordinal);

        var said = await CopyRun.Run(["--from-azure", "env:SOURCE", "--to-sqlite", folder.File("b.db")], wrongKey);

        said.Code.ShouldBe(2);
        said.Error.ShouldStartWith("--from-azure: the service refuses (403 ");
        said.Error.ShouldNotContain("AAAA");
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_refused_and_not_made()
    {
        var said = await CopyRun.Files(folder.File("missing.db"), folder.File("b.db"));

        said.Code.ShouldBe(2);
        said.Error.Trim().ShouldBe($"--from-sqlite {folder.File("missing.db")}: there is no store to copy.");
        Directory.EnumerateFileSystemEntries(folder.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_neither_read_nor_overwritten()
    {
        var letter = folder.File("letter.txt");
        await File.WriteAllTextAsync(letter, "no store");
        await (await CopyRun.Open(folder.File("a.db"))).DisposeAsync();

        var from = await CopyRun.Files(letter, folder.File("b.db"));
        var to = await CopyRun.Files(folder.File("a.db"), letter);
        var onAFolder = await CopyRun.Files(folder.File("a.db"), folder.Root);

        (from.Code, from.Error.Trim()).ShouldBe((2, $"--from-sqlite {letter}: there is no store to copy."));
        (to.Code, to.Error.Trim()).ShouldBe((2, $"--to-sqlite {letter}: what is there is no store of DutyBot."));
        (onAFolder.Code, onAFolder.Error.Trim()).ShouldBe((2, $"--to-sqlite {folder.Root}: what is there is no store of DutyBot."));
        (await File.ReadAllTextAsync(letter)).ShouldBe("no store");
    }

    [Fact]
    public async Task A_store_of_a_later_program_is_left_alone()
    {
        var file = folder.File("later.db");
        await (await CopyRun.Open(file)).DisposeAsync();
        using (var session = new SqliteSession(file))
        {
            session.Execute("PRAGMA user_version = 3");
        }

        var said = await CopyRun.Files(file, folder.File("b.db"));

        (said.Code, said.Error.Trim()).ShouldBe((2, $"--from-sqlite {file}: The file is of version 3; this program knows version 2."));
    }
}
