using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>R-54: what somebody may be reminded of, and who answers for it.</summary>
public sealed class ReminderFactsSpecs
{
    [Fact]
    public void R_54_Of_a_late_task_the_accountable_head_and_the_officer_may_be_reminded()
    {
        var late = ReminderFacts.Of(Given(ATask.Accepted()).State, Context, Dec(30));

        late.Select(one => (one.Person, one.As)).ShouldBe([(HeadOfPlanning, Answerability.Head), (OfficerOfPlanning, Answerability.Officer)]);
        late.ShouldAllBe(one => one.Fact.Due == Given(ATask.Accepted()).State.CompleteBy);
    }

    [Fact]
    public void R_54_A_task_that_is_not_late_or_was_cancelled_has_no_fact_to_remind_of()
    {
        ReminderFacts.Of(Given(ATask.Accepted()).State, Context, Nov(10)).ShouldAllBe(one => one.Fact.Due == null);
        ReminderFacts.Of(Given(ATask.Cancelled()).State, Context, Dec(30)).ShouldAllBe(one => one.Fact.Due == null);
        ReminderFacts.Of(Given(ATask.NotIssued).State, Context, Dec(30)).ShouldBeEmpty();
    }

    [Fact]
    public void Defect_8_Nobody_is_accused_of_a_task_that_waits_for_its_return_or_came_when_it_was_late_already()
    {
        ReminderFacts.Of(Given(ATask.ReturnRequested()).State, Context, Dec(30)).ShouldAllBe(one => one.Fact.Due == null);
        var moved = Given(ATask.ReturnRequested()).When(new TaskCommand.Reassign(Deputy.At(Dec(28)), Industry)).State;
        ReminderFacts.Of(moved, Context, Dec(30)).ShouldAllBe(one => one.Fact.Due == null);
    }

    [Fact]
    public void R_15_Of_a_unit_that_ended_after_the_deadline_whoever_headed_it_then_answers_and_the_successor_does_not()
    {
        var late = Given(ATask.Late().After(ATask.Succeeds(Planning, Safety, Dec(28)))).State;
        var ended = After(UnitEnded(Planning, DecDay(28), Safety));

        var facts = ReminderFacts.Of(late, ended, Dec(30));

        facts[0].ShouldBe(new Answerable(new(ATask.Id, Planning, ATask.Draft.Work, late.CompleteBy), HeadOfPlanning, Answerability.Head));
        facts.Skip(1).ShouldAllBe(one => one.Fact.Unit == Safety && one.Fact.Due == null);
    }

    [Fact]
    public void R_15_The_successor_answers_for_the_term_that_ended_in_its_own_time()
    {
        var between = Given(ATask.Accepted().After(ATask.Succeeds(Planning, Safety, Dec(21)))).State;

        ReminderFacts
            .Of(between, After(UnitEnded(Planning, DecDay(21), Safety)), Dec(30))
            .Where(one => one.Fact.Due is not null)
            .Select(one => (one.Fact.Unit, one.Person, one.Fact.Due))
            .ShouldBe([(Safety, HeadOfSafety, between.ReportBy), (Planning, HeadOfPlanning, between.CompleteBy)]);
    }

    [Fact]
    public void R_15_What_was_handed_on_before_the_deadline_or_because_it_was_another_s_is_not_held_against_who_had_it()
    {
        ReminderFacts
            .Of(Given(ATask.Accepted().After(ATask.Succeeds(Planning, Safety, Dec(1)))).State, Context, Dec(30))
            .ShouldAllBe(one => one.Fact.Unit == Safety && one.Fact.Due != null);
        var returned = ATask.ReturnRequested().After(new TaskCommand.Reassign(Deputy.At(Dec(28)), Industry));
        ReminderFacts.Of(Given(returned).State, Context, Dec(30)).ShouldAllBe(one => one.Fact.Unit == Industry && one.Fact.Due == null);
    }

    [Fact]
    public void R_39_Of_a_consultation_only_the_units_that_are_late_answer_for_it()
    {
        var round = Given(ARound.Silent()).State;
        var late = ReminderFacts.Of(round, Context, Dec(1)).Where(one => one.Fact.Due is not null).ToList();

        late.Select(one => (one.Fact.Unit, one.Person)).ShouldBe([(Industry, HeadOfIndustry), (Safety, HeadOfSafety)]);
        late.ShouldAllBe(one => one.Fact.Due == round.Item(one.Fact.Unit)!.ReplyBy);
        ReminderFacts.Of(Given(ARound.AllAnswered()).State, Context, Dec(1)).ShouldAllBe(one => one.Fact.Due == null);
        ReminderFacts.Of(Given(ARound.Opened()).State, Context, Nov(10)).ShouldAllBe(one => one.Fact.Due == null);
        ReminderFacts.Of(Given(ARound.Cancelled()).State, Context, Dec(1)).ShouldBeEmpty();
    }

    [Fact]
    public void R_15_An_answer_that_was_late_when_its_unit_ended_is_the_lateness_of_whoever_headed_it_then()
    {
        var succeeds = new ConsultationCommand.SucceedUnit(Act.OfSystem(Nov(19)), Industry, Trade);
        var ended = After(UnitEnded(Industry, NovDay(19), Trade));

        Late(ARound.Overdue().After(succeeds)).ShouldBe([(Industry, HeadOfIndustry), (Safety, HeadOfSafety)], ignoreOrder: true);
        Late(ARound.Opened().After(succeeds with { Act = Act.OfSystem(Nov(13)) }))
            .ShouldBe([(Trade, HeadOfTrade), (Safety, HeadOfSafety)], ignoreOrder: true);

        IEnumerable<(UnitId, PersonId)> Late(ImmutableArray<ConsultationEvent> past) =>
            ReminderFacts.Of(Given(past).State, ended, Nov(20)).Where(one => one.Fact.Due is not null).Select(one => (one.Fact.Unit, one.Person));
    }

    [Fact]
    public void R_15_The_head_of_the_day_on_which_the_term_ended_is_accountable()
    {
        var changed = After(
            Left(HeadOfPlanning, Planning, DutyBot.Domain.Organisations.Position.Head, DecDay(28)),
            Appointed(Stranger, Planning, DutyBot.Domain.Organisations.Position.Head, DecDay(29))
        );
        ReminderFacts.Of(Given(ATask.Accepted()).State, changed, Dec(30)).First(one => one.As == Answerability.Head).Person.ShouldBe(HeadOfPlanning);
    }
}
