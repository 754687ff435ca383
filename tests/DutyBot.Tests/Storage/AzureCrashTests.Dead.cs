using DutyBot.Storage;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed partial class AzureCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_revival_cut_off_at_any_call_leaves_one_effect_dead_or_alive(bool afterTheCall)
    {
        await CutAtEachCall(
            afterTheCall,
            async store =>
            {
                var seen = await Append(store, Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] });
                await store.Settle((await store.LeaseEffects(seen.Duty, Now, LeaseTime, None)).Single(), new Settlement.Dead("403"), None);
                return seen;
            },
            async (store, seen) => await store.Revive(seen.Duty, "e1", In(30), In(30), None),
            async (store, seen, answered) =>
            {
                var named = (await store.DutiesToDrain(In(32), 10, None)).Count;
                var left = await store.LeaseEffects(seen.Duty, In(32), LeaseTime, None);
                (left.Count + (await store.DeadEffects(10, None)).Count).ShouldBe(1);
                named.ShouldBe(left.Count);
                (left.Count == 1 || !answered).ShouldBeTrue();
            }
        );
    }
}
