using DutyBot.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace DutyBot.Tests.Copying;

/// <summary>A copy that would lose or mix something is not made, and one that did not come out whole says so.</summary>
public sealed class CopyRefusalStories(LocalIssuer issuer) : IClassFixture<LocalIssuer>, IDisposable
{
    private readonly TestFolder folder = new();

    private string Target => folder.File("copy", "dutybot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_office_is_not_written_over()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using var other = await CopyOffice.Stopped(issuer);
        (await CopyRun.Files(other.Database, Target)).Code.ShouldBe(0);
        var before = (await CopyRun.Files(other.Database, Target, "--dry-run")).Digests();

        var said = await CopyRun.Files(office.Database, Target);

        said.Code.ShouldBe(1);
        said.Output.ShouldContain("the target holds this history, and the source does not know it.");
        said.Output.ShouldContain("Nothing was written.");
        (await CopyRun.Files(other.Database, Target, "--dry-run")).Digests().ShouldBe(before);
    }

    [Fact]
    public async Task A_target_that_has_gone_its_own_way_is_named_and_left_alone()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        (await CopyRun.Files(office.Database, Target)).Code.ShouldBe(0);
        await CopyOffice.Note(Target, "target");

        var ahead = await CopyRun.Files(office.Database, Target);
        await CopyOffice.Note(office.Database, "source");
        var forked = await CopyRun.Files(office.Database, Target);

        (ahead.Code, forked.Code).ShouldBe((1, 1));
        ahead.Output.ShouldStartWith("ORGANISATION: the target has gone on to event ");
        forked.Output.ShouldStartWith("ORGANISATION: the target holds another history from event ");
        forked.Output.ShouldContain("1 histories stand in the way of the copy. Nothing was written.");
    }

    [Fact]
    public async Task A_broken_chain_is_not_copied()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using (var database = new SqliteConnection($"Data Source={office.Database};Pooling=False"))
        {
            await database.OpenAsync(office.Cancel);
            await using var tamper = database.CreateCommand();
            tamper.CommandText = "UPDATE Events SET \"By\" = 'somebody' WHERE Duty = 'ORGANISATION' AND Number = 2";
            (await tamper.ExecuteNonQueryAsync(office.Cancel)).ShouldBe(1);
        }

        var said = await CopyRun.Files(office.Database, Target);

        said.Code.ShouldBe(1);
        said.Output.ShouldStartWith("ORGANISATION: the chain of the source is broken at event 2.");
        File.Exists(Target).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"type":"fromTheFuture"}""")]
    [InlineData("""{"kind":"fromTheFuture"}""")]
    public async Task An_event_of_a_later_program_is_not_copied_blindly(string json)
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await CopyOffice.Note(office.Database, "source", json);

        var said = await CopyRun.Files(office.Database, Target);

        said.Code.ShouldBe(1);
        said.Output.ShouldStartWith("ORGANISATION: the source holds an event that this version of the program does not know");
    }

    [Fact]
    public async Task A_source_in_use_is_noticed_and_the_next_run_puts_it_right()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using var busy = new SayingOutput("Copied ", () => CopyOffice.Note(office.Database, "source"));

        var said = await CopyRun.Run(["--from-sqlite", office.Database, "--to-sqlite", Target], output: busy);
        var again = await CopyRun.Files(office.Database, Target);

        said.Code.ShouldBe(1);
        said.Output.ShouldContain("The source was written to while it was copied: stop the program that uses it and run the command again.");
        again.Code.ShouldBe(0, again.Output + again.Error);
        again.Output.Trim().ShouldEndWith("each history ends in the same hash as in the source.");
    }

    [Fact]
    public async Task A_target_in_use_is_noticed()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using var busy = new SayingOutput("Copied ", () => CopyOffice.Note(Target, "target"));

        var said = await CopyRun.Run(["--from-sqlite", office.Database, "--to-sqlite", Target], output: busy);

        said.Code.ShouldBe(1);
        said.Output.ShouldContain("ORGANISATION: the copy ends in another hash.");
        said.Output.ShouldContain("The copy is not whole");
    }
}
