using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using NodaTime;
using static DutyBot.Tests.Storage.CopySamples;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_was_being_sent_when_the_worker_died_is_in_doubt_for_the_next_one()
    {
        var duty = await DutyWith(Now, Effect("e1"), Effect("e2"));
        var first = (await Lease(duty, Now)).ShouldHaveSingleItem();
        first.IsInDoubt.ShouldBeFalse();
        (await Store.MarkSending(first, In(3), None)).ShouldNotBeNull().ShouldBe(first with { Lease = "" }, IgnoringTheLease);
        await Reopen();

        (await Lease(duty, In(3) - Duration.Epsilon)).ShouldBeEmpty("the mark holds the lease");
        (await Store.DutiesToDrain(In(4), 10, None)).ShouldBe([duty]);
        var next = (await Lease(duty, In(4))).ShouldHaveSingleItem();

        (next.Id, next.Attempts, next.IsInDoubt).ShouldBe(("e1", 1, true));
        (await Lease(duty, In(9))).ShouldHaveSingleItem().IsInDoubt.ShouldBeTrue("a lease alone settles no doubt");
    }

    [Fact]
    public async Task What_was_only_leased_is_in_no_doubt()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Lease(duty, Now);

        (await Lease(duty, In(5))).ShouldHaveSingleItem().IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_marked_effect_is_settled_under_the_lease_of_its_mark()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        var leased = (await Lease(duty, Now)).ShouldHaveSingleItem();
        var marked = (await Store.MarkSending(leased, In(2), None)).ShouldNotBeNull();

        (await Store.Settle(leased, Done, None)).ShouldBeFalse();
        (await Store.Settle(marked, Done, None)).ShouldBeTrue();
        (await Lease(duty, In(60))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_whose_lease_was_taken_over_marks_nothing()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        var late = (await Lease(duty, Now)).ShouldHaveSingleItem();
        var holder = (await Lease(duty, Now + LeaseTime)).ShouldHaveSingleItem();

        (await Store.MarkSending(late, In(60), None)).ShouldBeNull();

        var next = (await Lease(duty, Now + LeaseTime + LeaseTime)).ShouldHaveSingleItem();
        next.IsInDoubt.ShouldBeFalse();
        (await Store.MarkSending(holder, In(60), None)).ShouldBeNull();
        (await Store.Settle(next, Done, None)).ShouldBeTrue();
        (await Store.MarkSending(next, In(60), None)).ShouldBeNull("it is settled");
    }

    [Fact]
    public async Task A_settlement_ends_the_doubt_unless_it_says_otherwise()
    {
        var duty = await DutyWith(Now, Effect("put off", "a"), Effect("refused", "b"), Effect("unknown", "c"));
        Settlement[] settlements =
        [
            new Settlement.PutOff(In(9)),
            new Settlement.RetryAt(In(9), "503"),
            new Settlement.RetryAt(In(9), "busy", IsInDoubt: true),
        ];
        foreach (var (leased, settlement) in (await Lease(duty, Now)).Zip(settlements))
        {
            (await Store.Settle((await Store.MarkSending(leased, In(2), None))!, settlement, None)).ShouldBeTrue();
        }

        (await Lease(duty, In(9)))
            .Select(effect => (effect.Id, effect.Attempts, effect.IsInDoubt))
            .ShouldBe([("put off", 0, false), ("refused", 1, false), ("unknown", 1, true)]);
    }

    [Fact]
    public async Task What_was_given_up_in_doubt_lives_again_without_it()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await Store.MarkSending((await Lease(duty, Now)).Single(), In(2), None);
        (await Store.Settle((await Lease(duty, In(2))).Single(), new Settlement.Dead("unknown"), None)).ShouldBeTrue();

        (await Store.Revive(duty, "e1", In(10), In(10), None)).ShouldBeTrue();

        (await Lease(duty, In(10))).ShouldHaveSingleItem().IsInDoubt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_sends_no_more_than_its_source_what_was_being_sent()
    {
        var duty = await DutyWith(Now, Effect("e1", "a"), Effect("e2", "b"), Effect("e3", "c"));
        var leased = await Lease(duty, Now);
        await Store.MarkSending(leased[0], In(2), None);
        await using var other = await Prepared(await OfTheOtherKind());
        await using var back = await Prepared(await Another());
        await Copy(Source, other, duty);
        await Store.MarkSending(leased[1], In(2), None);
        await Copy(Source, other, duty);
        await Copy(other, back, duty);

        (await back.Export(duty, None)).ShouldHold(await Source.Export(duty, None));
        (await Import(other, back, duty)).IsEmpty.ShouldBeTrue();
        foreach (var copy in new[] { other, back })
        {
            (await copy.LeaseEffects(duty, In(5), LeaseTime, None)).Select(effect => effect.IsInDoubt).ShouldBe([true, true, false]);
        }
    }

    private static readonly IEqualityComparer<LeasedEffect> IgnoringTheLease = EqualityComparer<LeasedEffect>.Create(
        (one, other) => one! with { Lease = "" } == other! with { Lease = "" }
    );
}
