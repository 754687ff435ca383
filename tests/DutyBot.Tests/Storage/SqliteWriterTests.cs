using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed class SqliteWriterTests : IDisposable
{
    private const string Insert = "INSERT INTO Conversations(Key, Json) VALUES(?, '{}')";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_write_that_fails_does_not_fail_those_it_shares_a_commit_with()
    {
        using var reader = Session();
        await using var checkpoints = new SqliteCheckpoints(Session(), int.MaxValue, NullLogger.Instance);
        await using var writer = new SqliteWriter(Session(), checkpoints);
        using var gathered = new ManualResetEventSlim();
        var first = Task.Run(async () => await writer.Do(_ => gathered.Wait(TimeSpan.FromSeconds(30))));
        SpinWait.SpinUntil(() => writer.IsBusy);

        var before = writer.Do(session => session[Insert].With("before").Run()).AsTask();
        var twice = writer.Do(session => session[Insert].With("twice").Run() + session[Insert].With("before").Run()).AsTask();
        var after = writer.Do(session => session[Insert].With("after").Run()).AsTask();
        gathered.Set();

        (await first).ShouldBeTrue();
        (await before).ShouldBe(1);
        (await after).ShouldBe(1);
        await Should.ThrowAsync<SqliteException>(twice);
        reader["SELECT Key FROM Conversations ORDER BY Key"].List(row => row.Text(0)).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task A_write_that_fails_alone_leaves_nothing_and_the_next_one_works()
    {
        using var reader = Session();
        await using var checkpoints = new SqliteCheckpoints(Session(), int.MaxValue, NullLogger.Instance);
        await using var writer = new SqliteWriter(Session(), checkpoints);

        await Should.ThrowAsync<SqliteException>(async () =>
            await writer.Do(session => session[Insert].With("a").Run() + session[Insert].With("a").Run())
        );

        (await writer.Do(session => session[Insert].With("a").Run())).ShouldBe(1);
        reader["SELECT Key FROM Conversations"].List(row => row.Text(0)).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Many_writes_of_one_commit_are_moved_into_the_file_like_many_commits()
    {
        await using var checkpoints = new SqliteCheckpoints(Session(), 500, NullLogger.Instance);
        await using var writer = new SqliteWriter(Session(), checkpoints);
        var empty = new FileInfo(folder.File("dutybot.db")).Length;
        using var gathered = new ManualResetEventSlim();
        var first = Task.Run(async () => await writer.Do(_ => gathered.Wait(TimeSpan.FromSeconds(30))));
        SpinWait.SpinUntil(() => writer.IsBusy);

        var together = Enumerable.Range(0, 1_000).Select(key => writer.Do(session => session[Insert].With($"{key}").Run()).AsTask()).ToList();
        gathered.Set();
        await Task.WhenAll(together);

        (await first).ShouldBeTrue();
        SpinWait.SpinUntil(() => new FileInfo(folder.File("dutybot.db")).Length > empty, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_store_is_prepared_before_it_is_used()
    {
        await using var store = new SqliteStore(folder.File("unprepared.db"));

        await Should.ThrowAsync<InvalidOperationException>(async () => await store.Load(NewDuty(), None));
    }

    [Fact]
    public async Task A_file_of_another_version_is_refused()
    {
        using (var session = Session())
        {
            session.Execute("PRAGMA user_version = 99");
        }

        await using var store = new SqliteStore(folder.File("dutybot.db"));
        await Should.ThrowAsync<InvalidOperationException>(async () => await store.Prepare(None));
    }

    [Fact]
    public async Task A_closed_store_is_closed()
    {
        var store = new SqliteStore(folder.File("dutybot.db"));
        await store.Prepare(None);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.Load(NewDuty(), None));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.Append(Following(Unwritten(NewDuty()), "1"), None));
    }

    private SqliteSession Session()
    {
        var session = new SqliteSession(folder.File("dutybot.db"));
        SqliteSchema.Create(session);
        return session;
    }
}
