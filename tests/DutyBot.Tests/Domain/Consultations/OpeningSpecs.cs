using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationDraft;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>What a consultation must say before anybody is asked, and until when they must answer.</summary>
public sealed class OpeningSpecs
{
    private static Outcome<WorkTask, TaskEvent, TaskCommand> Opening(ConsultationDraft draft, Instant? at = null, TaskDraft? task = null) =>
        Given(ATask.Accepted(task)).When(ARound.Opening(draft, at));

    private static ConsultationOpening Opened(ConsultationDraft draft, Instant? at = null, TaskDraft? task = null) =>
        Opening(draft, at, task).Then<TaskEvent.ConsultationOpened>().Opening;

    [Fact]
    public void R_32_A_complete_consultation_is_opened()
    {
        var opening = Opened(Draft with { Questions = ["", " Có đồng ý không? ", Texts.Blank] });
        (opening.Task, opening.LeadUnit, opening.Round).ShouldBe((ATask.Id, Planning, 1));
        opening.Questions.ShouldBe(["Có đồng ý không?"]);
        opening.Units.Select(u => u.Unit).ShouldBe([Industry, Safety]);
    }

    [Fact]
    public void R_32_At_least_one_question_is_asked()
    {
        Opening(Draft with { Questions = [] }).RefusedAt(Fields.Question(1), "E-NO-QUESTION");
        Opening(Draft with { Questions = ["", Texts.Blank] }).RefusedAt(Fields.Question(1), "E-NO-QUESTION");
    }

    [Fact]
    public void R_32_The_lead_states_a_preliminary_view_of_its_own() =>
        Opening(Draft with { PreliminaryView = Texts.Blank }).RefusedAt(Fields.PreliminaryView, "E-NO-VIEWPOINT");

    [Fact]
    public void R_32_The_basis_and_the_reply_date_are_said()
    {
        Opening(Draft with { Basis = null }).RefusedAt(Fields.Basis, "E-NO-BASIS");
        Opening(Draft with { Basis = (ConsultationBasis)2 }).RefusedAt(Fields.Basis, "E-NO-BASIS");
        Opening(Draft with { ReplyBy = null }).RefusedAt(Fields.ReplyBy, "E-NO-REPLY-DATE");
    }

    [Fact]
    public void R_32_Everything_that_is_missing_is_named_at_once() =>
        Opening(new ConsultationDraft([], "", null, "", [], null, false))
            .Refused("E-NO-QUESTION", "E-NO-VIEWPOINT", "E-NO-BASIS", "E-NO-UNIT", "E-NO-REPLY-DATE");

    [Theory]
    [InlineData("")]
    [InlineData(Texts.TooShort)]
    public void R_33_A_unit_is_asked_with_a_reason_why_it_is_concerned(string why) =>
        Opening(Draft with { Units = [(Industry, Texts.Reason), (Safety, why)] }).RefusedAt(Fields.Why(2), "E-UNRELATED-UNIT");

    [Fact]
    public void R_33_Whoever_is_asked_is_another_reachable_unit_and_is_asked_once()
    {
        Opening(Draft with { Units = [] }).RefusedAt(Fields.Unit(1), "E-NO-UNIT");
        Opening(Draft with { Units = [(Industry, Texts.Reason), (null, Texts.Reason)] }).RefusedAt(Fields.Unit(2), "E-NO-UNIT");
        Opening(Draft with { Units = [(Planning, Texts.Reason)] }).RefusedAt(Fields.Unit(1), "E-ASK-YOURSELF");
        Opening(Draft with { Units = [(Industry, Texts.Reason), (Industry, Texts.Reason)] }).RefusedAt(Fields.Unit(2), "E-UNIT-TWICE");
        Opening(Draft with { Units = [(Ended, Texts.Reason)] }).RefusedAt(Fields.Unit(1), "E-UNIT-INACTIVE");
        Opening(Draft with { Units = [(Headless, Texts.Reason)] }).RefusedAt(Fields.Unit(1), "E-UNIT-NO-HEAD");
        Opening(Draft with { Units = [(NeverHeardOf, Texts.Reason)] }).RefusedAt(Fields.Unit(1), "E-UNIT-UNKNOWN");
    }

    [Fact]
    public void R_33_Nobody_is_asked_the_same_again_unless_the_papers_changed_or_a_decision_came_between()
    {
        var again = ARound.Opening(at: Nov(16)) with { Consultation = DutyId.Parse("YK-2026-SEC0D") };
        Given(ATask.Disagreed()).When(again).Refused("E-ASKED-BEFORE", "E-ASKED-BEFORE");
        Given(ATask.Disagreed()).When(again with { Draft = Draft with { Papers = "Dự thảo lần hai" } }).Then<TaskEvent.ConsultationOpened>();
        Given(ATask.Disagreed())
            .When(again with { Draft = Draft with { Questions = ["Nguồn vốn lấy từ đâu?"] } })
            .Then<TaskEvent.ConsultationOpened>();
        Given(ATask.Decided())
            .When(again with { Act = HeadOfPlanning.At(Nov(18)), Draft = Draft with { ReplyBy = NovDay(25) } })
            .Then<TaskEvent.ConsultationOpened>();
    }

    [Fact]
    public void R_33_An_empty_row_of_the_form_asks_nobody() =>
        Opened(Draft with { Units = [(null, ""), (Industry, Texts.Reason), (null, Texts.Blank)] }).Units.ShouldHaveSingleItem();

    [Fact]
    public void R_33_Asking_many_units_is_warned_of()
    {
        var few = With(Context.Policy with { ManyUnits = 1 });
        var opening = ARound.Opening();
        Given(ATask.Accepted()).In(few).When(opening).RefusedAt(Fields.ManyUnitsConfirmed, "E-MANY-UNITS").Arguments.ShouldBe([("n", 2)]);
        Given(ATask.Accepted()).In(few).When(opening with { Draft = Draft with { ManyUnitsConfirmed = true } }).Then<TaskEvent.ConsultationOpened>();
        Given(ATask.Accepted()).In(With(Context.Policy with { ManyUnits = 2 })).When(opening).Then<TaskEvent.ConsultationOpened>();
    }

    [Fact]
    public void R_34_Five_working_days_from_20_11_2026_end_on_30_11_2026()
    {
        // 20/11 is a Friday, 24/11 a holiday. A date below the minimum is replaced by the default of five working days.
        var today = Opened(Draft with { ReplyBy = NovDay(20) }, at: Nov(20, 10));
        (today.ReplyOn, today.ReplyBy).ShouldBe((NovDay(30), EndOf(NovDay(30))));
        Opened(Draft with { ReplyBy = NovDay(30) }, at: Nov(20, 10)).ReplyOn.ShouldBe(NovDay(30));
    }

    [Fact]
    public void R_34_The_asked_date_counts_from_the_minimum_on()
    {
        // One working day after Fri 20/11 is Mon 23/11; the weekend leaves less.
        Opened(Draft with { ReplyBy = NovDay(23) }, at: Nov(20, 10)).ReplyOn.ShouldBe(NovDay(23));
        Opened(Draft with { ReplyBy = NovDay(22) }, at: Nov(20, 10)).ReplyOn.ShouldBe(NovDay(30));
    }

    [Fact]
    public void R_34_An_urgent_task_may_ask_for_today()
    {
        var urgent = ATask.Draft with { Urgency = Urgency.Urgent };
        Opened(Draft with { ReplyBy = NovDay(20) }, at: Nov(20, 10), task: urgent).ReplyOn.ShouldBe(NovDay(20));
    }

    [Fact]
    public void R_34_The_reply_date_lies_ahead_and_within_fifteen_working_days()
    {
        Opening(Draft with { ReplyBy = NovDay(9) }).RefusedAt(Fields.ReplyBy, "E-REPLY-PAST");
        Opening(Draft with { ReplyBy = LocalDate.MaxIsoValue }).RefusedAt(Fields.ReplyBy, "E-REPLY-TOO-LATE");

        // Fifteen working days after Tue 10/11, without 24/11: Wed 02/12.
        Opened(Draft with { ReplyBy = DecDay(2) }).ReplyOn.ShouldBe(DecDay(2));
        Opening(Draft with { ReplyBy = DecDay(3) })
            .RefusedAt(Fields.ReplyBy, "E-REPLY-TOO-LATE")
            .Arguments.ShouldBe([("n", 15), ("latest", DecDay(2))]);
    }

    [Fact]
    public void R_40_Answers_are_due_before_the_task_is()
    {
        var soon = ATask.Draft with { Deadline = NovDay(17), ReportDeadline = null };
        Opened(Draft, task: soon).ReplyOn.ShouldBe(NovDay(17));
        Opening(Draft with { ReplyBy = NovDay(18) }, task: soon).RefusedAt(Fields.ReplyBy, "E-REPLY-AFTER-DEADLINE");
    }

    [Fact]
    public void R_40_An_overdue_task_may_still_ask_others()
    {
        var overdue = ATask.Draft with { Deadline = NovDay(9), ReportDeadline = null };
        Opened(Draft, task: overdue).ReplyOn.ShouldBe(NovDay(17));
    }

    [Fact]
    public void R_34_A_round_counts_its_terms_from_its_opening()
    {
        var opened = Given(NotOpened).When((ConsultationCommand)Given(ATask.Consulting()).LastEffects.Sent<ConsultationCommand.Open>());
        var e = opened.Then<ConsultationEvent.Opened>();
        (e.ReturnBy, e.PapersBy, e.NonResponseAt).ShouldBe((EndOf(NovDay(11)), EndOf(NovDay(11)), EndOf(NovDay(25))));
        opened
            .State.Items.Select(i => (i.Unit, i.Phase, i.ReplyBy))
            .ShouldBe([(Industry, ItemPhase.Requested, EndOf(NovDay(17))), (Safety, ItemPhase.Requested, EndOf(NovDay(17)))]);
    }

    [Fact]
    public void R_02_An_urgent_round_is_returned_within_working_hours() =>
        Given(ARound.Opened(task: ATask.Draft with { Urgency = Urgency.Urgent })).State.ReturnBy.ShouldBe(Nov(10, 11));

    [Fact]
    public void D_07_Opening_a_round_twice_opens_one()
    {
        var open = Given(ATask.Consulting()).LastEffects.Sent<ConsultationCommand.Open>();
        Given(ARound.Opened()).When(open).ThenNothing();
        Given(ARound.Closed()).When(open).ThenNothing();
        Given(ARound.Opened())
            .When(open with { Opening = open.Opening with { Task = DutyBot.Domain.DutyId.Parse("NV-2026-00002") } })
            .Refused("E-STALE");
    }
}
