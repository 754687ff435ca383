using Azure.Data.Tables;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Storage.Sqlite;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.CopySamples;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>A copy dies before or after each call to the service, and is run again.</summary>
public sealed class AzureImportCrashTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly Obligation[] Open = [Owed("complete", In(1)), Owed("lead", null, Person)];

    private readonly TestFolder folder = new();
    private SqliteStore source = null!;
    private string prefix = "";

    public async ValueTask InitializeAsync()
    {
        source = new SqliteStore(folder.File("dutybot.db"));
        await source.Prepare(None);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_import_cut_off_at_any_call_is_finished_by_the_next_one(bool afterTheCall)
    {
        var duty = await LongDuty();
        var calls = 0;
        for (var isCut = true; isCut; )
        {
            calls++;
            prefix = AzureTablePrefix.Next();
            await using var target = await Target(new ServiceWire());
            await target.Prepare(None);
            isCut = await Dies(duty, new ServiceWire { CutAt = calls, CutAfterTheCall = afterTheCall });

            // Whatever was cut off: a version that is there stands for all that belongs to it.
            var version = (await target.Load(duty, None)).Version.Number;
            version.ShouldBeOneOf(0, 150);
            if (version == 150)
            {
                await HoldsTheRest(target, duty);
            }

            await Copy(source, target, duty, Open);
            await HoldsTheRest(target, duty);
            (await target.DutiesToDrain(In(2), 10, None)).ShouldBe([duty]);
            (await Import(source, target, duty, Open)).IsEmpty.ShouldBeTrue();
        }

        calls.ShouldBeGreaterThanOrEqualTo(12); // four reads, three announcements, the list of the dead and three parts, and one life
    }

    [Fact]
    public async Task An_import_whose_answer_was_lost_on_the_wire_is_found_to_be_there()
    {
        var duty = await LongDuty();
        prefix = AzureTablePrefix.Next();
        var wire = new ServiceWire { LosesAnswerOf = call => call.EndsWith("/$batch", StringComparison.Ordinal) };
        await using var target = await Target(wire);
        await target.Prepare(None);

        for (var tries = 0; tries < 3 && !await target.Import(await Import(source, target, duty, Open), None); tries++) { }

        await HoldsTheRest(target, duty);
    }

    private async Task HoldsTheRest(AzureTableStore target, DutyId duty)
    {
        (await target.Export(duty, None)).ShouldHold(await source.Export(duty, None));
        (await target.Registered(duty, Open, None)).ShouldBe(Open);
        (await target.DeadEffects(10, None)).ShouldHaveSingleItem().Id.ShouldBe("dead");
    }

    /// <summary>More rows than three atomic writes hold.</summary>
    private async Task<DutyId> LongDuty()
    {
        var seen = Unwritten(NewDuty());
        for (var i = 0; i < 3; i++)
        {
            var draft = Following(seen, [.. Enumerable.Range(0, 50).Select(n => $"{n}")]);
            var effects = Enumerable.Range(0, 35).Select(n => Effect(i == 0 && n == 0 ? "dead" : $"{i}.{n}", $"{i}.{n}"));
            await source.Append(draft with { Effects = [.. effects], Before = i == 0 ? [] : Open, After = Open }, None);
            seen = await source.Load(seen.Duty, None);
        }

        var leased = await source.LeaseEffects(seen.Duty, Now, NodaTime.Duration.Epsilon, None);
        await source.Settle(leased.Single(effect => effect.Id == "dead"), new Settlement.Dead("403"), None);
        return seen.Duty;
    }

    private async Task<bool> Dies(DutyId duty, ServiceWire wire)
    {
        await using var mortal = await Target(wire);
        try
        {
            await Copy(source, mortal, duty, Open);
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    private async Task<AzureTableStore> Target(ServiceWire wire) => new(await azurite.Client(new TableClientOptions { Transport = wire }), prefix);
}
