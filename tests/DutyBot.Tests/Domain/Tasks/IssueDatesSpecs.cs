using DutyBot.Domain.Documents;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskDraft;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Tasks;

/// <summary>The three times of a task: completion, report, and the terms of acceptance and return.</summary>
public sealed class IssueDatesSpecs
{
    private static readonly TaskDraft Undated = Draft with
    {
        Deadline = null,
        ReportDeadline = null,
        NoDeadlineReason = "Nhiệm vụ thường xuyên, không xác định được ngày kết thúc.",
        ReviewOn = DecDay(9),
    };

    private static Outcome<WorkTask, TaskEvent, TaskCommand> Issuing(TaskDraft draft) => Given(NotIssued).When(IssueOf(draft));

    [Fact]
    public void R_02_Urgent_tasks_are_accepted_or_returned_within_working_hours()
    {
        Terms(Urgency.Normal).ShouldBe((EndOf(NovDay(10)), EndOf(NovDay(10))));
        Terms(Urgency.Urgent).ShouldBe((Nov(9, 14), Nov(9, 11)));
        Terms(Urgency.VeryUrgent).ShouldBe((Nov(9, 11), Nov(9, 11)));
        Terms(Urgency.Flash).ShouldBe((Nov(9, 11), Nov(9, 11)));

        static (Instant Accept, Instant Return) Terms(Urgency urgency)
        {
            var issued = Issuing(Draft with { Urgency = urgency }).Then<Issued>();
            return (issued.AcceptBy, issued.ReturnBy);
        }
    }

    [Fact]
    public void R_02_A_flash_task_issued_on_a_Saturday_night_has_the_first_working_hours_of_Monday()
    {
        var issue = new TaskCommand.Issue(Deputy.At(Nov(21, 21)), Id, Draft with { Urgency = Urgency.Flash });
        Given(NotIssued).When(issue).Then<Issued>().AcceptBy.ShouldBe(Nov(23, 10));
    }

    [Fact]
    public void R_10_A_task_without_deadline_reason_and_review_date_is_unclear() =>
        Issuing(Draft with { Deadline = null, ReportDeadline = null }).RefusedAt(Fields.Deadline, "E-UNCLEAR-TIME");

    [Fact]
    public void R_10_The_holiday_of_24_11_is_warned_of_and_25_11_offered()
    {
        var holiday = Draft with { Deadline = NovDay(24), ReportDeadline = null };
        Issuing(holiday).RefusedAt(Fields.Deadline, "E-DEADLINE-HOLIDAY").Arguments.ShouldBe([("date", NovDay(24)), ("next", NovDay(25))]);
        Issuing(holiday with { KeepRestDay = true }).Then<Issued>().CompleteBy.ShouldBe(EndOf(NovDay(24)));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(15)]
    public void R_10_A_weekend_is_a_rest_day_too(int day) =>
        Issuing(Draft with { Deadline = NovDay(day), ReportDeadline = null })
            .RefusedAt(Fields.Deadline, "E-DEADLINE-HOLIDAY")
            .Arguments.ShouldContain(("next", NovDay(16)));

    [Fact]
    public void R_10_A_deadline_is_after_the_issue_and_today_still_is()
    {
        Issuing(Draft with { Deadline = NovDay(9), ReportDeadline = null }).Then<Issued>().CompleteBy.ShouldBe(EndOf(NovDay(9)));
        Issuing(Draft with { Deadline = NovDay(6), ReportDeadline = null }).RefusedAt(Fields.Deadline, "E-DEADLINE-PAST");
        Issuing(Draft with { Deadline = NovDay(8), ReportDeadline = null, KeepRestDay = true }).RefusedAt(Fields.Deadline, "E-DEADLINE-PAST");
    }

    [Fact]
    public void R_10_An_undated_task_has_a_reason_and_a_review_date()
    {
        var issued = Issuing(Undated).Then<Issued>();
        (issued.CompleteBy, issued.ReportBy, issued.Content.ReviewOn).ShouldBe((null, null, DecDay(9)));

        Issuing(Undated with { NoDeadlineReason = "" }).RefusedAt(Fields.NoDeadlineReason, "E-REASON-REQUIRED");
        Issuing(Undated with { NoDeadlineReason = Texts.TooShort }).RefusedAt(Fields.NoDeadlineReason, "E-REASON-REQUIRED");
        Issuing(Undated with { NoDeadlineReason = Texts.TooShortButManyCodePoints }).RefusedAt(Fields.NoDeadlineReason, "E-REASON-REQUIRED");
        Issuing(Undated with { NoDeadlineReason = Texts.JustLongEnough }).Then<Issued>();
        Issuing(Undated with { ReviewOn = null }).RefusedAt(Fields.ReviewOn, "E-REVIEW-DATE");
        Issuing(Undated with { ReviewOn = NovDay(8) }).RefusedAt(Fields.ReviewOn, "E-REVIEW-DATE");
    }

    [Fact]
    public void R_11_The_report_is_due_at_most_five_working_days_after_the_completion()
    {
        // Fri 18/12 and five working days: Fri 25/12.
        Issuing(Draft with { ReportDeadline = DecDay(25) }).Then<Issued>().ReportBy.ShouldBe(EndOf(DecDay(25)));
        Issuing(Draft with { ReportDeadline = DecDay(26) })
            .RefusedAt(Fields.ReportDeadline, "E-REPORT-TOO-LATE")
            .Arguments.ShouldBe([("n", 5), ("latest", DecDay(25))]);
        Issuing(Draft with { ReportDeadline = NovDay(6) }).RefusedAt(Fields.ReportDeadline, "E-DEADLINE-PAST");
        Issuing(Draft with { ReportDeadline = null }).Then<Issued>().ReportBy.ShouldBeNull();
    }

    [Fact]
    public void R_11_A_report_without_a_completion_deadline_still_lies_ahead()
    {
        Issuing(Undated with { ReportDeadline = NovDay(6) }).RefusedAt(Fields.ReportDeadline, "E-DEADLINE-PAST");
        Issuing(Undated with { ReportDeadline = DecDay(31) }).Then<Issued>().ReportBy.ShouldBe(EndOf(DecDay(31)));
    }

    [Fact]
    public void R_10_A_date_at_the_end_of_all_calendars_is_no_date()
    {
        var never = LocalDate.MaxIsoValue;
        Issuing(Draft with { Deadline = never }).RefusedAt(Fields.Deadline, "E-UNCLEAR-TIME");
        Issuing(Draft with { ReportDeadline = never }).RefusedAt(Fields.ReportDeadline, "E-UNCLEAR-TIME");
        Issuing(Undated with { ReviewOn = never }).RefusedAt(Fields.ReviewOn, "E-UNCLEAR-TIME");
        Issuing(Draft with { Deadline = LocalDate.MinIsoValue, ReportDeadline = null }).RefusedAt(Fields.Deadline, "E-DEADLINE-PAST");
    }

    [Fact]
    public void R_11_Completion_and_report_fall_due_apart()
    {
        var passed = Given(Accepted()).When(Pass(TaskObligations.Complete, EndOf(DecDay(18))));
        passed.Then<CompletionDeadlinePassed>();
        passed
            .Obligations.Where(o => o.Name is TaskObligations.Complete or TaskObligations.Report)
            .Select(o => (o.Name, o.Due))
            .ShouldBe([(TaskObligations.Complete, null), (TaskObligations.Report, EndOf(DecDay(22)))]);
    }
}
