using Azure.Data.Tables;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>Two processes over the same tables, one of them slow at the worst moment; and what each act costs in calls to the service.</summary>
public sealed class AzureReplicaTests(Azurite azurite) : IAsyncLifetime
{
    private readonly string prefix = AzureTablePrefix.Next();
    private readonly ServiceWire wire = new();
    private AzureTableStore store = null!;

    public async ValueTask InitializeAsync()
    {
        store = await Open(wire);
        await store.Prepare(None);
        wire.Forget();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Effects_that_land_after_their_wake_was_examined_are_found()
    {
        var slowWire = new ServiceWire { Holds = IsAppend };
        await using var slow = await Open(slowWire);
        var append = slow.Append(Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] }, None).AsTask();
        await slowWire.Held;

        (await store.DutiesToDrain(In(2), 10, None)).ShouldBeEmpty();
        (await store.DutiesToDrain(In(9), 10, None)).ShouldBeEmpty();
        slowWire.Release();
        var landed = (await append).ShouldBeOfType<AppendResult.Appended>();

        landed.Version.Number.ShouldBe(1);
        (await store.DutiesToDrain(In(11), 10, None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tidying_that_is_late_spares_what_is_owed_again()
    {
        var owed = Owed("complete", In(1));
        var seen = await Append(Following(Unwritten(NewDuty()), "1") with { After = [owed] });
        var slowWire = new ServiceWire { Holds = call => call.StartsWith("GET", StringComparison.Ordinal) };
        await using (var slow = await Open(slowWire))
        {
            (await slow.Append(Following(seen, "2") with { Before = [owed] }, None)).ShouldBeOfType<AppendResult.Appended>();
            await slowWire.Held;
            await Append(Following(await store.Load(seen.Duty, None), "3") with { After = [owed] });
            slowWire.Release();
        }

        (await store.DueObligations(In(1), 10, None)).ShouldHaveSingleItem();
        (await store.OwedBy(Unit, None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_on_the_wire_is_recognised()
    {
        await using var unlucky = await Open(new ServiceWire { LosesAnswerOf = IsAppend });
        var draft = Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] };

        var appended = (await unlucky.Append(draft, None)).ShouldBeOfType<AppendResult.Appended>();
        var next = Following(new StoredDuty(draft.Duty, appended.Version, appended.Events), "2");
        (await unlucky.Append(next, None)).ShouldBeOfType<AppendResult.Appended>();

        (await store.Load(draft.Duty, None)).Events.Select(stored => stored.Json).ShouldBe(["1", "2"]);
        (await unlucky.Append(draft, None)).ShouldBeOfType<AppendResult.Conflict>();
    }

    [Fact]
    public async Task An_append_to_a_duty_in_memory_is_one_call()
    {
        var seen = await Append(Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] });

        (await Calls(() => Append(seen, "2"))).ShouldHaveSingleItem().ShouldStartWith("POST");
        seen = await store.Load(seen.Duty, None);
        (await Calls(() => Append(seen, "3", Effect("e2")))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_new_is_one_call_that_names_the_first_new_event()
    {
        var seen = await Append(Following(Unwritten(NewDuty()), "1", "2", "3"));

        var call = (await Calls(async () => (await store.LoadSince(seen.Duty, 3, None)).Events.ShouldBeEmpty())).ShouldHaveSingleItem();
        call.ShouldContain($"$filter=PartitionKey eq '{seen.Duty}' and RowKey ge 'e0000000004' and RowKey lt 'i'");
    }

    [Fact]
    public async Task An_append_with_effects_announces_a_wake_once_in_a_while()
    {
        var seen = await Append(Following(Unwritten(NewDuty()), "1"));

        (await Calls(() => Append(seen, "2", Effect("e1")))).Count.ShouldBe(2);
        seen = await store.Load(seen.Duty, None);
        var later = Following(seen, "3") with { Now = Now + StoreTiming.DrainAfter, Effects = [Effect("e2")] };
        (await Calls(async () => await store.Append(later, None))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_append_to_a_duty_not_in_memory_is_two_calls_and_a_wake()
    {
        var duty = (await Append(Following(Unwritten(NewDuty()), "1"))).Duty;

        (await Calls(async () => await Append(await store.Load(duty, None), "2"))).Count.ShouldBe(2);
        (await Calls(async () => await Append(await store.Load(duty, None), "3", Effect("e1")))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_owed_is_announced_together()
    {
        var draft = Following(Unwritten(NewDuty()), "1") with
        {
            Effects = [Effect("e1")],
            After = [Owed("a", In(1)), Owed("b", In(2)), Owed("c", null)],
        };

        // The wake and the deadlines in one call, the owner's rows in another, then the append.
        (await Calls(async () => await store.Append(draft, None))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_tick_costs_what_is_due_and_not_what_is_open()
    {
        var idle = (await Calls(Tick)).Count;
        for (var i = 0; i < 5; i++)
        {
            await Append(Following(Unwritten(NewDuty()), "1") with { After = [.. Enumerable.Range(0, 20).Select(n => Owed($"{n}", In(60 + n)))] });
        }

        (await Calls(Tick)).Count.ShouldBe(idle);
    }

    [Fact]
    public async Task No_call_looks_beyond_one_partition()
    {
        var owed = Owed("a", In(1));
        var seen = await Append(Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1"), Effect("e2")], After = [owed] });
        await Append(Following(seen, "2") with { Expected = new DutyVersion(1), Before = [owed] });
        await Tick();
        await store.Settle((await store.LeaseEffects(seen.Duty, Now, LeaseTime, None)).Single(), new Settlement.Dead("gone"), None);
        await store.Settle((await store.LeaseEffects(seen.Duty, Now, LeaseTime, None)).Single(), Done, None);
        await store.DeadEffects(10, None);
        await store.FindCard(seen.Duty, "slot", None);
        await store.LoadSince(seen.Duty, 1, None);
        await store.Discard(new OwedRow(seen.Duty, "a", owed.Kind, owed.Owner, owed.Due, "", Now), In(20), None);
        await store.OwedBy(Unit, None);
        await store.Remember("person|1", "{}", None);
        await store.Find("person|1", None);
        await store.DisposeAsync();

        var queries = wire.Calls.Where(call => call.StartsWith("GET", StringComparison.Ordinal)).ToList();
        queries.Count.ShouldBeGreaterThan(40);
        queries.ShouldAllBe(call => call.Contains("$filter=PartitionKey eq '") || call.Contains("(PartitionKey='"));
        (await store.AllDuties(None).CountAsync()).ShouldBe(1);
    }

    private static bool IsAppend(string call) =>
        call.StartsWith("POST", StringComparison.Ordinal) && call.Contains("$batch", StringComparison.Ordinal);

    private async Task Tick()
    {
        await store.DueObligations(In(30), 100, None);
        await store.DutiesToDrain(In(30), 100, None);
    }

    private async Task<List<string>> Calls(Func<Task> act)
    {
        wire.Forget();
        await act();
        return [.. wire.Calls];
    }

    private async Task Append(StoredDuty seen, string text, params NewEffect[] effects) =>
        (await store.Append(Following(seen, text) with { Effects = effects }, None)).ShouldBeOfType<AppendResult.Appended>();

    private async Task<StoredDuty> Append(DutyAppend append)
    {
        (await store.Append(append, None)).ShouldBeOfType<AppendResult.Appended>();
        return await store.Load(append.Duty, None);
    }

    private async Task<AzureTableStore> Open(ServiceWire over) =>
        new(await azurite.Client(new TableClientOptions { Transport = over, Retry = { Delay = TimeSpan.Zero } }), prefix);
}
