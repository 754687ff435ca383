using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Reminders.ReminderCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>R-56: delivered, explained in time, kept or withdrawn.</summary>
public sealed class ExplanationSpecs
{
    [Fact]
    public void R_56_The_term_begins_with_the_delivery_and_is_five_working_days()
    {
        var late = Given(ARecord.Issued()).When(ARecord.Arrives(1, Nov(13))).Then<ReminderEvent.Delivered>();
        late.ExplainBy.ShouldBe(EndOf(NovDay(20)));
        Given(ARecord.Delivered()).Obligations.ShouldBeInWords("explain:1: head-of-planning ExplainReminder until 17/11 00:00");
    }

    [Fact]
    public void R_88_A_reminder_keeps_the_term_that_was_in_force_when_it_was_issued()
    {
        var changed = After(new OrganisationEvent.SettingChanged(Act.OfSystem(Nov(9, 12)), "explain.within", "2", "5", NovDay(10), "12/QĐ-SCT"));
        var delivered = Given(ARecord.Issued()).In(changed).When(ARecord.Arrives(1, Nov(10))).Then<ReminderEvent.Delivered>();
        delivered.ExplainBy.ShouldBe(EndOf(NovDay(17)));
    }

    [Fact]
    public void R_56_Only_the_person_explains_and_only_once()
    {
        Given(ARecord.Delivered()).When(new Explain(ARecord.Person.At(Nov(16, 23)), 1, "Ốm.")).Then<ReminderEvent.Explained>();
        Given(ARecord.Delivered()).When(new Explain(DelegateOfPlanning.At(Nov(10)), 1, ARecord.Explanation)).Refused("E-FORBIDDEN");
        Given(ARecord.Delivered()).When(new Explain(ARecord.Person.At(Nov(10)), 1, Texts.Blank)).RefusedAt("text", "E-EXPLANATION-REQUIRED");
        Given(ARecord.Explained()).When(new Explain(ARecord.Person.At(Nov(11)), 1, ARecord.Explanation)).ThenNothing();
        Given(ARecord.Explained()).When(new Explain(ARecord.Person.At(Nov(11)), 1, "Khác.")).Refused("E-STALE");
        Given(ARecord.Issued()).When(new Explain(ARecord.Person.At(Nov(10)), 1, ARecord.Explanation)).Refused("E-STALE");
    }

    [Fact]
    public void R_56_After_the_term_the_reminder_stands()
    {
        Given(ARecord.Delivered()).When(ARecord.Pass(1, JustBefore(EndOf(NovDay(16))))).ThenNothing();
        var upheld = Given(ARecord.Delivered()).When(ARecord.Pass(1, EndOf(NovDay(16)))).Then<ReminderEvent.Upheld>();
        upheld.Act.By.ShouldBeNull();
        Given(ARecord.Lapsed()).When(ARecord.Pass(1, Nov(18))).ThenNothing();
        Given(ARecord.Explained()).When(ARecord.Pass(1, Nov(18))).ThenNothing();
        Given(ARecord.Issued()).When(ARecord.Pass(1, Dec(18))).ThenNothing();
        Given(ARecord.Lapsed()).When(new Explain(ARecord.Person.At(Nov(17)), 1, ARecord.Explanation)).Refused("E-EXPLAIN-TOO-LATE");
        Given(ARecord.Delivered()).When(new Explain(ARecord.Person.At(EndOf(NovDay(16))), 1, ARecord.Explanation)).Refused("E-EXPLAIN-TOO-LATE");
    }

    [Fact]
    public void R_56_The_issuer_keeps_or_withdraws_with_a_reason()
    {
        Given(ARecord.Explained()).Obligations.ShouldBeInWords("answer:1: director AnswerExplanation");
        Given(ARecord.Explained()).When(new Uphold(Director.At(Nov(11)), 1, Texts.TooShort)).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(ARecord.Explained()).When(new Withdraw(Director.At(Nov(11)), 1, "")).RefusedAt("reason", "E-REASON-REQUIRED");
        Given(ARecord.Upheld()).Obligations.ShouldBeEmpty();
        Given(ARecord.Withdrawn()).Obligations.ShouldBeEmpty();
        Given(ARecord.Upheld()).When(new Uphold(Director.At(Nov(12)), 1, Texts.Reason)).ThenNothing();
        Given(ARecord.Upheld()).When(new Withdraw(Director.At(Nov(12)), 1, Texts.Reason)).Refused("E-STALE");
        Given(ARecord.Delivered()).When(new Uphold(Director.At(Nov(10)), 1, Texts.Reason)).Refused("E-STALE");
        Given(ARecord.Delivered()).When(new Withdraw(Director.At(Nov(10)), 1, Texts.Reason)).Then<ReminderEvent.Withdrawn>();
    }

    [Fact]
    public void R_56_The_head_of_the_Office_answers_what_the_Office_issued_and_a_leader_may()
    {
        Given(ARecord.IssuedByOffice()).When(new Uphold(HeadOfOffice.At(Nov(11)), 1, Texts.Reason)).Then<ReminderEvent.Upheld>();
        Given(ARecord.IssuedByOffice()).When(new Withdraw(Director.At(Nov(11)), 1, Texts.Reason)).Then<ReminderEvent.Withdrawn>();
        Given(ARecord.Explained()).When(new Withdraw(HeadOfOffice.At(Nov(11)), 1, Texts.Reason)).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void R_56_Who_acts_as_head_of_the_Office_by_delegation_answers_in_the_head_s_place()
    {
        var delegated = After(
            new OrganisationEvent.Delegated(
                Act.OfSystem(Nov(9)),
                HeadOfOffice,
                DelegateOfDeputy,
                DelegationScope.Headship,
                NovDay(1),
                NovDay(30),
                "12/QĐ-SCT"
            )
        );
        var upheld = Given(ARecord.IssuedByOffice())
            .In(delegated)
            .When(new Uphold(DelegateOfDeputy.At(Nov(11)), 1, Texts.Reason))
            .Then<ReminderEvent.Upheld>();
        upheld.Act.OnBehalfOf.ShouldBe(HeadOfOffice);
    }

    [Fact]
    public void R_56_Whoever_left_the_office_it_was_issued_in_does_not_answer_it_any_more()
    {
        var without = After(Left(HeadOfOffice, Office, Position.Head, NovDay(10)));
        Given(ARecord.IssuedByOffice()).In(without).When(new Uphold(HeadOfOffice.At(Nov(11)), 1, Texts.Reason)).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void R_56_Nobody_judges_a_reminder_to_themselves()
    {
        var explained = ARecord.OfLeader().After(new Explain(Director.At(Nov(12)), 3, ARecord.Explanation));
        Given(explained).When(new Withdraw(Director.At(Nov(12, 10)), 3, Texts.Reason)).Refused("E-OWN-REMINDER");
        Given(explained).When(new Withdraw(HeadOfOffice.At(Nov(12, 10)), 3, Texts.Reason)).Accepted.Length.ShouldBe(2);
    }

    [Fact]
    public void R_56_Number_two_withdrawn_the_next_is_number_two_again()
    {
        var record = Given(ARecord.Two().After(new Withdraw(Director.At(Nov(11, 11)), 2, Texts.Reason)).And(3, Nov(12))).State;

        OrderOf(record, 3).ShouldBe(2);
        record.Reminder(2)!.Phase.ShouldBe(ReminderPhase.Withdrawn, "it stays in the record");
        record.CountOn(NovDay(12), ReminderWindow.CalendarYear).ShouldBe(2);
        record.Files.ShouldBeEmpty();
    }

    [Fact]
    public void R_56_Number_one_withdrawn_the_second_becomes_the_first()
    {
        var record = Given(ARecord.Two().After(new Withdraw(Director.At(Nov(11, 11)), 1, Texts.Reason))).State;
        OrderOf(record, 2).ShouldBe(1);
    }

    [Fact]
    public void R_54_A_card_that_cannot_be_delivered_is_recorded_sent_again_and_then_counts()
    {
        Given(ARecord.Issued()).When(ARecord.DoesNotArrive(1, Nov(9, 9, 5))).Then<ReminderEvent.NotDelivered>().Why.ShouldBe("no address");
        Given(ARecord.NotDelivered()).When(ARecord.DoesNotArrive(1, Nov(9, 9, 6))).ThenNothing();
        Given(ARecord.NotDelivered()).When(new SendAgain(HeadOfOffice.At(Nov(9, 10)), 1)).Refused("E-FORBIDDEN");
        Given(ARecord.SentAgain()).When(new SendAgain(Director.At(Nov(9, 10)), 1)).ThenNothing();
        Given(ARecord.SentAgain()).When(ARecord.Arrives(1, Nov(9, 11))).Then<ReminderEvent.Delivered>();
        Given(ARecord.Delivered()).When(ARecord.Arrives(1, Nov(9, 11))).ThenNothing();
        Given(ARecord.Delivered()).When(ARecord.DoesNotArrive(1, Nov(9, 11))).ThenNothing();
        Given(ARecord.WithdrawnUndelivered()).When(ARecord.Arrives(1, Nov(9, 11))).ThenNothing();
    }

    private static int OrderOf(ReminderRecord record, int no) => record.OrderOf(record.Reminder(no)!, ReminderWindow.CalendarYear);
}
