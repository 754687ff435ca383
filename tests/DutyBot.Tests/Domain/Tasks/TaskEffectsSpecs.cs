using DutyBot.Domain.Effects;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>Who hears of what happens to a task: cards that ask for attention, cards that are edited quietly, sentences to a person.</summary>
public sealed class TaskEffectsSpecs
{
    [Fact]
    public void The_lead_and_the_coordinating_units_are_called_when_a_task_is_issued() =>
        Given(Issued())
            .LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach, attention", "Coordination to channel phong-thuong-mai, attention");

    [Fact]
    public void The_assigner_and_the_officer_hear_of_the_acceptance() =>
        Given(Accepted())
            .LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "n.accepted to deputy-director", "n.officer to officer-of-planning");

    [Fact]
    public void R_49_The_head_and_the_Office_hear_of_a_deemed_acceptance() =>
        Given(DeemedAccepted())
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach",
                "n.deemedAccepted to head of phong-ke-hoach",
                "n.deemedAccepted.office to office"
            );

    [Fact]
    public void R_16_A_new_officer_is_told() =>
        Given(Accepted().After(new NameOfficer(HeadOfPlanning.At(Nov(11)), OtherOfficerOfPlanning, Texts.Reason)))
            .LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "n.officer to other-officer-of-planning");

    [Fact]
    public void R_26_A_return_is_put_before_the_assigner_and_nobody_else() =>
        Given(ReturnRequested()).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "ReturnRequest to deputy-director, attention");

    [Fact]
    public void T9_A_rejected_return_calls_the_unit_again() =>
        Given(ReturnRejected())
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach, attention",
                "ReturnRequest to deputy-director",
                "n.return.no to head of phong-ke-hoach"
            );

    [Fact]
    public void T10_A_reassigned_task_calls_the_new_unit_and_quietly_leaves_the_old_one() =>
        Given(Reassigned())
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-cong-nghiep, attention",
                "Assignment to channel phong-ke-hoach",
                "ReturnRequest to deputy-director",
                "n.return.ok to head of phong-ke-hoach"
            );

    [Fact]
    public void T12_An_undecided_return_is_put_before_the_leadership_which_may_decide_it()
    {
        var overdue = ReturnRequested().After(Pass(TaskObligations.DecideReturn, EndOf(NovDay(12))));
        Given(overdue)
            .LastEffects.ShouldBeInWords(
                "ReturnRequest to leaders, attention",
                "n.returnDecision.late to deputy-director",
                "n.returnDecision.late.office to office"
            );
        Given(overdue)
            .When(new Reassign(Director.At(Nov(13)), Industry))
            .Effects.Where(e => e is Effect.ShowCard { Card: CardName.ReturnRequest })
            .ShouldBeInWords("ReturnRequest to deputy-director", "ReturnRequest to leaders");
    }

    [Fact]
    public void T24_Everybody_who_was_called_hears_that_the_task_is_called_off()
    {
        Given(Accepted())
            .When(new Cancel(Deputy.At(Nov(12)), Texts.Reason))
            .Effects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach",
                "n.cancelled to head of phong-ke-hoach",
                "n.cancelled to head of phong-thuong-mai"
            );
        Given(Consulting())
            .When(new Cancel(Deputy.At(Nov(12)), Texts.Reason))
            .Effects.ShouldContain(e => e is Effect.Send && ((Effect.Send)e).To == ARound.Id);
    }

    [Fact]
    public void T11_The_assigners_card_of_a_return_does_not_outlive_the_task() =>
        Given(ReturnRequested())
            .When(new Cancel(Deputy.At(Nov(10)), Texts.Reason))
            .Effects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach",
                "n.cancelled to head of phong-ke-hoach",
                "n.cancelled to head of phong-thuong-mai",
                "ReturnRequest to deputy-director"
            );

    [Fact]
    public void R_11_The_head_and_the_officer_hear_of_a_report_that_is_late() =>
        Given(Accepted().After(Pass(TaskObligations.Report, Dec(23))))
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach",
                "n.report.late to head of phong-ke-hoach",
                "n.report.late to officer-of-planning"
            );

    [Fact]
    public void Nobody_is_told_twice() =>
        Given(DeemedAccepted().After(Pass(TaskObligations.Report, Dec(23))))
            .LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "n.report.late to head of phong-ke-hoach");

    [Fact]
    public void R_52_A_completion_that_is_late_is_told_by_the_ladder_and_at_once_where_a_history_has_none()
    {
        Given(Accepted().After(Pass(TaskObligations.Complete, Dec(19, 0)))).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach");
        var old = Accepted().SetItem(0, ((TaskEvent.Issued)Accepted()[0]) with { Notices = null });
        Given(old.After(Pass(TaskObligations.Complete, Dec(19, 0))))
            .LastEffects.ShouldBeInWords(
                "Assignment to channel phong-ke-hoach",
                "n.completion.late to head of phong-ke-hoach",
                "n.completion.late to officer-of-planning"
            );
    }

    [Fact]
    public void Rounds_and_escalations_change_the_card_quietly_and_go_their_own_way()
    {
        Given(Consulting()).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", $"Open to {ARound.Id}");
        Given(Disagreed()).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach");
        Given(Escalated()).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach", $"Submit to {Escalations.AnEscalation.Id}");
        Given(Decided()).LastEffects.ShouldBeInWords("Assignment to channel phong-ke-hoach");
    }

    [Fact]
    public void A_notice_says_what_it_is_about() =>
        Given(ReturnRejected())
            .LastEffects.OfType<Effect.Tell>()
            .ShouldHaveSingleItem()
            .Values.ShouldBe([new NoticeValue("reason", Text: Texts.Reason)]);
}
