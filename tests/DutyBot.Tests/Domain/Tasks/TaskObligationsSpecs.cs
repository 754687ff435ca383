using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>What a task waits for, from whom and until when.</summary>
public sealed class TaskObligationsSpecs
{
    private const string Leads = "lead: phong-ke-hoach Lead";
    private const string Coordinates = "coordinate:phong-thuong-mai: phong-thuong-mai Coordinate";

    [Fact]
    public void An_issued_task_is_to_be_accepted_and_the_work_is_owed_from_now_on() =>
        Given(Issued())
            .Obligations.ShouldBeInWords(
                "accept: phong-ke-hoach Accept until 11/11 00:00",
                "complete: phong-ke-hoach Complete until 19/12 00:00",
                "report: phong-ke-hoach Report until 23/12 00:00",
                Leads,
                Coordinates
            );

    [Fact]
    public void An_accepted_task_is_owed_by_its_officer() =>
        Given(Accepted())
            .Obligations.ShouldBeInWords(
                "complete: officer-of-planning Complete until 19/12 00:00",
                "report: officer-of-planning Report until 23/12 00:00",
                Leads,
                Coordinates
            );

    [Fact]
    public void T7_After_a_deemed_acceptance_an_officer_is_to_be_named() =>
        Given(DeemedAccepted())
            .Obligations.ShouldBeInWords(
                "nameOfficer: phong-ke-hoach NameOfficer",
                "complete: phong-ke-hoach Complete until 19/12 00:00",
                "report: phong-ke-hoach Report until 23/12 00:00",
                Leads,
                Coordinates
            );

    [Fact]
    public void R_31_A_return_waits_for_the_assigner_while_the_unit_stays_responsible() =>
        Given(ReturnRequested())
            .Obligations.ShouldBeInWords(
                "decideReturn: deputy-director DecideReturn until 13/11 00:00",
                "complete: phong-ke-hoach Complete until 19/12 00:00",
                "report: phong-ke-hoach Report until 23/12 00:00",
                Leads,
                Coordinates
            );

    [Fact]
    public void R_43_A_disagreement_waits_to_be_escalated() =>
        Given(Disagreed())
            .Obligations.ShouldBeInWords(
                "escalate: phong-ke-hoach Escalate",
                "complete: officer-of-planning Complete until 19/12 00:00",
                "report: officer-of-planning Report until 23/12 00:00",
                Leads,
                Coordinates
            );

    [Fact]
    public void What_has_passed_is_still_owed_but_falls_due_no_more()
    {
        Given(Late()).Obligations.ShouldBeInWords("complete: officer-of-planning Complete", "report: officer-of-planning Report", Leads, Coordinates);
        Given(ReturnUndecided()).Obligation(TaskObligations.DecideReturn).Due.ShouldBeNull();
    }

    [Fact]
    public void A_new_lead_has_a_new_term_and_the_old_dates() =>
        Given(Reassigned())
            .Obligations.ShouldBeInWords(
                "accept: phong-cong-nghiep Accept until 12/11 00:00",
                "complete: phong-cong-nghiep Complete until 19/12 00:00",
                "report: phong-cong-nghiep Report until 23/12 00:00",
                "lead: phong-cong-nghiep Lead",
                Coordinates
            );

    [Fact]
    public void A_task_without_a_deadline_is_owed_without_one()
    {
        var undated = Draft with { Deadline = null, ReportDeadline = null, NoDeadlineReason = Texts.Reason, ReviewOn = DecDay(9) };
        Given(Accepted(undated)).Obligations.ShouldBeInWords("complete: officer-of-planning Complete", Leads, Coordinates);
    }

    [Fact]
    public void Nothing_is_owed_before_the_issue_and_after_the_end()
    {
        Given(NotIssued).Obligations.ShouldBeEmpty();
        Given(Cancelled()).Obligations.ShouldBeEmpty();
    }

    [Fact]
    public void A_round_under_way_adds_nothing_of_its_own() => Given(Consulting()).Obligations.ShouldBe(Given(Accepted()).Obligations);

    [Fact]
    public void A_wake_for_what_does_not_fall_due_changes_nothing()
    {
        Given(DeemedAccepted()).When(Pass(TaskObligations.NameOfficer, Dec(30))).ThenNothing();
        Given(Disagreed()).When(Pass(TaskObligations.Escalate, Dec(30))).ThenNothing();
        Given(Issued()).When(Pass("reply:phong-ke-hoach", Dec(30))).ThenNothing();
        Given(Consulting()).When(ARound.Opening()).ThenNothing();
    }
}
