using DutyBot.Domain;
using DutyBot.Storage;
using NodaTime;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_was_given_up_lives_again_once_however_often_it_is_asked_for()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        await Bury(duty, "e1");

        (await Store.Revive(duty, "e1", In(9), In(10), None)).ShouldBeTrue();
        (await Store.Revive(duty, "e1", In(9), In(10), None)).ShouldBeFalse();

        (await Store.DeadEffects(10, None)).ShouldBeEmpty();
        var leased = await Lease(duty, In(10));
        leased.Select(effect => effect.Id).ShouldBe(["e1", "e2"]);
        leased[0].ShouldBe(new LeasedEffect(duty, "e1", leased[0].Lane, """{"say":"e1"}""", 0, In(10), leased[0].Lease));
        (await Store.Settle(leased[0], Done, None)).ShouldBeTrue();
        (await Store.Revive(duty, "e1", In(9), In(11), None)).ShouldBeFalse();
        (await LeasedIds(duty, In(60))).ShouldBe(["e2"]);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_revives_it()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Bury(duty, "e1");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Store.Revive(duty, "e1", In(9), In(10), None)))
        );

        answers.Count(answer => answer).ShouldBe(1);
        (await LeasedIds(duty, In(10))).ShouldBe(["e1"]);
    }

    [Fact]
    public async Task What_lives_again_is_found_by_whoever_looks_after_a_crash()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Bury(duty, "e1");
        (await Store.DutiesToDrain(In(30), 10, None)).ShouldBeEmpty();

        await Store.Revive(duty, "e1", In(39), In(40), None);
        await Reopen();

        (await Store.DutiesToDrain(In(41), 10, None)).ShouldBe([duty]);
        (await LeasedIds(duty, In(41))).ShouldBe(["e1"]);
    }

    [Fact]
    public async Task What_lives_again_may_die_and_live_once_more()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        for (var minute = 1; minute < 4; minute++)
        {
            var leased = (await Lease(duty, In(minute))).ShouldHaveSingleItem();
            (await Store.Settle(leased, new Settlement.Dead($"{minute}"), None)).ShouldBeTrue();
            (await Store.DeadEffects(10, None)).ShouldBe([new DeadEffect(duty, "e1", """{"say":"e1"}""", 1, $"{minute}")]);
            (await Store.Revive(duty, "e1", In(minute), In(minute), None)).ShouldBeTrue();
            (await Store.Settle(leased, Done, None)).ShouldBeFalse();
        }

        (await LeasedIds(duty, In(9))).ShouldBe(["e1"]);
    }

    [Fact]
    public async Task What_has_died_once_more_is_not_revived_by_whoever_asked_before_that_even_in_the_same_moment()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Bury(duty, "e1");
        (await Store.Revive(duty, "e1", Now, Now, None)).ShouldBeTrue();
        await Store.Settle((await Lease(duty, In(1))).ShouldHaveSingleItem(), new Settlement.Dead("403"), None);
        await Reopen();

        (await Store.Revive(duty, "e1", Now, In(2), None)).ShouldBeFalse("A process that died over it asks again.");
        (await Store.DeadEffects(10, None)).ShouldHaveSingleItem();
        (await Store.Revive(duty, "e1", In(2), In(2), None)).ShouldBeTrue("An admin has seen that it died once more.");
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_and_its_neighbours_stay()
    {
        var duty = await DutyWith(Now, Effect("a", "a"), Effect("b", "b"), Effect("alive", "c", In(30)));
        await Bury(duty, "a", "b");

        (await Store.Forget(duty, "a", None)).ShouldBeTrue();
        (await Store.Forget(duty, "a", None)).ShouldBeFalse();
        (await Store.Forget(duty, "alive", None)).ShouldBeFalse();
        (await Store.Revive(duty, "a", In(9), In(10), None)).ShouldBeFalse();
        (await Store.Revive(NewDuty(), "b", In(9), In(10), None)).ShouldBeFalse();

        (await Store.DeadEffects(10, None)).ShouldHaveSingleItem().Id.ShouldBe("b");
        (await LeasedIds(duty, In(30))).ShouldBe(["alive"]);
    }

    private async Task Bury(DutyId duty, params string[] ids)
    {
        foreach (var leased in (await Lease(duty, Now)).Where(effect => ids.Contains(effect.Id)))
        {
            await Store.Settle(leased, new Settlement.Dead("403"), None);
        }
    }
}
