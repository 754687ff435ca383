using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Storage.Copying;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

/// <summary>Which history may be continued by which.</summary>
public sealed class DutyDifferenceTests
{
    private static readonly DutyId Duty = NewDuty();
    private static readonly StoredDuty Three = History("1", "2", "3");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_part_of_the_history_may_be_continued(int known) => DutyDifference.FirstForeignEvent(Three, Part(Three, known)).ShouldBeNull();

    [Fact]
    public void What_an_import_left_behind_may_be_continued()
    {
        var cutOff = new StoredDuty(Duty, DutyVersion.New, [.. Three.Events.Take(2)]);

        DutyDifference.FirstForeignEvent(Three, cutOff).ShouldBeNull();
        Difference(Three, cutOff).Events.ShouldBe(Three.Events.Skip(2));
        Difference(Three, cutOff).MovesHead.ShouldBeTrue();
    }

    [Fact]
    public void Another_history_may_not()
    {
        DutyDifference.FirstForeignEvent(Three, History("1", "2", "4")).ShouldBe(3);
        DutyDifference.FirstForeignEvent(Three, History("0", "2", "3")).ShouldBe(1);
    }

    [Fact]
    public void A_history_that_has_gone_on_may_not() => DutyDifference.FirstForeignEvent(Part(Three, 2), Three).ShouldBe(3);

    [Fact]
    public void An_event_changed_under_its_hash_is_another_event()
    {
        StoredEvent changed = Three.Events[1] with { Json = "changed" };

        DutyDifference.FirstForeignEvent(Three, Three with { Events = [Three.Events[0], changed, Three.Events[2]] }).ShouldBe(2);
    }

    [Fact]
    public void A_card_follows_the_source_unless_the_target_has_worked_on_its_own()
    {
        var owed = new OutstandingEffect(new EffectPlace(1, 0), "e1", "post", "{}", Now, Now, 0, null);
        PostedCard[] here = [new("same", "19:a", "1"), new("moved", "19:a", "2"), new("new", "19:a", "3")];
        PostedCard[] there = [here[0], new("moved", "19:a", "old"), new("own", "19:a", "4")];
        var source = new DutyRecord(Three, [owed], [], here);

        DutyDifference.Of(source, new DutyRecord(Three, [owed], [], there)).Cards.ShouldBe([here[1], here[2]]);
        DutyDifference.Of(source, new DutyRecord(Three, [], [], there)).Cards.ShouldBe([here[2]]);
    }

    [Fact]
    public void A_mark_of_sending_is_taken_over_unless_the_target_has_tried_since()
    {
        var owed = new OutstandingEffect(new EffectPlace(1, 0), "e1", "post", "{}", Now, Now, 1, null);
        var marked = owed with { IsInDoubt = true };

        Tried(marked, owed).ShouldBe([marked]);
        Tried(marked, marked).ShouldBeEmpty();
        Tried(marked, owed with { Tries = 2 }).ShouldBeEmpty();
        Tried(owed, marked).ShouldBeEmpty();
    }

    private static IReadOnlyList<OutstandingEffect> Tried(OutstandingEffect here, OutstandingEffect there) =>
        DutyDifference.Of(new DutyRecord(Three, [here], [], []), new DutyRecord(Three, [there], [], [])).Tried;

    private static DutyDifference Difference(StoredDuty source, StoredDuty target) =>
        DutyDifference.Of(new DutyRecord(source, [], [], []), new DutyRecord(target, [], [], []));

    private static StoredDuty Part(StoredDuty whole, int known) => new(Duty, new DutyVersion(known), [.. whole.Events.Take(known)]);

    private static StoredDuty History(params string[] events) =>
        new(Duty, new DutyVersion(events.Length), HashChain.Link(Duty, 0, HashChain.Seed, Following(Unwritten(Duty), events).Events));
}
