using DutyBot.Domain;
using DutyBot.Storage;
using NodaTime;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Effects_of_one_lane_are_offered_one_after_another()
    {
        var duty = await DutyWith(Now, Effect("b"), Effect("a"));
        await Append(await Draft(duty, "{}") with { Effects = [Effect("0")] });

        foreach (var id in new[] { "b", "a", "0" })
        {
            var leased = (await Lease(duty, Now)).ShouldHaveSingleItem();
            leased.Id.ShouldBe(id);
            (await Lease(duty, Now)).ShouldBeEmpty();
            (await Store.Settle(leased, Done, None)).ShouldBeTrue();
        }

        (await Lease(duty, In(60))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lanes_do_not_wait_for_each_other()
    {
        var duty = await DutyWith(Now, Effect("a1", "a"), Effect("b1", "b"), Effect("a2", "a"), Effect("c1", "c", In(5)));

        (await LeasedIds(duty, Now)).ShouldBe(["a1", "b1"]);
    }

    [Fact]
    public async Task Duties_do_not_share_lanes()
    {
        var one = await DutyWith(Now, Effect("one"));
        var two = await DutyWith(Now, Effect("two"));

        (await LeasedIds(one, Now)).ShouldBe(["one"]);
        (await LeasedIds(two, Now)).ShouldBe(["two"]);
    }

    [Fact]
    public async Task What_waits_for_the_morning_holds_its_lane()
    {
        var duty = await DutyWith(Now, Effect("morning", "post", In(60)), Effect("next"));

        (await Lease(duty, In(60) - Duration.Epsilon)).ShouldBeEmpty();
        (await LeasedIds(duty, In(60))).ShouldBe(["morning"]);
    }

    [Fact]
    public async Task A_leased_effect_says_what_was_recorded()
    {
        var duty = await DutyWith(Now, Effect("e1", "unit|1"));

        var leased = (await Lease(duty, In(3))).ShouldHaveSingleItem();

        leased.ShouldBe(new LeasedEffect(duty, "e1", "unit|1", """{"say":"e1"}""", 0, Now, leased.Lease));
    }

    [Fact]
    public async Task An_effect_is_offered_again_when_its_lease_ends()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        await Lease(duty, Now);

        (await Lease(duty, Now + LeaseTime - Duration.Epsilon)).ShouldBeEmpty();
        var again = (await Lease(duty, Now + LeaseTime)).ShouldHaveSingleItem();

        (again.Id, again.Attempts).ShouldBe(("e1", 1));
    }

    [Fact]
    public async Task A_worker_whose_lease_was_taken_over_settles_nothing()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        var first = (await Lease(duty, Now)).ShouldHaveSingleItem();
        var second = (await Lease(duty, Now + LeaseTime)).ShouldHaveSingleItem();

        (await Store.Settle(first, new Settlement.Done(new PostedCard("slot", "late", "1")), None)).ShouldBeFalse();
        (await Store.Settle(first, new Settlement.RetryAt(In(1), "late"), None)).ShouldBeFalse();
        (await Store.Settle(first, new Settlement.Dead("late"), None)).ShouldBeFalse();

        (await Store.FindCard(duty, "slot", None)).ShouldBeNull();
        (await Store.DeadEffects(10, None)).ShouldBeEmpty();
        (await Store.Settle(second, Done, None)).ShouldBeTrue();
        (await Store.DeadEffects(10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_worker_may_still_settle_what_nobody_took_over()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        var leased = (await Lease(duty, Now)).ShouldHaveSingleItem();
        await Reopen();

        (await Store.Settle(leased, Done, None)).ShouldBeTrue();
        (await Store.Settle(leased, Done, None)).ShouldBeFalse();
        (await Lease(duty, In(60))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_does_not_outlive_its_settlement()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        var leased = (await Lease(duty, Now)).ShouldHaveSingleItem();
        await Store.Settle(leased, new Settlement.RetryAt(In(1), "busy"), None);

        (await Store.Settle(leased, Done, None)).ShouldBeFalse();
        (await LeasedIds(duty, In(1))).ShouldBe(["e1"]);
    }

    [Fact]
    public async Task What_is_to_be_tried_again_keeps_its_place_in_the_lane()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        var leased = (await Lease(duty, Now)).ShouldHaveSingleItem();

        (await Store.Settle(leased, new Settlement.RetryAt(In(30), "429"), None)).ShouldBeTrue();

        (await Lease(duty, In(29))).ShouldBeEmpty();
        var again = (await Lease(duty, In(30))).ShouldHaveSingleItem();
        (again.Id, again.Attempts).ShouldBe(("e1", 1));
    }

    [Fact]
    public async Task What_was_given_up_is_kept_for_the_admin_and_its_lane_goes_on()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        await Lease(duty, Now);
        var leased = (await Lease(duty, In(5))).ShouldHaveSingleItem();

        (await Store.Settle(leased, new Settlement.Dead("403 Forbidden"), None)).ShouldBeTrue();

        (await Store.DeadEffects(10, None)).ShouldBe([new DeadEffect(duty, "e1", """{"say":"e1"}""", 2, "403 Forbidden")]);
        (await LeasedIds(duty, In(5))).ShouldBe(["e2"]);
        (await LeasedIds(duty, In(60))).ShouldBe(["e2"]);
    }

    [Fact]
    public async Task Not_more_dead_effects_are_named_than_asked_for()
    {
        var duty = await DutyWith(Now, Effect("a", "a"), Effect("b", "b"), Effect("c", "c"));
        foreach (var leased in await Lease(duty, Now))
        {
            await Store.Settle(leased, new Settlement.Dead("gone"), None);
        }

        (await Store.DeadEffects(2, None)).Count.ShouldBe(2);
        (await Store.DeadEffects(9, None)).Select(dead => dead.Id).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task The_card_last_posted_in_a_slot_is_remembered()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        foreach (var card in new[] { new PostedCard("slot", "19:a", "1"), new PostedCard("slot", "19:b", "2") })
        {
            (await Store.FindCard(duty, "slot", None)).ShouldNotBe(card);
            await Store.Settle((await Lease(duty, Now)).Single(), new Settlement.Done(card), None);
            (await Store.FindCard(duty, "slot", None)).ShouldBe(card);
        }

        (await Store.FindCard(duty, "other", None)).ShouldBeNull();
        (await Store.FindCard(NewDuty(), "slot", None)).ShouldBeNull();
        (await Store.Load(duty, None)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_workers_one_is_offered_an_effect()
    {
        var duty = await DutyWith(Now, [.. Enumerable.Range(0, 12).Select(i => Effect($"e{i}", $"{i}"))]);

        var offers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => LeasedIds(duty, Now))));

        offers.SelectMany(ids => ids).Order().ShouldBe(Enumerable.Range(0, 12).Select(i => $"e{i}").Order());
    }

    [Fact]
    public async Task A_duty_whose_effects_nobody_carried_out_is_named()
    {
        var duty = await DutyWith(Now, Effect("e1"));

        (await Store.DutiesToDrain(Now, 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(Now + StoreTiming.DrainAfter, 10, None)).ShouldBe([duty]);
        (await Store.DutiesToDrain(In(10), 10, None)).ShouldBe([duty]);
        await Reopen();
        (await Store.DutiesToDrain(In(60), 10, None)).ShouldBe([duty]);
    }

    [Fact]
    public async Task A_duty_whose_worker_died_is_named()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Lease(duty, In(5));

        (await Store.DutiesToDrain(In(5), 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(7), 10, None)).ShouldBe([duty]);
    }

    [Fact]
    public async Task A_duty_without_effects_left_is_not_named()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        (await Store.DutiesToDrain(In(2), 10, None)).ShouldBe([duty]);
        await Store.Settle((await Lease(duty, In(2))).Single(), Done, None);
        await Store.Settle((await Lease(duty, In(2))).Single(), new Settlement.Dead("gone"), None);

        foreach (var minutes in new[] { 4, 20, 40, 60 })
        {
            (await Store.DutiesToDrain(In(minutes), 10, None)).ShouldBeEmpty();
        }

        await Append(await Draft(duty, "{}") with { Now = In(61), Effects = [Effect("e3")] });
        (await Store.DutiesToDrain(In(63), 10, None)).ShouldBe([duty]);
    }

    [Fact]
    public async Task A_duty_is_named_when_what_it_waits_for_comes()
    {
        var duty = await DutyWith(Now, Effect("night", "a", In(600)), Effect("behind it", "a"), Effect("failing", "b"));
        await Store.Settle((await Lease(duty, Now)).Single(), new Settlement.RetryAt(In(30), "429"), None);

        (await Store.DutiesToDrain(In(2), 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(29), 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(30), 10, None)).ShouldBe([duty]);
        await Store.Settle((await Lease(duty, In(30))).Single(), Done, None);
        (await Store.DutiesToDrain(In(45), 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(599), 10, None)).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(600), 10, None)).ShouldBe([duty]);
    }

    [Fact]
    public async Task The_oldest_duties_to_drain_come_first()
    {
        var second = await DutyWith(In(1), Effect("e1"));
        var third = await DutyWith(In(2), Effect("e1"));
        var first = await DutyWith(Now, Effect("e1"));

        (await Store.DutiesToDrain(In(60), 2, None)).ShouldBe([first, second]);
        await LeasedIds(first, In(60));
        await LeasedIds(second, In(60));
        (await Store.DutiesToDrain(In(60), 2, None)).ShouldBe([third]);
    }
}
