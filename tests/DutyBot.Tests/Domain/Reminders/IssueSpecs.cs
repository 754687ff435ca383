using DutyBot.Domain;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>R-54: who reminds whom of what, and which number it has.</summary>
public sealed class IssueSpecs
{
    [Fact]
    public void R_54_A_leader_reminds_a_person_of_one_fact_and_it_is_number_one()
    {
        var issued = Given(ARecord.Empty).When(ARecord.IssueOf()).Then<ReminderEvent.Issued>();

        (issued.Person, issued.No, issued.On).ShouldBe((ARecord.Person, 1, NovDay(9)));
        OrderOf(Given(ARecord.Issued()).State, 1).ShouldBe(1);
    }

    [Fact]
    public void R_54_The_head_of_the_Office_may_and_a_deputy_director_or_the_program_may_not()
    {
        Given(ARecord.Empty).When(ARecord.IssueOf(act: HeadOfOffice.At(Nov(9)))).Then<ReminderEvent.Issued>();
        Given(ARecord.Empty).When(ARecord.IssueOf(act: DelegateOfDirector.At(Nov(9)))).Then<ReminderEvent.Issued>().Act.OnBehalfOf.ShouldBe(Director);
        Given(ARecord.Empty).When(ARecord.IssueOf(act: Deputy.At(Nov(9)))).Refused("E-FORBIDDEN");
        Given(ARecord.Empty).When(ARecord.IssueOf(act: Act.OfSystem(Nov(9)))).Refused("E-FORBIDDEN");
    }

    [Fact]
    public void R_54_Nobody_reminds_themselves_nor_does_their_delegate()
    {
        Given(ARecord.Empty).When(ARecord.IssueOf(person: Director)).Refused("E-OWN-REMINDER");
        Given(ARecord.Empty).When(ARecord.IssueOf(act: DelegateOfDirector.At(Nov(9)), person: Director)).Refused("E-OWN-REMINDER");
        Given(ARecord.Empty).When(ARecord.IssueOf(act: HeadOfOffice.At(Nov(9)), person: Director)).Then<ReminderEvent.Issued>();
    }

    [Fact]
    public void R_54_Two_reminders_of_the_same_fact_are_one_too_many() =>
        Given(ARecord.Delivered())
            .When(ARecord.IssueOf(act: HeadOfOffice.At(Nov(10))))
            .RefusedAt("person", "E-ALREADY-REMINDED")
            .Arguments.ShouldBe([("date", NovDay(9))]);

    [Fact]
    public void R_54_A_fact_that_was_withdrawn_is_not_reminded_of_a_second_time() =>
        Given(ARecord.Withdrawn())
            .When(ARecord.IssueOf(act: Director.At(Nov(12))) with { Text = Texts.Reason })
            .RefusedAt("person", "E-ALREADY-REMINDED");

    [Fact]
    public void D_07_The_second_press_of_the_same_form_reminds_nobody_twice() => Given(ARecord.Issued()).When(ARecord.IssueOf()).ThenNothing();

    [Fact]
    public void R_54_In_a_consultation_the_answer_of_each_unit_is_a_fact()
    {
        var round = new ReminderFact(DutyId.Parse("YK-2026-00001"), Planning, "Góp ý", EndOf(NovDay(5)));
        round.IsSameAs(round with { Unit = Trade }).ShouldBeFalse();
        ARecord.Fact(1).IsSameAs(ARecord.Fact(1) with { Unit = Trade }).ShouldBeTrue();
    }

    [Fact]
    public void R_54_What_is_not_late_is_not_reminded_of()
    {
        var issue = ARecord.IssueOf();
        Given(ARecord.Empty).When(issue with { Fact = issue.Fact with { Due = null } }).Refused("E-NOT-OVERDUE");
        Given(ARecord.Empty).When(issue with { Fact = issue.Fact with { Due = Nov(9, 9, 1) } }).Refused("E-NOT-OVERDUE");
        Given(ARecord.Empty).When(issue with { Fact = issue.Fact with { Due = Nov(9) } }).Then<ReminderEvent.Issued>();
    }

    [Fact]
    public void R_54_A_reminder_has_a_basis_and_says_what_it_is_about()
    {
        Given(ARecord.Empty).When(ARecord.IssueOf() with { LegalBasis = Texts.Blank }).RefusedAt("legalBasis", "E-NO-LEGAL-BASIS");
        Given(ARecord.Empty).When(ARecord.IssueOf() with { Text = Texts.TooShort }).RefusedAt("text", "E-REASON-REQUIRED");
        Given(ARecord.Empty).When(ARecord.IssueOf() with { LegalBasis = "", Text = "" }).Refused("E-NO-LEGAL-BASIS", "E-REASON-REQUIRED");
    }

    [Fact]
    public void R_54_A_reminder_belongs_into_the_record_of_its_person() =>
        Given(ARecord.Issued()).When(ARecord.IssueOf(2, person: HeadOfTrade)).Refused("E-STALE");

    [Fact]
    public void R_54_It_counts_when_it_has_been_delivered_and_not_before()
    {
        CountOn(Given(ARecord.Issued()).State, NovDay(9)).ShouldBe(0);
        CountOn(Given(ARecord.NotDelivered()).State, NovDay(9)).ShouldBe(0);
        CountOn(Given(ARecord.Delivered()).State, NovDay(9)).ShouldBe(1);
        CountOn(Given(ARecord.Explained()).State, NovDay(10)).ShouldBe(1);
        CountOn(Given(ARecord.Upheld()).State, NovDay(11)).ShouldBe(1);
        CountOn(Given(ARecord.Withdrawn()).State, NovDay(11)).ShouldBe(0);
    }

    [Fact]
    public void R_54_One_under_way_has_its_number_already() =>
        OrderOf(Given(ARecord.Issued().After(ARecord.IssueOf(2, Director.At(Nov(10))))).State, 2).ShouldBe(2);

    [Fact]
    public void R_54_Automatic_notices_never_count()
    {
        // Twelve deadlines pass; no command of the clock adds a reminder to anybody's record.
        var record = Enumerable
            .Range(1, 12)
            .Aggregate(
                Given(ARecord.Delivered()).State,
                (state, no) =>
                    ReminderDecider
                        .Decide(state, new ReminderCommand.PassDeadline(Act.OfSystem(Nov(10)), $"overdue:{no}"), Context)
                        .Events.Aggregate(state, ReminderRecord.Evolve)
            );
        CountOn(record, NovDay(30)).ShouldBe(1);
        Given(ARecord.Empty).When(new ReminderCommand.PassDeadline(Act.OfSystem(Nov(10)), "complete")).Refused("E-STALE");
    }

    [Fact]
    public void R_54_On_the_first_of_January_the_count_begins_anew()
    {
        var record = Given(ARecord.Two()).State;
        CountOn(record, DecDay(31)).ShouldBe(2);
        CountOn(record, new LocalDate(2027, 1, 1)).ShouldBe(0);
        CountOn(record, new LocalDate(2027, 1, 1), ReminderWindow.TwelveMonths).ShouldBe(2);
        CountOn(record, new LocalDate(2027, 11, 10), ReminderWindow.TwelveMonths).ShouldBe(1);
    }

    private static int CountOn(ReminderRecord record, LocalDate date, ReminderWindow window = ReminderWindow.CalendarYear) =>
        record.CountOn(date, window);

    private static int OrderOf(ReminderRecord record, int no) => record.OrderOf(record.Reminder(no)!, ReminderWindow.CalendarYear);
}
