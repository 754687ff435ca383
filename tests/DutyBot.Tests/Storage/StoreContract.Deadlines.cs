using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Storage;
using NodaTime;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_is_due_is_named_in_order_of_time()
    {
        await DutyOwing(Now, Owed("third", In(30)), Owed("later", In(31)), Owed("never", null));
        await DutyOwing(Now, Owed("first", In(10)));
        await DutyOwing(Now, Owed("second", In(20).PlusNanoseconds(1)));

        (await DueNames(In(30))).ShouldBe(["first", "second", "third"]);
        (await DueNames(In(20))).ShouldBe(["first"]);
        (await DueNames(In(9))).ShouldBeEmpty();
        (await Store.DueObligations(In(60), 2, None)).Select(row => row.Name).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task A_due_row_says_what_was_announced()
    {
        var obligation = new Obligation("reply:phong-ke-hoach", ObligationKind.Reply, Person, In(5).PlusNanoseconds(7));
        var duty = await DutyOwing(Now, obligation);

        var row = new OwedRow(duty, obligation.Name, ObligationKind.Reply, Person, obligation.Due, "Báo cáo tháng 3", Now);
        (await Store.DueObligations(In(6), 10, None)).ShouldBe([row]);
        (await Store.OwedBy(Person, None)).ShouldBe([row]);
    }

    [Fact]
    public async Task What_one_owner_owes_is_named_undated_last()
    {
        await DutyOwing(Now, Owed("undated", null), Owed("late", In(90)), Owed("not mine", In(1), Person));
        await DutyOwing(Now, Owed("soon", In(10)), Owed("mine too", In(1), Owner.Of(new UnitId("phong"))));

        (await OwedNames(Unit)).ShouldBe(["soon", "late", "undated"]);
        (await OwedNames(Person)).ShouldBe(["not mine"]);
        (await OwedNames(Owner.Of(new PersonId("phong-ke-hoach")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_met_is_no_longer_owed()
    {
        Obligation[] before = [Owed("met", In(1)), Owed("open", In(2)), Owed("met undated", null)];
        var duty = await DutyOwing(Now, before);

        await Append(await Draft(duty, "{}") with { Before = before, After = [before[1]] });
        await Reopen();

        (await DueNames(In(60))).ShouldBe(["open"]);
        (await OwedNames(Unit)).ShouldBe(["open"]);
    }

    [Fact]
    public async Task A_new_due_instant_or_owner_replaces_the_old_one()
    {
        Obligation[] before = [Owed("moved", In(1)), Owed("handed over", In(5))];
        Obligation[] after = [Owed("moved", In(90)), Owed("handed over", In(5), Person)];
        var duty = await DutyOwing(Now, before);

        await Append(await Draft(duty, "{}") with { Before = before, After = after });
        await Reopen();

        (await DueNames(In(60))).ShouldBe(["handed over"]);
        (await Store.DueObligations(In(60), 10, None)).ShouldHaveSingleItem().Owner.ShouldBe(Person);
        (await DueNames(In(90))).ShouldBe(["handed over", "moved"]);
        (await OwedNames(Unit)).ShouldBe(["moved"]);
        (await OwedNames(Person)).ShouldBe(["handed over"]);
    }

    [Fact]
    public async Task A_new_kind_of_the_same_obligation_replaces_the_old_one()
    {
        Obligation[] before = [Owed("complete", In(1))];
        var duty = await DutyOwing(Now, before);

        await Append(await Draft(duty, "{}") with { Before = before, After = [before[0] with { Kind = ObligationKind.Report }] });
        await Reopen();

        (await Store.DueObligations(In(60), 10, None)).ShouldHaveSingleItem().Kind.ShouldBe(ObligationKind.Report);
        (await Store.OwedBy(Unit, None)).ShouldHaveSingleItem().Kind.ShouldBe(ObligationKind.Report);
    }

    [Fact]
    public async Task What_is_owed_again_at_once_is_not_lost()
    {
        Obligation[] owed = [Owed("complete", In(1))];
        var duty = await DutyOwing(Now, owed);

        for (var i = 0; i < 5; i++)
        {
            await Append(await Draft(duty, "{}") with { Before = owed });
            await Append(await Draft(duty, "{}") with { After = owed });
        }

        await Reopen();
        (await DueNames(In(60))).ShouldBe(["complete"]);
        (await OwedNames(Unit)).ShouldBe(["complete"]);
    }

    [Fact]
    public async Task What_the_winner_announced_survives_the_loser()
    {
        var seen = await Append(await Draft(NewDuty(), "{}"));
        var announced = Following(seen, "{}") with { After = [Owed("complete", In(1))] };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Store.Append(announced, None))));
        await Reopen();

        results.OfType<AppendResult.Appended>().ShouldHaveSingleItem();
        (await DueNames(In(60))).ShouldBe(["complete"]);
        (await OwedNames(Unit)).ShouldBe(["complete"]);
    }

    [Fact]
    public async Task Rows_that_the_duty_disowns_are_discarded()
    {
        await DutyOwing(Now, Owed("disowned", In(1)), Owed("kept", In(2)));
        await DutyOwing(Now, Owed("disowned", In(3)));
        var row = (await Store.DueObligations(In(20), 1, None)).ShouldHaveSingleItem();

        await Store.Discard(row, In(20), None);
        await Store.Discard(row, In(20), None);

        (await Store.DueObligations(In(60), 10, None)).Select(left => (left.Name, left.Due)).ShouldBe([("kept", In(2)), ("disowned", In(3))]);
        (await OwedNames(Unit)).ShouldBe(["kept", "disowned"]);
    }

    [Fact]
    public async Task Undated_rows_are_discarded_too()
    {
        await DutyOwing(Now, Owed("disowned", null));
        var row = (await Store.OwedBy(Unit, None)).ShouldHaveSingleItem();

        await Store.Discard(row, In(20), None);

        (await Store.OwedBy(Unit, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_whose_append_may_be_under_way_is_kept()
    {
        await DutyOwing(Now, Owed("young", In(1)));
        var row = (await Store.DueObligations(In(2), 1, None)).ShouldHaveSingleItem();

        await Store.Discard(row, Now + StoreTiming.IntentGrace - Duration.Epsilon, None);
        (await DueNames(In(60))).ShouldBe(["young"]);
        (await OwedNames(Unit)).ShouldBe(["young"]);

        await Store.Discard(row, Now + StoreTiming.IntentGrace, None);
        (await DueNames(In(60))).ShouldBeEmpty();
        (await OwedNames(Unit)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_announced_again_meanwhile_is_kept()
    {
        Obligation[] owed = [Owed("complete", In(1))];
        var duty = await DutyOwing(Now, owed);
        var row = (await Store.DueObligations(In(2), 1, None)).ShouldHaveSingleItem();
        await Append(await Draft(duty, "{}") with { Now = In(20), Before = owed });
        await Append(await Draft(duty, "{}") with { Now = In(20), After = owed });

        await Store.Discard(row, In(21), None);

        (await DueNames(In(60))).ShouldBe(["complete"]);
        (await OwedNames(Unit)).ShouldBe(["complete"]);
    }

    [Fact]
    public async Task The_address_book_keeps_the_last_write()
    {
        (await Addresses.Find("person|1", None)).ShouldBeNull();
        await Addresses.Remember("person|1", "old", None);
        await Addresses.Remember("person|1", "new", None);
        await Addresses.Remember("person|2", "other", None);
        await Reopen();

        (await Addresses.Find("person|1", None)).ShouldBe("new");
        (await Addresses.Find("person|2", None)).ShouldBe("other");
    }
}
