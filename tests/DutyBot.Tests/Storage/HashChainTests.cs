using DutyBot.Storage;
using static DutyBot.Tests.Storage.StoreSamples;

namespace DutyBot.Tests.Storage;

public sealed class HashChainTests
{
    private static readonly NewEvent Event = new("assigned", """{"to":"phong"}""", Now, "b5");

    [Fact]
    public void The_first_link_hangs_on_the_seed_and_each_next_one_on_the_one_before()
    {
        var duty = NewDuty();

        var together = HashChain.Link(duty, 0, HashChain.Seed, [Event, Event]);
        var second = HashChain.Link(duty, 1, together[0].Hash, [Event]);

        together.Select(stored => stored.Number).ShouldBe([1, 2]);
        second.ShouldBe([together[1]]);
        together[0].Hash.ShouldNotBe(together[1].Hash);
        HashChain.FirstBrokenLink(new StoredDuty(duty, new DutyVersion(2), together)).ShouldBeNull();
    }

    [Fact]
    public void Whatever_differs_in_an_event_differs_in_its_hash()
    {
        var duty = NewDuty();
        NewEvent[] others =
        [
            Event with
            {
                Type = "assigne",
            },
            Event with
            {
                Type = "assignedb5",
                By = "",
            },
            Event with
            {
                At = Now.PlusNanoseconds(1),
            },
            Event with
            {
                Json = "{}",
            },
            Event with
            {
                By = "b5 ",
            },
        ];

        var hashes = others.Append(Event).Select(other => HashChain.Link(duty, 0, HashChain.Seed, [other])[0].Hash).ToList();
        hashes.Add(HashChain.Link(NewDuty(), 0, HashChain.Seed, [Event])[0].Hash);
        hashes.Add(HashChain.Link(duty, 1, HashChain.Seed, [Event])[0].Hash);

        hashes.ShouldBeUnique();
    }

    [Fact]
    public void Half_a_surrogate_pair_has_no_hash()
    {
        Should.Throw<ArgumentException>(() => HashChain.Link(NewDuty(), 0, HashChain.Seed, [Event with { Json = "\ud83d" }]));
    }

    [Fact]
    public void Events_out_of_order_are_a_broken_chain()
    {
        var duty = NewDuty();
        var events = HashChain.Link(duty, 0, HashChain.Seed, [Event, Event with { Json = "2" }]);

        HashChain.FirstBrokenLink(new StoredDuty(duty, new DutyVersion(2), [events[1], events[0]])).ShouldBe(1);
    }
}
