using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
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

/// <summary>R-12: the term of a task is measured against what work of its kind normally takes; issued on Mon 09/11/2026.</summary>
public sealed class NormSpecs
{
    private const string Category = "Báo cáo chuyên đề";

    private static readonly DutyContext TenDays = After(
        new OrganisationEvent.NormSet(Act.OfSystem(Nov(2)), Category, 10, new LocalDate(2026, 11, 2), "22/QĐ-SCT")
    );

    private static readonly TaskDraft Topical = Draft with { Category = "bao cao chuyen de", ReportDeadline = null };

    [Fact]
    public void R_12_Three_working_days_of_a_norm_of_ten_have_to_be_confirmed()
    {
        var hurried = Topical with { Deadline = NovDay(12) };
        Issuing(hurried)
            .RefusedAt(Fields.Deadline, "E-SHORT-TERM")
            .Arguments.ShouldBe([("category", Category), ("n", 10), ("days", 3), ("date", NovDay(23))]);

        var issued = Issuing(hurried with { ShortTermConfirmed = true }).Then<Issued>();
        issued.CompleteBy.ShouldBe(EndOf(NovDay(12)));
        issued.Content.Norm.ShouldBe(new TaskNorm(Category, 10, ShortTermConfirmed: true));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(16, false)]
    [InlineData(23, false)]
    public void R_12_Half_of_the_norm_is_enough(int day, bool isShort)
    {
        var outcome = Issuing(Topical with { Deadline = NovDay(day) });
        outcome.Decision.Problems.Any(problem => problem.Key == "E-SHORT-TERM").ShouldBe(isShort);
    }

    [Fact]
    public void R_12_A_confirmation_that_was_not_needed_is_not_recorded() =>
        Issuing(Topical with { ShortTermConfirmed = true }).Then<Issued>().Content.Norm.ShouldBe(new TaskNorm(Category, 10));

    [Fact]
    public void R_12_The_part_of_the_norm_is_a_setting()
    {
        var all = TenDays with { Policy = Policy.Default with { ShortTermPercent = 100 } };
        var none = TenDays with { Policy = Policy.Default with { ShortTermPercent = 0 } };
        Given(NotIssued).In(all).When(IssueOf(Topical with { Deadline = NovDay(20) })).RefusedAt(Fields.Deadline, "E-SHORT-TERM");
        Given(NotIssued).In(none).When(IssueOf(Topical with { Deadline = NovDay(10) })).Then<Issued>();
    }

    [Fact]
    public void R_12_A_category_without_a_norm_that_day_is_refused_and_none_is_none()
    {
        Issuing(Topical with { Category = "Đề án" }).RefusedAt(Fields.Category, "E-NO-NORM");
        Given(NotIssued).When(IssueOf(Topical)).RefusedAt(Fields.Category, "E-NO-NORM");
        Issuing(Topical with { Category = "", Deadline = NovDay(10) }).Then<Issued>().Content.Norm.ShouldBeNull();
    }

    [Fact]
    public void R_12_A_deadline_that_has_passed_is_told_as_that_alone() =>
        Issuing(Topical with { Deadline = NovDay(6) }).RefusedAt(Fields.Deadline, "E-DEADLINE-PAST");

    private static Outcome<WorkTask, TaskEvent, TaskCommand> Issuing(TaskDraft draft) => Given(NotIssued).In(TenDays).When(IssueOf(draft));
}
