using System.Text.RegularExpressions;

namespace DutyBot.Tests.Architecture;

public sealed class SourceTextTests
{
    /// <summary>The boundaries where everything is caught on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> Boundaries = new()
    {
        ["src/DutyBot.Teams/Activities/ActivityTurn.cs"] = "the one boundary of a request: the person gets a correlation id",
        ["src/DutyBot.Teams/Auth/MetadataPrefetch.cs"] = "an early read that may fail; the first request reads again",
        ["src/DutyBot.Teams/Connector/ConnectorCalls.cs"] = "an outage of the channel becomes a value",
        ["src/DutyBot.Teams/Graph/GraphCalls.cs"] = "an outage of Graph becomes a value",
        ["src/DutyBot.Storage/Sqlite/SqliteWriter.cs"] = "a failed write is answered to its caller and must not fail its group",
        ["src/DutyBot.Storage/AzureTables/AzureTidy.cs"] = "a lost tidy leaves a superfluous row, logged",
        ["src/DutyBot/Delivery/DeliveryLedger.cs"] = "what has arrived is not sent again because a note about it could not be written",
        ["src/DutyBot/Delivery/FeedWorker.cs"] = "a feed entry that failed is let be and must not stop the next one",
        ["src/DutyBot/Workers/ClockWorker.cs"] = "one bad deadline must not stop the clock; it stays due",
        ["src/DutyBot/Workers/OutboxWorker.cs"] = "one bad effect must not stop the outbox; it is tried again or becomes a dead letter",
        ["tests/DutyBot.Tests/Simulation/Turns.cs"] = "what ends something in a simulated office is a finding and must not end the office",
        ["tests/DutyBot.Tests/Simulation/Post.cs"] = "a press that failed is asked for again, or is a finding",
    };

    [Fact]
    public void No_warning_is_silenced_in_the_code() => Everywhere(SourceTree.Code, SourceText.SilencedWarning()).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() => Everywhere(SourceTree.All, SourceText.Unfinished()).ShouldBeEmpty();

    [Fact]
    public void Everything_is_caught_only_at_the_documented_boundaries() =>
        SourceTree
            .Code.Where(file => SourceText.Matches(file, SourceText.CatchAll()).Any())
            .Select(file => file.Path)
            .ShouldBe(Boundaries.Keys, ignoreOrder: true);

    [Fact]
    public void No_file_names_a_folder_of_one_machine() => Everywhere(SourceTree.All, SourceText.MachinePath()).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_package_registry() => Everywhere(SourceTree.All, SourceText.PackageRegistry()).ShouldBeEmpty();

    [Fact]
    public void No_folder_or_file_is_a_drawer_for_odds_and_ends() =>
        SourceTree.All.Where(file => SourceText.Drawers(file.Path).Any()).Select(file => file.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("#pragma warning " + "disable CA1822")]
    [InlineData("#pragma  warning\t" + "disable")]
    public void The_check_sees_a_silenced_warning(string line) => SourceText.SilencedWarning().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("// TO" + "DO: later", true)]
    [InlineData("// FIX" + "ME", true)]
    [InlineData("a todo list is what a person has", false)]
    public void The_check_sees_unfinished_work(string line, bool seen) => SourceText.Unfinished().IsMatch(line).ShouldBe(seen);

    [Theory]
    [InlineData("catch (Exception)", true)]
    [InlineData("catch (System.Exception fault) {", true)]
    [InlineData("        catch", true)]
    [InlineData("} catch (Exception fault) when (fault is not OperationCanceledException)", true)]
    [InlineData("catch (ExceptionOfOurs)", false)]
    [InlineData("catch (IOException)", false)]
    [InlineData("// this the boundary would catch", false)]
    public void The_check_sees_a_broad_catch(string line, bool seen) => SourceText.CatchAll().IsMatch(line).ShouldBe(seen);

    [Theory]
    [InlineData("cd /ro" + "ot/project", true)]
    [InlineData("\"/ho" + "me/anna/file\"", true)]
    [InlineData(@"C:\Us" + @"ers\anna", true)]
    [InlineData("Data Source=/home/data/dutybot.db", false)]
    [InlineData("https://learn.microsoft.com/" + "work/item", false)]
    public void The_check_sees_a_machines_folder(string line, bool seen) => SourceText.MachinePath().IsMatch(line).ShouldBe(seen);

    [Fact]
    public void The_check_sees_a_registry() =>
        SourceText.PackageRegistry().IsMatch("\"re" + "solved\": \"https://packages.example/a.tgz\"").ShouldBeTrue();

    private static IEnumerable<string> Everywhere(IEnumerable<SourceFile> files, Regex pattern) =>
        files.SelectMany(file => SourceText.Matches(file, pattern));
}
