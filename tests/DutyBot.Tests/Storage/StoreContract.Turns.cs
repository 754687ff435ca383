using DutyBot.Storage;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_has_to_wait_for_its_turn_keeps_its_place_and_loses_no_attempt()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        for (var turn = 1; turn < 5; turn++)
        {
            var leased = (await Lease(duty, In(turn * 10))).ShouldHaveSingleItem();
            (leased.Id, leased.Attempts).ShouldBe(("e1", 0));
            (await Store.Settle(leased, new Settlement.PutOff(In((turn + 1) * 10)), None)).ShouldBeTrue();
            (await Store.Settle(leased, Done, None)).ShouldBeFalse();
            (await Lease(duty, In((turn * 10) + 9))).ShouldBeEmpty();
        }

        (await Store.DutiesToDrain(In(50), 10, None)).ShouldBe([duty]);
        await Reopen();
        (await Lease(duty, In(50))).ShouldHaveSingleItem().Attempts.ShouldBe(0);
        (await Lease(duty, In(60))).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_owed_is_shown_in_recorded_order_and_stays()
    {
        var duty = await DutyWith(Now, Effect("b", "post"), Effect("night", "post", In(600)), Effect("a", "other"));
        await Lease(duty, Now);

        for (var look = 0; look < 2; look++)
        {
            (await Store.Pending(duty, None)).ShouldBe([
                new PendingEffect("b", "post", """{"say":"b"}"""),
                new PendingEffect("night", "post", """{"say":"night"}"""),
                new PendingEffect("a", "other", """{"say":"a"}"""),
            ]);
        }

        (await Store.Pending(NewDuty(), None)).ShouldBeEmpty();
    }
}
