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

/// <summary>R-51: where the due notices of one person meet. 09/11/2026 is a Monday.</summary>
public sealed class InboxSpecs
{
    [Fact]
    public void A_notice_waits_a_little_for_others_and_is_brought_once()
    {
        var inbox = After(Inbox.Empty, Receive("a", Nov(9, 8)));
        InboxObligations.Of(inbox).ShouldHaveSingleItem().Due.ShouldBe(Nov(9, 8, 3));
        Decide(inbox, Receive("a", Nov(9, 8, 1))).ShouldBeEmpty("It is there already.");

        Decide(inbox, Pass(Nov(9, 8, 2))).ShouldBeEmpty();
        var brought = After(inbox, Pass(Nov(9, 8, 3)));
        InboxObligations.Of(brought).ShouldBeEmpty();
        Decide(brought, Pass(Nov(9, 8, 4))).ShouldBeEmpty();
        Decide(brought, Receive("a", Nov(9, 9))).ShouldBeEmpty("It was brought already.");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(40, true)]
    public void R_51_More_than_three_of_one_morning_are_one_digest(int count, bool isDigest)
    {
        var inbox = Enumerable.Range(1, count).Aggregate(Inbox.Empty, (so, no) => After(so, Receive($"n{no}", Nov(9, 8) + Duration.FromSeconds(no))));
        var brought = Decide(inbox, Pass(Nov(9, 8, 3) + Duration.FromSeconds(1))).ShouldHaveSingleItem().ShouldBeOfType<InboxEvent.NoticesBrought>();

        brought.Digest.ShouldBe(isDigest);
        var effects = InboxEffects.Of(Inbox.Evolve(inbox, brought), brought).ToList();
        effects.Count.ShouldBe(isDigest ? 1 : count);
        effects.Cast<Effect.Remind>().Sum(remind => remind.Notices.Length).ShouldBe(count);
    }

    [Fact]
    public void Nobody_is_disturbed_outside_of_working_hours_but_for_what_is_urgent()
    {
        BringAt(Receive("a", Nov(7, 22))).ShouldBe(Nov(9, 8, 3), "Saturday night: Monday morning.");
        BringAt(Receive("a", Nov(9, 12, 30))).ShouldBe(Nov(9, 13, 3));
        BringAt(Receive("a", Nov(9, 18))).ShouldBe(Nov(10, 8, 3));
        BringAt(Receive("a", Nov(7, 22), urgent: true)).ShouldBe(Nov(7, 22));
    }

    [Fact]
    public void What_waits_for_the_morning_does_not_hold_back_what_is_urgent_and_is_not_pulled_along()
    {
        var night = After(After(Inbox.Empty, Receive("a", Nov(7, 22))), Receive("b", Nov(7, 23), urgent: true));
        var brought = Decide(night, Pass(Nov(7, 23))).ShouldHaveSingleItem().ShouldBeOfType<InboxEvent.NoticesBrought>();
        brought.Notices.Select(notice => notice.Id).ShouldBe(["b"]);
        InboxObligations.Of(Inbox.Evolve(night, brought)).ShouldHaveSingleItem().Due.ShouldBe(Nov(9, 8, 3));
    }

    [Fact]
    public void R_51_An_inbox_remembers_two_months_and_not_for_ever()
    {
        var year = Enumerable.Range(0, 365).Aggregate(Inbox.Empty, (so, day) => After(so, Given($"n{day}", Nov(9, 8) + Duration.FromDays(day))));

        year.Remembered.ShouldBe(62);
        var last = Nov(9, 8) + Duration.FromDays(364);
        Decide(year, Given("n304", Nov(9, 8) + Duration.FromDays(304), last)).ShouldBeEmpty("It is remembered.");
    }

    [Fact]
    public void R_51_What_has_been_forgotten_is_too_old_to_come_again_however_late_it_is_revived()
    {
        var first = After(Inbox.Empty, Given("a", Nov(9, 8)));
        foreach (var days in new[] { 1, 59, 60, 61, 62, 400 })
        {
            var later = Nov(9, 8) + Duration.FromDays(days);
            var inbox = After(first, Given("b", later));
            Decide(inbox, Given("a", Nov(9, 8), later)).ShouldBeEmpty($"{days} days later it would be told twice.");
            Decide(Inbox.Empty, Given("a", Nov(9, 8), later)).Count.ShouldBe(days < 60 ? 1 : 0, "What is too old is told to nobody.");
        }
    }

    [Fact]
    public void Only_the_program_puts_something_into_an_inbox()
    {
        var forged = new InboxCommand.Receive(HeadOfPlanning.At(Nov(9, 8)), HeadOfTrade, Notice("a", false));
        InboxDecider.Decide(Inbox.Empty, forged, Context).Problems.Select(problem => problem.Key).ShouldBe(["E-FORBIDDEN"]);
    }

    private static Instant BringAt(InboxCommand receive) => InboxObligations.Of(After(Inbox.Empty, receive)).ShouldHaveSingleItem().Due!.Value;

    private static InboxCommand Receive(string id, Instant at, bool urgent = false) =>
        new InboxCommand.Receive(Act.OfSystem(at), HeadOfPlanning, Notice(id, urgent));

    private static InboxCommand Given(string id, Instant given, Instant? arrives = null) =>
        new InboxCommand.Receive(Act.OfSystem(arrives ?? given), HeadOfPlanning, Notice(id, false) with { GivenAt = given });

    private static InboxCommand Pass(Instant at) => new InboxCommand.PassDeadline(Act.OfSystem(at), InboxObligations.Bring);

    private static DueNotice Notice(string id, bool urgent) => new(id, ATask.Id, "complete", "n.due.task", [], urgent);

    private static IReadOnlyList<InboxEvent> Decide(Inbox inbox, InboxCommand command)
    {
        var decision = InboxDecider.Decide(inbox, command, Context);
        decision.Problems.ShouldBeEmpty();
        return decision.Events;
    }

    private static Inbox After(Inbox inbox, InboxCommand command) => Decide(inbox, command).Aggregate(inbox, Inbox.Evolve);
}
