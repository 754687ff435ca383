using DutyBot.Domain.Clock;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using static DutyBot.Tests.Storage.CopySamples;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Only_rows_that_say_the_same_count_as_registered()
    {
        var duty = await DutyOwing(Now, Owed("complete", In(1)), Owed("undated", null));

        var asked = new[] { Owed("complete", In(1)), Owed("undated", null), Owed("complete", In(2)), Owed("other", In(1)) };
        (await Source.Registered(duty, asked, None)).ShouldBe(asked[..2]);
        (await Source.Registered(duty, [asked[0] with { Kind = ObligationKind.Report }, Owed("complete", In(1), Person)], None)).ShouldBeEmpty();
        (await Source.Registered(NewDuty(), asked, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_book_is_read_whole()
    {
        string[] keys = ["", "person|1", "kênh|/\\#?;👩🏽", new string('k', 1000)];
        foreach (var key in keys)
        {
            await Addresses.Remember(key, $"at {key}", None);
        }

        (await Source.AllAddresses(None).ToListAsync()).ShouldBe(keys.Select(key => new AddressEntry(key, $"at {key}")), ignoreOrder: true);
    }

    [Fact]
    public async Task Entries_of_the_address_book_are_found_by_how_their_keys_begin()
    {
        string[] found = ["delivery|1", "delivery|người/\\#?", "delivery|" + new string('k', 900), "delivery|"];
        string[] others = ["delivery", "delivery}", "deliver|1", "deliverz|1", "person|delivery|1", "Delivery|1"];
        foreach (var key in found.Concat(others))
        {
            await Addresses.Remember(key, $"at {key}", None);
        }

        (await Addresses.FindAll("delivery|", None)).ShouldBe(found.Select(key => new AddressEntry(key, $"at {key}")), ignoreOrder: true);
        (await Addresses.FindAll("nothing|", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_for_a_store_does_not_make_one()
    {
        await using var store = await Another();

        (await store.TryOpen(None)).ShouldBeFalse();
        (await store.TryOpen(None)).ShouldBeFalse();
        await store.Prepare(None);
        (await store.TryOpen(None)).ShouldBeTrue();
        (await Source.TryOpen(None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_duty_never_written_exports_nothing()
    {
        var record = await Source.Export(NewDuty(), None);

        record.History.Version.ShouldBe(DutyVersion.New);
        (record.History.Events.Count + record.Effects.Count + record.Dead.Count + record.Cards.Count).ShouldBe(0);
    }

    [Fact]
    public async Task An_import_into_a_history_that_has_moved_writes_nothing()
    {
        var duty = await DutyWith(Now, Effect("e1"));
        await using var copy = await Prepared(await Another());
        var stale = await Import(Source, copy, duty);
        await copy.Append(Following(Unwritten(duty), "another"), None);

        (await copy.Import(stale, None)).ShouldBeFalse();

        (await copy.Load(duty, None)).Events.ShouldHaveSingleItem().Json.ShouldBe("another");
        (await copy.LeaseEffects(duty, In(60), LeaseTime, None)).ShouldBeEmpty();
    }
}
