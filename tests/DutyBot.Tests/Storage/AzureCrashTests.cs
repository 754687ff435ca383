using Azure.Data.Tables;
using DutyBot.Storage;
using DutyBot.Storage.AzureTables;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>The process dies before or after each call to the service that an act makes; another one goes on over the same tables.</summary>
public sealed partial class AzureCrashTests(Azurite azurite)
{
    private string prefix = "";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_append_cut_off_at_any_call_loses_nothing_and_doubles_nothing(bool afterTheCall)
    {
        var old = Owed("old", In(1));
        var calls = await CutAtEachCall(
            afterTheCall,
            async store => await Append(store, Following(Unwritten(NewDuty()), "1") with { After = [old] }),
            async (store, seen) =>
                (
                    await store.Append(
                        Following(seen, "2", "3") with
                        {
                            Effects = [Effect("e1"), Effect("e2")],
                            Before = [old],
                            After = [Owed("new", In(2), Person)],
                        },
                        None
                    )
                ) is AppendResult.Appended,
            async (store, seen, answered) =>
            {
                var landed = (await store.Load(seen.Duty, None)).Version.Number == 3;
                (landed || !answered).ShouldBeTrue();
                await TheDutyIsWhole(store, seen, landed);
                var again = Following(seen, "2", "3") with
                {
                    Effects = [Effect("e1"), Effect("e2")],
                    Before = [old],
                    After = [Owed("new", In(2), Person)],
                };
                (await store.Append(again, None) is AppendResult.Appended).ShouldBe(!landed);
                await TheDutyIsWhole(store, seen, landed: true);
                (await store.LeaseEffects(seen.Duty, In(3), LeaseTime, None)).ShouldHaveSingleItem().Id.ShouldBe("e1");
            }
        );

        calls.ShouldBeGreaterThanOrEqualTo(7); // two announcements, the append, and the search and removal of two old rows
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_append_cut_off_at_any_call_leaves_a_whole_duty_or_none(bool afterTheCall)
    {
        await CutAtEachCall(
            afterTheCall,
            _ => Task.FromResult(Unwritten(NewDuty())),
            async (store, seen) =>
                await store.Append(Following(seen, "1") with { Effects = [Effect("e1")], After = [Owed("new", In(1))] }, None)
                is AppendResult.Appended,
            async (store, seen, answered) =>
            {
                var landed = (await store.Load(seen.Duty, None)).Version.Number == 1;
                (landed || !answered).ShouldBeTrue();
                (await store.DutiesToDrain(In(2), 10, None)).Contains(seen.Duty).ShouldBe(landed);
                if (landed)
                {
                    (await store.DueObligations(In(1), 10, None)).ShouldHaveSingleItem().Duty.ShouldBe(seen.Duty);
                }
            }
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_settlement_cut_off_at_any_call_is_done_whole_or_not_at_all(bool afterTheCall)
    {
        Settlement[] settlements =
        [
            new Settlement.Done(new PostedCard("slot", "19:a", "1")),
            new Settlement.RetryAt(In(30), "429"),
            new Settlement.Dead("403"),
        ];
        foreach (var settlement in settlements)
        {
            LeasedEffect leased = null!;
            await CutAtEachCall(
                afterTheCall,
                async store =>
                {
                    var seen = await Append(store, Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] });
                    leased = (await store.LeaseEffects(seen.Duty, Now, LeaseTime, None)).Single();
                    return seen;
                },
                async (store, _) => await store.Settle(leased, settlement, None),
                async (store, seen, answered) =>
                {
                    var card = await store.FindCard(seen.Duty, "slot", None);
                    var dead = await store.DeadEffects(10, None);
                    var left = await store.LeaseEffects(seen.Duty, In(60), LeaseTime, None);
                    (left.Count + dead.Count + (card is null ? 0 : 1)).ShouldBe(1);
                    (left.Count == 0 || !answered || settlement is Settlement.RetryAt).ShouldBeTrue();
                }
            );
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_search_for_effects_cut_off_at_any_call_forgets_none(bool afterTheCall)
    {
        await CutAtEachCall(
            afterTheCall,
            async store =>
                await Append(store, Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("now"), Effect("night", "b", In(300))] }),
            async (store, seen) =>
            {
                await store.DutiesToDrain(In(2), 10, None);
                await store.LeaseEffects(seen.Duty, In(2), LeaseTime, None);
                return true;
            },
            async (store, seen, _) =>
            {
                (await store.DutiesToDrain(In(4), 10, None)).ShouldBe([seen.Duty]);
                await store.Settle((await store.LeaseEffects(seen.Duty, In(4), LeaseTime, None)).Single(), Done, None);
                (await store.DutiesToDrain(In(290), 10, None)).ShouldBeEmpty();
                (await store.DutiesToDrain(In(300), 10, None)).ShouldBe([seen.Duty]);
            }
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_discard_cut_off_at_any_call_can_be_repeated(bool afterTheCall)
    {
        OwedRow row = null!;
        await CutAtEachCall(
            afterTheCall,
            async store =>
            {
                var seen = await Append(store, Following(Unwritten(NewDuty()), "1") with { After = [Owed("disowned", In(1)), Owed("kept", In(2))] });
                row = (await store.DueObligations(In(1), 1, None)).Single();
                return seen;
            },
            async (store, _) =>
            {
                await store.Discard(row, In(20), None);
                return true;
            },
            async (store, _, _) =>
            {
                await store.Discard(row, In(20), None);
                (await store.DueObligations(In(60), 10, None)).ShouldHaveSingleItem().Name.ShouldBe("kept");
                (await store.OwedBy(Unit, None)).ShouldHaveSingleItem().Name.ShouldBe("kept");
            }
        );
    }

    /// <summary>Runs <paramref name="act"/> on a process that dies in its first call, in its second, and so on, until it survives. Returns its number of calls.</summary>
    private async Task<int> CutAtEachCall(
        bool afterTheCall,
        Func<AzureTableStore, Task<StoredDuty>> prepare,
        Func<AzureTableStore, StoredDuty, Task<bool>> act,
        Func<AzureTableStore, StoredDuty, bool, Task> check
    )
    {
        for (var call = 1; ; call++)
        {
            prefix = AzureTablePrefix.Next();
            await using var before = await Open(new ServiceWire());
            await before.Prepare(None);
            var seen = await prepare(before);

            var wire = new ServiceWire { CutAt = call, CutAfterTheCall = afterTheCall };
            var answered = await Survives(wire, store => act(store, seen));

            await using var after = await Open(new ServiceWire());
            await check(after, seen, answered);
            if (!wire.WasCut)
            {
                answered.ShouldBeTrue();
                return call - 1;
            }
        }
    }

    private async Task<bool> Survives(ServiceWire wire, Func<AzureTableStore, Task<bool>> act)
    {
        await using var mortal = await Open(wire);
        try
        {
            return await act(mortal);
        }
        catch (ProcessDiedException)
        {
            return false;
        }
    }

    private static async Task TheDutyIsWhole(AzureTableStore store, StoredDuty seen, bool landed)
    {
        var loaded = await store.Load(seen.Duty, None);
        loaded.Events.Count.ShouldBe(landed ? 3 : 1);
        HashChain.FirstBrokenLink(loaded).ShouldBeNull();

        // Superfluous rows are allowed, missing ones are not.
        (await store.DueObligations(In(2), 10, None)).ShouldContain(row => row.Name == (landed ? "new" : "old"));
        (await store.OwedBy(landed ? Person : Unit, None)).ShouldContain(row => row.Name == (landed ? "new" : "old"));
        (await store.DutiesToDrain(In(landed ? 3 : 2), 10, None)).Contains(seen.Duty).ShouldBe(landed);
    }

    private static async Task<StoredDuty> Append(AzureTableStore store, DutyAppend append)
    {
        (await store.Append(append, None)).ShouldBeOfType<AppendResult.Appended>();
        return await store.Load(append.Duty, None);
    }

    private async Task<AzureTableStore> Open(ServiceWire wire) => new(await azurite.Client(new TableClientOptions { Transport = wire }), prefix);
}
