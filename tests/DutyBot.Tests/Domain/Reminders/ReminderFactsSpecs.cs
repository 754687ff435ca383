using DutyBot.Domain.Reminders;
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
        var moved = Given(ATask.ReturnRequested()).When(new DutyBot.Domain.Tasks.TaskCommand.Reassign(Deputy.At(Dec(28)), Industry)).State;
        ReminderFacts.Of(moved, Context, Dec(30)).ShouldAllBe(one => one.Fact.Due == null);
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
    public void R_15_The_head_of_the_day_on_which_the_term_ended_is_accountable()
    {
        var changed = After(
            Left(HeadOfPlanning, Planning, DutyBot.Domain.Organisations.Position.Head, DecDay(28)),
            Appointed(Stranger, Planning, DutyBot.Domain.Organisations.Position.Head, DecDay(29))
        );
        ReminderFacts.Of(Given(ATask.Accepted()).State, changed, Dec(30)).First(one => one.As == Answerability.Head).Person.ShouldBe(HeadOfPlanning);
    }
}
