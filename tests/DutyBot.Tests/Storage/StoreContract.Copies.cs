using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using static DutyBot.Tests.Storage.CopySamples;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Obligation[] OpenAtTheEnd =
    [
        Owed("complete", In(90)),
        new("reply:phong-ke-hoach", ObligationKind.Reply, Person, In(5).PlusNanoseconds(7)),
        Owed("lead", null),
    ];

    private ICopyableStore Source => (ICopyableStore)Store;

    /// <summary>A store of this kind that does not exist yet, for as long as the test.</summary>
    protected abstract Task<ICopyableStore> Another();

    /// <summary>A store of the other kind that does not exist yet.</summary>
    protected abstract Task<ICopyableStore> OfTheOtherKind();

    [Fact]
    public async Task A_record_survives_the_way_through_the_other_kind_of_store()
    {
        var duty = await RichDuty();
        await using var other = await Prepared(await OfTheOtherKind());
        await using var back = await Prepared(await Another());

        await Copy(Source, other, duty, OpenAtTheEnd);
        await Copy(other, back, duty, OpenAtTheEnd);

        var original = await Source.Export(duty, None);
        original
            .Effects.Select(effect => (effect.Id, effect.Tries, effect.Error))
            .ShouldBe([("failing", 1, "429"), ("night", 0, null), ("leased", 1, null), ("behind", 0, null), ("later", 0, null)]);
        foreach (var copy in new[] { other, back })
        {
            (await copy.Export(duty, None)).ShouldHold(original);
            HashChain.FirstBrokenLink(await copy.Load(duty, None)).ShouldBeNull();
            (await copy.Registered(duty, OpenAtTheEnd, None)).ShouldBe(OpenAtTheEnd);
            (await copy.DueObligations(In(600), 10, None)).ShouldBe(await Source.DueObligations(In(600), 10, None));
            (await copy.OwedBy(Unit, None)).ShouldBe(await Source.OwedBy(Unit, None));
            (await copy.FindCard(duty, "slot|📅", None)).ShouldBe(new PostedCard("slot|📅", "19:a", "1"));
            (await copy.DeadEffects(10, None)).ShouldBe([new DeadEffect(duty, "dead", """{"say":"dead"}""", 1, "403 đã rời")]);
            (await copy.AllDuties(None).ToListAsync()).ShouldBe([duty]);
        }
    }

    [Fact]
    public async Task The_copy_goes_on_with_the_effects_where_the_source_was()
    {
        var duty = await RichDuty();
        await using var copy = await Prepared(await OfTheOtherKind());
        await Copy(Source, copy, duty, OpenAtTheEnd);

        (await copy.LeaseEffects(duty, Now + LeaseTime - NodaTime.Duration.Epsilon, LeaseTime, None)).ShouldHaveSingleItem().Id.ShouldBe("later");
        var again = (await copy.LeaseEffects(duty, Now + LeaseTime, LeaseTime, None)).ShouldHaveSingleItem();
        (again.Id, again.Attempts).ShouldBe(("leased", 1));
        (await copy.Settle(again, Done, None)).ShouldBeTrue();
        (await copy.LeaseEffects(duty, Now + LeaseTime, LeaseTime, None)).ShouldHaveSingleItem().Id.ShouldBe("behind");
        (await copy.DutiesToDrain(In(4), 10, None)).ShouldBe([duty]);
        var seen = await copy.Load(duty, None);
        (await copy.Append(Following(seen, "4"), None)).ShouldBeOfType<AppendResult.Appended>();
        (await copy.LeaseEffects(duty, In(30), LeaseTime, None)).Select(effect => effect.Id).ShouldContain("failing");
        (await copy.LeaseEffects(duty, In(600), LeaseTime, None)).Select(effect => effect.Id).ShouldContain("night");
    }

    [Fact]
    public async Task A_second_copy_finds_nothing_to_write()
    {
        var duty = await RichDuty();
        await using var copy = await Prepared(await Another());
        await Copy(Source, copy, duty, OpenAtTheEnd);

        (await Import(Source, copy, duty, OpenAtTheEnd)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_copy_has_settled_does_not_come_back()
    {
        var duty = await DutyWith(Now, Effect("e1", "a"), Effect("e2", "b"));
        await using var copy = await Prepared(await Another());
        await Copy(Source, copy, duty);
        var leased = (await copy.LeaseEffects(duty, Now, LeaseTime, None)).Single(effect => effect.Id == "e1");
        await copy.Settle(leased, new Settlement.Done(new PostedCard("slot", "there", "1")), None);

        (await Import(Source, copy, duty)).IsEmpty.ShouldBeTrue();
        await Append(await Draft(duty, "{}") with { Effects = [Effect("e3", "c")] });
        await Copy(Source, copy, duty);

        (await copy.Export(duty, None)).Effects.Select(effect => effect.Id).ShouldBe(["e2", "e3"]);
        (await copy.FindCard(duty, "slot", None)).ShouldBe(new PostedCard("slot", "there", "1"));
    }

    [Fact]
    public async Task What_the_source_has_settled_since_is_no_longer_owed_by_the_copy()
    {
        var duty = await DutyWith(Now, Effect("posted", "a"), Effect("given up", "b"), Effect("tried", "c"));
        await using var copy = await Prepared(await Another());
        await Copy(Source, copy, duty);
        Settlement[] settlements =
        [
            new Settlement.Done(new PostedCard("slot", "19:a", "1")),
            new Settlement.Dead("403"),
            new Settlement.RetryAt(In(9), "429"),
        ];
        foreach (var (effect, settlement) in (await Lease(duty, Now)).Zip(settlements))
        {
            await Store.Settle(effect, settlement, None);
        }

        await Copy(Source, copy, duty);

        (await copy.Export(duty, None)).ShouldHold(await Source.Export(duty, None));
        (await copy.DutiesToDrain(In(8), 10, None)).ShouldBeEmpty();
        (await copy.LeaseEffects(duty, In(9), LeaseTime, None)).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_source_has_made_live_again_or_forgotten_since_is_dead_no_more_in_the_copy()
    {
        var duty = await DutyWith(Now, Effect("again", "a"), Effect("forgotten", "b"), Effect("dead", "c"));
        await Bury(Source, duty);
        await using var copy = await Prepared(await OfTheOtherKind());
        await Copy(Source, copy, duty);
        (await Store.Revive(duty, "again", In(1), In(1), None)).ShouldBeTrue();
        (await Store.Forget(duty, "forgotten", None)).ShouldBeTrue();

        await Copy(Source, copy, duty);

        (await copy.Export(duty, None)).ShouldHold(await Source.Export(duty, None));
        (await copy.DeadEffects(10, None)).ShouldHaveSingleItem().Id.ShouldBe("dead");
        (await copy.DutiesToDrain(In(3), 10, None)).ShouldBe([duty]);
        (await copy.LeaseEffects(duty, In(3), LeaseTime, None)).ShouldHaveSingleItem().Id.ShouldBe("again");
        (await Import(Source, copy, duty)).Difference.DeadNoMore.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_copy_has_given_up_on_its_own_stays_so()
    {
        var duty = await DutyWith(Now, Effect("e1", "a"));
        await using var copy = await Prepared(await Another());
        await Copy(Source, copy, duty);
        await Bury(copy, duty);

        (await Import(Source, copy, duty)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_copy_grows_with_its_source()
    {
        var ended = Owed("accept", In(1));
        var duty = await DutyOwing(Now, ended);
        await using var copy = await Prepared(await Another());
        await Copy(Source, copy, duty, ended);
        await Append(await Draft(duty, "2", "3") with { Before = [ended], After = OpenAtTheEnd, Effects = [Effect("e1")] });

        var import = await Import(Source, copy, duty, OpenAtTheEnd);
        (await copy.Import(import with { Ended = [ended] }, None)).ShouldBeTrue();

        (await copy.Export(duty, None)).ShouldHold(await Source.Export(duty, None));
        (await copy.DueObligations(In(600), 10, None)).Select(row => row.Name).ShouldBe(["reply:phong-ke-hoach", "complete"]);
        (await copy.OwedBy(Unit, None)).Select(row => row.Name).ShouldBe(["complete", "lead"]);
    }

    [Fact]
    public async Task Histories_and_effects_beyond_one_atomic_write_are_copied_whole()
    {
        var seen = await Append(await Draft(NewDuty(), [.. Enumerable.Repeat(new string('x', 480 * 1024), 8)]));
        for (var i = 0; i < 3; i++)
        {
            var effects = Enumerable.Range(0, 40).Select(n => Effect($"{i}.{n}", $"{n}"));
            seen = await Append(Following(seen, [.. Enumerable.Range(0, 50).Select(n => $"{n}")]) with { Effects = [.. effects] });
        }

        await using var copy = await Prepared(await OfTheOtherKind());
        await using var back = await Prepared(await Another());
        await Copy(Source, copy, seen.Duty);
        await Copy(copy, back, seen.Duty);

        (await copy.Export(seen.Duty, None)).ShouldHold(await Source.Export(seen.Duty, None));
        (await back.Export(seen.Duty, None)).ShouldHold(await Source.Export(seen.Duty, None));
    }

    /// <summary>Effects in every state there is, cards, odd texts, and obligations that come and go.</summary>
    private async Task<DutyId> RichDuty()
    {
        var duty = NewDuty();
        var early = Owed("accept", In(1));
        var first = await Draft(duty, "Nguyễn Thị Đượm 👩🏽‍💼\u0000", new string('đ', 70_000));
        await Append(
            first with
            {
                Effects =
                [
                    Effect("done", "a"),
                    Effect("dead", "b"),
                    Effect("failing", "c"),
                    Effect("night", "d", In(600)),
                    Effect("leased", "e"),
                    Effect("behind", "e"),
                ],
                After = [early],
            }
        );
        foreach (var leased in await Lease(duty, Now))
        {
            _ = leased.Id switch
            {
                "done" => await Store.Settle(leased, new Settlement.Done(new PostedCard("slot|📅", "19:a", "1")), None),
                "dead" => await Store.Settle(leased, new Settlement.Dead("403 đã rời"), None),
                "failing" => await Store.Settle(leased, new Settlement.RetryAt(In(30), "429"), None),
                _ => true,
            };
        }

        var second = await Draft(duty, "3") with { Effects = [Effect("later", "f")], Before = [early], After = OpenAtTheEnd };
        await Append(second);
        await Reopen();
        return duty;
    }

    private static async Task Bury(ICopyableStore store, DutyId duty)
    {
        foreach (var leased in await store.LeaseEffects(duty, Now, LeaseTime, None))
        {
            (await store.Settle(leased, new Settlement.Dead("403"), None)).ShouldBeTrue();
        }
    }

    private static async Task<ICopyableStore> Prepared(ICopyableStore store)
    {
        await store.Prepare(None);
        return store;
    }
}
