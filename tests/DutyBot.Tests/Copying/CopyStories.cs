using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using DutyBot.Copying;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Tasks;
using DutyBot.Hosting;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Copying;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using DutyBot.Tests.Storage;
using DutyBot.Workers;
using NodaTime;

namespace DutyBot.Tests.Copying;

/// <summary>An admin moves the office to another store.</summary>
public sealed class CopyStories(LocalIssuer issuer, Azurite azurite) : IClassFixture<LocalIssuer>, IDisposable
{
    private const string Whole = "Every chain of the copy holds, and each history ends in the same hash as in the source.";

    private static readonly Instant Never = Instant.FromUtc(2100, 1, 1, 0, 0);

    private readonly TestFolder folder = new();

    private string Target => folder.File("copy", "dutybot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_office_moved_to_Azure_and_back_goes_on_working()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var form = await office.Deputy.Types("giao việc");
        await office.App.Get<OutboxWorker>().StopAsync(office.Cancel);
        await office.Deputy.Presses(form, "Giao nhiệm vụ", Routine.TaskFields);
        await office.Stop();

        var there = await CopyRun.Run(["--from-sqlite", office.Database, "--to-azure", "env:TABLES"], await azurite.Address());
        var back = await CopyRun.Run(["--from-azure", "env:TABLES", "--to-sqlite", Target], await azurite.Address());
        there.Code.ShouldBe(0, there.Output + there.Error);
        back.Code.ShouldBe(0, back.Output + back.Error);
        there.Digests().Concat(back.Digests()).Distinct().ShouldHaveSingleItem();
        there.Output.ShouldContain("1 effects owed");
        back.Output.Trim().ShouldEndWith(Whole);
        ReplaceFiles(office.Database);

        await office.Start();
        await office.PassUntilTrue(() => Cards(office) == 1);
        await office.PassUntil(11, 26, 8);
        (await office.Store.Load(form.Duty, office.Cancel)).Events.Select(e => e.Type).ShouldBe(["Issued", "NoticesGiven", "DeemedAccepted"]);
        Cards(office).ShouldBe(2, "the card, posted once and brought up to date once");
        await office.Stop();
        await using var said = new StringWriter();
        (await Verify.Run(new StorageOptions { Path = office.Database }, said, office.Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_run_copies_nothing_and_verify_says_the_same_digest()
    {
        await using var office = await CopyOffice.Stopped(issuer);

        var first = await CopyRun.Files(office.Database, Target);
        var second = await CopyRun.Files(office.Database, Target);

        (first.Code, second.Code).ShouldBe((0, 0), first.Output + first.Error + second.Output + second.Error);
        first.Output.ShouldContain("Copied 2 histories and ");
        second.Output.ShouldContain("Copied 0 histories and 0 addresses; the rest was there already.");
        second.Output.Split('\n')[0]["Source: ".Length..].ShouldBe(second.Output.Split('\n')[2]["Target: ".Length..]);
        await using var said = new StringWriter();
        (await Verify.Run(new StorageOptions { Path = Target }, said, office.Cancel)).ShouldBe(0);
        said.ToString().ShouldContain($"Digest {first.Digests()[0]}.");
    }

    [Fact]
    public async Task The_digest_can_be_recalculated_without_the_program()
    {
        await using var office = await CopyOffice.Stopped(issuer);

        var said = await CopyRun.Files(office.Database, Target);

        using var session = new SqliteSession(Target);
        var lines = session["SELECT Duty || ' ' || Number || ' ' || Hash FROM Heads NATURAL JOIN Events ORDER BY Duty"]
            .List(row => row.Text(0) + "\n");
        lines.Count.ShouldBe(2);
        said.Digests()[1].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    [Fact]
    public async Task A_copy_cut_off_is_finished_by_the_next_run()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using var source = await CopyRun.Open(office.Database);
        var prefix = AzureTablePrefix.Next();
        foreach (var call in new[] { 9, 13, 17, 25 })
        {
            await using var mortal = await Tables(prefix, new ServiceWire { CutAt = call });
            await Should.ThrowAsync<ProcessDiedException>(() => Run(source, mortal, isTargetThere: call > 9));
        }

        await using var target = await Tables(prefix, new ServiceWire());
        var (code, said) = await Run(source, target, isTargetThere: true);

        code.ShouldBe(0, said);
        said.Trim().ShouldEndWith(Whole);
    }

    [Fact]
    public async Task What_was_announced_and_never_recorded_is_not_copied()
    {
        await using var office = await CopyOffice.Stopped(issuer);
        await using var original = await CopyRun.Open(office.Database);
        await using var source = await Tables(AzureTablePrefix.Next(), new ServiceWire());
        (await Run(original, source, isTargetThere: false)).Code.ShouldBe(0);
        var due = await source.DueObligations(Never, 10, office.Cancel);
        var seen = await source.Load(due[0].Duty, office.Cancel);
        var tooLate = new DutyAppend(
            seen.Duty,
            new DutyVersion(seen.Version.Number + 1),
            seen.LastHash,
            "",
            seen.Events[^1].At,
            [new NewEvent("Issued", "{}", seen.Events[^1].At, "system")],
            [],
            [],
            [new Obligation(due[0].Name, due[0].Kind, due[0].Owner, due[0].Due + Duration.FromDays(1))]
        );
        (await source.Append(tooLate, office.Cancel)).ShouldBeOfType<AppendResult.Conflict>();
        (await source.DueObligations(Never, 10, office.Cancel)).Count.ShouldBe(due.Count + 1);

        await using var target = new SqliteStore(Target);
        (await Run(source, target, isTargetThere: false)).Code.ShouldBe(0);

        (await target.DueObligations(Never, 10, office.Cancel)).Select(Row).ShouldBe(due.Select(Row));
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        await using var office = await CopyOffice.Stopped(issuer);

        var dry = await CopyRun.Files(office.Database, Target, "--dry-run");

        dry.Code.ShouldBe(0, dry.Output + dry.Error);
        dry.Output.ShouldContain("Source: 2 histories with ");
        dry.Output.ShouldContain("Dry run: 2 histories and ");
        Directory.EnumerateFileSystemEntries(folder.Root).ShouldBeEmpty();
        await CopyRun.Files(office.Database, Target);
        (await CopyRun.Files(office.Database, Target, "--dry-run")).Output.ShouldContain("Dry run: 0 histories and 0 addresses to copy.");
    }

    [Fact]
    public async Task A_copy_follows_its_source()
    {
        await using var office = await OfficeDriver.Open(issuer);
        var card = await office.Assign();
        await office.Stop();
        (await CopyRun.Files(office.Database, Target)).Code.ShouldBe(0);
        await office.Start();
        var form = await office.HeadOfPlanning.Presses(card, "Tiếp nhận");
        await office.HeadOfPlanning.Presses(form, "Tiếp nhận", ("officer", SampleOrganisation.OfficerOfPlanning.Value));
        await office.Settled();
        await office.Stop();

        var again = await CopyRun.Files(office.Database, Target);

        again.Code.ShouldBe(0, again.Output + again.Error);
        again.Output.ShouldContain("Copied 1 histories");
        await using var copy = await CopyRun.Open(Target);
        (await copy.DueObligations(Never, 10, office.Cancel))
            .Where(row => row.Duty == card.Duty)
            .Select(row => row.Name)
            .ShouldBe(["notice:complete:-5", TaskObligations.Complete]);
    }

    private static int Cards(OfficeDriver office) => office.Messages(SampleOrganisation.Planning).Count;

    private static (DutyId, string, ObligationKind, Owner, Instant?) Row(OwedRow row) => (row.Duty, row.Name, row.Kind, row.Owner, row.Due);

    private static async Task<(int Code, string Said)> Run(ICopyableStore source, ICopyableStore target, bool isTargetThere)
    {
        await using var output = new StringWriter();
        var copy = new StoreCopy(source, target, isTargetThere, output);
        var code = await copy.Run(isDryRun: false, TimeProvider.System, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    private async Task<AzureTableStore> Tables(string prefix, ServiceWire wire) =>
        new(await azurite.Client(new TableClientOptions { Transport = wire }), prefix);

    private void ReplaceFiles(string database)
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(database)!, "dutybot.db*"))
        {
            File.Delete(file);
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Target)!, "dutybot.db*"))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(database)!, Path.GetFileName(file)));
        }
    }
}
