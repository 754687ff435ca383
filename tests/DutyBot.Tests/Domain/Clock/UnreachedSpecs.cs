using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Clock;

/// <summary>Features 54: what follows from a message that did not arrive. 09/11/2026 is a Monday.</summary>
public sealed class UnreachedSpecs
{
    [Fact]
    public void The_first_message_that_does_not_arrive_has_the_person_sent_for_in_working_time()
    {
        SendForAt(After(Inbox.Empty, Miss("a", Nov(9, 9)))).ShouldBe(Nov(9, 9));
        SendForAt(After(Inbox.Empty, Miss("a", Nov(9, 22)))).ShouldBe(Nov(10, 8));
        SendForAt(After(Inbox.Empty, Miss("a", Nov(7, 10)))).ShouldBe(Nov(9, 8), "Saturday.");
    }

    [Fact]
    public void Those_after_it_change_nothing_about_that_and_a_repetition_changes_nothing_at_all()
    {
        var one = After(Inbox.Empty, Miss("a", Nov(9, 9)));
        Decide(one, Miss("a", Nov(9, 9, 5))).ShouldBeEmpty("A crash repeats it.");
        var two = After(one, Miss("b", Nov(9, 9, 5)));
        SendForAt(two).ShouldBe(Nov(9, 9));

        var sent = After(two, Pass(Nov(9, 9, 6)));
        InboxObligations.Of(sent).ShouldBeEmpty();
        Decide(sent, Pass(Nov(9, 9, 7))).ShouldBeEmpty();
        InboxObligations.Of(After(sent, Miss("c", Nov(9, 15)))).ShouldBeEmpty("Once a day.");
        SendForAt(After(sent, Miss("c", Nov(10, 8)))).ShouldBe(Nov(10, 8));
    }

    [Fact]
    public void Found_late_it_is_for_the_working_day_on_which_it_can_still_be_done()
    {
        var friday = After(Inbox.Empty, Miss("a", Nov(13, 16)));
        var sent = Decide(friday, Pass(Nov(14, 3))).ShouldHaveSingleItem().ShouldBeOfType<InboxEvent.SentFor>();

        sent.Day.ShouldBe(NovDay(16));
        Effects(friday, sent).ShouldBe([new Effect.SendFor(HeadOfPlanning, NovDay(16), SentThrough.Channel)]);
        InboxObligations.Of(After(Inbox.Evolve(friday, sent), Miss("b", Nov(16, 10)))).ShouldBeEmpty();
    }

    [Fact]
    public void A_way_that_fails_leads_to_the_next_once_and_the_last_to_nobody()
    {
        var sent = After(After(Inbox.Empty, Miss("a", Nov(9, 9))), Pass(Nov(9, 9)));
        foreach (var (failed, next) in new[] { (SentThrough.Channel, SentThrough.FocalPoint), (SentThrough.FocalPoint, SentThrough.Head) })
        {
            var passed = Decide(sent, PassOn(failed)).ShouldHaveSingleItem();
            Effects(sent, passed).ShouldBe([new Effect.SendFor(HeadOfPlanning, NovDay(9), next)]);
            sent = Inbox.Evolve(sent, passed);
            Decide(sent, PassOn(failed)).ShouldBeEmpty("A crash repeats it.");
        }

        var last = Decide(sent, PassOn(SentThrough.Head)).ShouldHaveSingleItem();
        Effects(sent, last).ShouldBeEmpty();
        Decide(Inbox.Evolve(sent, last), PassOn(SentThrough.Nobody)).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_is_heard_from_gets_what_is_fresh_once_and_is_sent_for_no_more()
    {
        var missed = After(After(After(Inbox.Empty, Miss("old", Nov(1, 9))), Miss("a", Nov(9, 22))), Miss("reminder", Nov(9, 22), comesAgain: false));
        var heard = Decide(missed, Hear(Nov(9, 23))).ShouldHaveSingleItem();

        Effects(missed, heard).ShouldBe([new Effect.Revive(ATask.Id, "a")]);
        var back = Inbox.Evolve(missed, heard);
        InboxObligations.Of(back).ShouldBeEmpty();
        Decide(back, Hear(Nov(9, 23, 30))).ShouldBeEmpty();
        Decide(back, Pass(Nov(10, 8))).ShouldBeEmpty();

        var again = After(back, Miss("a", Nov(9, 23, 40)));
        Effects(again, Decide(again, Hear(Nov(10, 8))).ShouldHaveSingleItem()).ShouldBeEmpty("It was sent again once.");
    }

    [Fact]
    public void Nobody_takes_the_next_way_for_somebody_who_is_back()
    {
        var sent = After(After(Inbox.Empty, Miss("a", Nov(9, 9))), Pass(Nov(9, 9)));
        Decide(After(sent, Hear(Nov(9, 9, 1))), PassOn(SentThrough.Channel)).ShouldBeEmpty();
    }

    [Fact]
    public void However_much_did_not_arrive_one_append_can_hold_what_is_sent_again()
    {
        var inbox = Enumerable.Range(1, 200).Aggregate(Inbox.Empty, (so, no) => After(so, Miss($"m{no}", Nov(9, 9))));
        var again = Effects(inbox, Decide(inbox, Hear(Nov(9, 10))).ShouldHaveSingleItem());

        again.Count.ShouldBe(50);
        again[^1].ShouldBe(new Effect.Revive(ATask.Id, "m200"));
    }

    [Fact]
    public void Only_the_program_says_that_something_did_not_arrive()
    {
        var act = HeadOfPlanning.At(Nov(9));
        foreach (
            var forged in new InboxCommand[]
            {
                new InboxCommand.Miss(act, HeadOfTrade, new MissedLetter(ATask.Id, "a"), ComesAgain: true),
                new InboxCommand.PassOn(act, HeadOfTrade, NovDay(9), SentThrough.Channel),
                new InboxCommand.Hear(act, HeadOfTrade),
            }
        )
        {
            InboxDecider.Decide(Inbox.Empty, forged, Context).Problems.Select(problem => problem.Key).ShouldBe(["E-FORBIDDEN"]);
        }
    }

    private static Instant? SendForAt(Inbox inbox) =>
        InboxObligations.Of(inbox).ShouldHaveSingleItem() is { Kind: ObligationKind.SendFor, Due: var due } ? due : null;

    private static InboxCommand Miss(string letter, Instant at, bool comesAgain = true) =>
        new InboxCommand.Miss(Act.OfSystem(at), HeadOfPlanning, new MissedLetter(ATask.Id, letter), comesAgain);

    private static InboxCommand Pass(Instant at) => new InboxCommand.PassDeadline(Act.OfSystem(at), InboxObligations.SendFor);

    private static InboxCommand PassOn(SentThrough failed) => new InboxCommand.PassOn(Act.OfSystem(Nov(9, 9, 1)), HeadOfPlanning, NovDay(9), failed);

    private static InboxCommand Hear(Instant at) => new InboxCommand.Hear(Act.OfSystem(at), HeadOfPlanning);

    private static IReadOnlyList<Effect> Effects(Inbox before, InboxEvent happened) => [.. InboxEffects.Of(Inbox.Evolve(before, happened), happened)];

    private static IReadOnlyList<InboxEvent> Decide(Inbox inbox, InboxCommand command)
    {
        var decision = InboxDecider.Decide(inbox, command, Context);
        decision.Problems.ShouldBeEmpty();
        return decision.Events;
    }

    private static Inbox After(Inbox inbox, InboxCommand command) => Decide(inbox, command).Aggregate(inbox, Inbox.Evolve);
}
