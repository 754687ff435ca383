using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed partial class AzureCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mark_cut_off_at_any_call_leaves_no_effect_marked_that_nobody_knows_of_and_none_unmarked_that_was_answered(bool afterTheCall)
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
            async (store, _) => await store.MarkSending(leased, In(2), None) is not null,
            async (store, seen, answered) =>
            {
                var next = (await store.LeaseEffects(seen.Duty, In(2), LeaseTime, None)).ShouldHaveSingleItem();
                next.IsInDoubt.ShouldBe(answered || afterTheCall);
            }
        );
    }

    [Fact]
    public async Task A_mark_whose_answer_was_lost_on_the_wire_is_recognised()
    {
        prefix = AzureTablePrefix.Next();
        await using var store = await Open(new ServiceWire());
        await store.Prepare(None);
        var seen = await Append(store, Following(Unwritten(NewDuty()), "1") with { Effects = [Effect("e1")] });
        var leased = (await store.LeaseEffects(seen.Duty, Now, LeaseTime, None)).Single();
        await using var unlucky = await Open(new ServiceWire { LosesAnswerOf = call => call.StartsWith("PATCH", StringComparison.Ordinal) });

        var marked = (await unlucky.MarkSending(leased, In(2), None)).ShouldNotBeNull();

        (await unlucky.MarkSending(leased, In(3), None)).ShouldBeNull("the lease of before the mark is over");
        (await store.Settle(marked, Done, None)).ShouldBeTrue();
    }
}
