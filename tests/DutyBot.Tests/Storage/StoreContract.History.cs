using DutyBot.Domain;
using DutyBot.Storage;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_duty_never_written_has_no_events()
    {
        var loaded = await Store.Load(NewDuty(), None);

        loaded.Version.ShouldBe(DutyVersion.New);
        loaded.Events.ShouldBeEmpty();
        loaded.LastHash.ShouldBe(HashChain.Seed);
    }

    [Fact]
    public async Task What_was_appended_is_loaded()
    {
        var duty = NewDuty();
        NewEvent[] events = [new("assigned", """{"to":"phong"}""", Now, "b5"), new("accepted", "{}", In(5).PlusNanoseconds(1), "system")];

        var result = await Store.Append(await Draft(duty) with { Events = events }, None);
        var appended = result.ShouldBeOfType<AppendResult.Appended>();
        var loaded = await Store.Load(duty, None);

        loaded.Events.ShouldBe(appended.Events);
        loaded.Version.ShouldBe(appended.Version);
        loaded.Version.Number.ShouldBe(2);
        loaded.Events.Select(stored => new NewEvent(stored.Type, stored.Json, stored.At, stored.By)).ShouldBe(events);
    }

    [Fact]
    public async Task History_survives_reopening()
    {
        var before = await Append(await Draft(NewDuty(), "1", "2", "3"));

        await Reopen();
        await Store.Prepare(None);
        var after = await Store.Load(before.Duty, None);

        after.Events.ShouldBe(before.Events);
        after.Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task A_version_that_an_append_returned_serves_the_next_append()
    {
        var draft = await Draft(NewDuty(), "1");
        var first = (await Store.Append(draft, None)).ShouldBeOfType<AppendResult.Appended>();

        var second = Following(new StoredDuty(draft.Duty, first.Version, first.Events), "2");

        (await Append(second)).Events.Select(stored => stored.Json).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_version_without_its_token_is_checked_by_its_number()
    {
        var seen = await Append(await Draft(NewDuty(), "1"));
        var right = Following(seen, "2") with { Expected = new DutyVersion(1) };

        (await Store.Append(right with { Expected = new DutyVersion(2) }, None)).ShouldBeOfType<AppendResult.Conflict>();
        (await Store.Append(right, None)).ShouldBeOfType<AppendResult.Appended>();
        (await Store.Append(right, None)).ShouldBeOfType<AppendResult.Conflict>();
        (await Store.Append(right with { Duty = NewDuty() }, None)).ShouldBeOfType<AppendResult.Conflict>();
    }

    [Fact]
    public async Task A_wrong_version_is_a_value_and_changes_nothing()
    {
        var old = await Append(await Draft(NewDuty(), "1"));
        var current = await Append(Following(old, "2"));

        foreach (var wrong in new[] { old.Version, DutyVersion.New })
        {
            var late = Following(old, "late") with { Expected = wrong, Effects = [Effect("e1")], Title = "late" };
            (await Store.Append(late, None)).ShouldBeOfType<AppendResult.Conflict>();
        }

        (await Store.Load(old.Duty, None)).Events.ShouldBe(current.Events);
        (await Store.Load(old.Duty, None)).Version.ShouldBe(current.Version);
        (await Lease(old.Duty, In(60))).ShouldBeEmpty();
        (await Store.DutiesToDrain(In(60), 10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_writers_of_the_same_version_one_wins()
    {
        var seen = await Append(await Draft(NewDuty(), "0"));

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i => Task.Run(async () => await Store.Append(Following(seen, $"{i}") with { Effects = [Effect($"e{i}")] }, None)))
        );

        var winner = results.OfType<AppendResult.Appended>().ShouldHaveSingleItem();
        (await Store.Load(seen.Duty, None)).Events.Skip(1).ShouldBe(winner.Events);
        (await LeasedIds(seen.Duty, In(1))).ShouldBe([$"e{winner.Events[0].Json}"]);
    }

    [Fact]
    public async Task Many_writers_of_one_duty_lose_nothing_and_double_nothing()
    {
        var duty = NewDuty();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteUntilKept(duty, writer))));

        var loaded = await Store.Load(duty, None);
        loaded.Events.Select(stored => stored.Json).Order().ShouldBe(Enumerable.Range(0, 6).SelectMany(w => new[] { $"{w}.0", $"{w}.1", $"{w}.2" }));
        HashChain.FirstBrokenLink(loaded).ShouldBeNull();
    }

    [Fact]
    public async Task Many_duties_are_written_at_once()
    {
        DutyId[] ids = [.. Enumerable.Range(0, 40).Select(_ => NewDuty())];

        await Task.WhenAll(ids.Select(duty => Task.Run(async () => await Append(await Draft(duty, duty.Value)))));

        foreach (var duty in ids)
        {
            (await Store.Load(duty, None)).Events.ShouldHaveSingleItem().Json.ShouldBe(duty.Value);
        }
    }

    [Fact]
    public async Task The_chain_of_a_history_is_intact()
    {
        var first = await Append(await Draft(NewDuty(), "1", "2"));

        HashChain.FirstBrokenLink(await Append(Following(first, "3"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_event_is_found()
    {
        var written = await Append(await Draft(NewDuty(), "1", "2", "3"));

        await Falsify(written.Duty, 2, "4");

        HashChain.FirstBrokenLink(await Store.Load(written.Duty, None)).ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_removed_event_is_found(long number)
    {
        var written = await Append(await Draft(NewDuty(), "1", "2", "3"));

        await Remove(written.Duty, number);

        HashChain.FirstBrokenLink(await Store.Load(written.Duty, None)).ShouldBe(number);
    }

    [Fact]
    public async Task A_history_of_many_pages_is_loaded_whole()
    {
        var seen = await Store.Load(NewDuty(), None);
        for (var i = 0; i < 11; i++)
        {
            seen = await Append(Following(seen, [.. Enumerable.Range(i * 95, 95).Select(n => $"{n}")]));
        }

        seen.Events.Select(stored => stored.Json).ShouldBe(Enumerable.Range(0, 1045).Select(n => $"{n}"));
        HashChain.FirstBrokenLink(seen).ShouldBeNull();
        (await Store.LoadSince(seen.Duty, 3, None)).Events.ShouldBe(seen.Events.Skip(3));
    }

    [Fact]
    public async Task Only_what_is_new_is_loaded_after_a_number()
    {
        var whole = await Append(await Draft(NewDuty(), "1", "2", "3"));

        for (var after = 0; after <= 5; after++)
        {
            var part = await Store.LoadSince(whole.Duty, after, None);
            part.Duty.ShouldBe(whole.Duty);
            part.Version.ShouldBe(whole.Version);
            part.Events.ShouldBe(whole.Events.Skip(after));
        }
    }

    [Fact]
    public async Task The_version_that_comes_with_what_is_new_serves_the_next_append()
    {
        var known = await Append(await Draft(NewDuty(), "1"));
        await Append(Following(known, "2"));

        var part = await Store.LoadSince(known.Duty, known.Version.Number, None);
        var next = Following(new StoredDuty(known.Duty, part.Version, [.. known.Events, .. part.Events]), "3");

        (await Append(next)).Events.Select(stored => stored.Json).ShouldBe(["1", "2", "3"]);
        HashChain.FirstBrokenLink(await Store.Load(known.Duty, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_new_in_a_duty_never_written()
    {
        var part = await Store.LoadSince(NewDuty(), 7, None);

        part.Version.ShouldBe(DutyVersion.New);
        part.Events.ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.LoadSince(part.Duty, -1, None));
    }

    [Fact]
    public async Task All_duties_are_named_in_order()
    {
        var written = new List<DutyId> { DutyId.Organisation };
        await Append(await Draft(DutyId.Organisation, "{}"));
        for (var i = 0; i < 5; i++)
        {
            written.Add(await DutyWith(Now, Effect("e")));
        }

        (await Store.AllDuties(None).ToListAsync()).ShouldBe(written.OrderBy(duty => duty.Value, StringComparer.Ordinal));
    }

    private async Task WriteUntilKept(DutyId duty, int writer)
    {
        for (var i = 0; i < 3; )
        {
            i += await Store.Append(await Draft(duty, $"{writer}.{i}"), None) is AppendResult.Appended ? 1 : 0;
        }
    }
}
