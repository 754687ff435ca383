using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Calendar;

/// <summary>
/// A day off entered late: a date stays, and the notices before and after it follow the new working days once somebody has confirmed it (D-05). The
/// sample task is due on Fri 18/12/2026.
/// </summary>
public sealed class RescheduleSpecs
{
    [Fact]
    public void D_05_Notices_before_and_after_a_date_follow_the_calendar_and_nobody_is_told_of_it()
    {
        var outcome = Given(ATask.Accepted()).In(WithDayOff(DecDay(16))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15))));

        outcome.Then<TaskEvent.NoticesRescheduled>().Act.By.ShouldBe(HeadOfOffice);
        At(outcome.State.Notices, "notice:complete:-5").ShouldBe(Dec(10, 8));
        At(outcome.State.Notices, "notice:complete:-3").ShouldBe(Dec(14, 8));
        At(outcome.State.Notices, "notice:complete:-1").ShouldBe(Dec(17, 8));
        outcome.State.CompleteBy.ShouldBe(EndOf(DecDay(18)));
        outcome.Obligations.ShouldContain(owed => owed.Kind == ObligationKind.Notice && owed.Due == Dec(10, 8));
        outcome.Effects.ShouldBeEmpty();
        At(Rescheduled(DecDay(21)).Notices, "notice:complete:+1").ShouldBe(Dec(22, 8));
        At(Rescheduled(DecDay(18)).Notices, "notice:complete:0").ShouldBe(Dec(17, 8));
    }

    [Fact]
    public void D_05_What_was_told_is_not_told_again_and_what_would_be_past_is_told_at_once()
    {
        var told = ATask.Accepted().After(ATask.Pass("notice:complete:-5", Dec(11, 8)));
        var outcome = Given(told).In(WithDayOff(DecDay(16))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Dec(14, 9))));

        outcome.State.Notices.ShouldNotContain(notice => notice.Name == "notice:complete:-5");
        At(outcome.State.Notices, "notice:complete:-3").ShouldBe(Dec(14, 8));
        var given = Given([.. told, .. outcome.Accepted]).In(WithDayOff(DecDay(16))).When(ATask.Pass("notice:complete:-3", Dec(14, 9)));
        given.Then<TaskEvent.NoticesGiven>().Given.WorkingDays.ShouldBe(3);
    }

    [Fact]
    public void D_05_Doing_it_twice_is_doing_it_once_and_a_task_that_ended_has_nothing_to_tell()
    {
        Given(ATask.NoticesRescheduled()).In(WithDayOff(DecDay(16))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 16)))).ThenNothing();
        Given(ATask.Cancelled()).In(WithDayOff(DecDay(16))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(13)))).ThenNothing();
    }

    [Fact]
    public void D_05_The_notices_before_an_answer_that_was_asked_for_on_a_date_follow_too()
    {
        var outcome = Given(ARound.Opened()).In(WithDayOff(NovDay(16))).When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(10, 15))));

        outcome.Then<ConsultationEvent.NoticesRescheduled>();
        At(outcome.State.Notices, $"notice:reply:{Industry}:-3").ShouldBe(Nov(11, 8));
        At(outcome.State.Notices, $"notice:reply:{Safety}:-1").ShouldBe(Nov(13, 8));
        outcome.State.Item(Industry)!.ReplyBy.ShouldBe(EndOf(NovDay(17)));
    }

    [Fact]
    public void D_05_And_those_before_a_decision_that_the_task_s_deadline_bounds()
    {
        var outcome = Given(AnEscalation.BoundByTheTask())
            .In(WithDayOff(DecDay(18)))
            .When(new EscalationCommand.RecountTerms(HeadOfOffice.At(Dec(16, 15))));

        outcome.Then<EscalationEvent.NoticesRescheduled>();
        At(outcome.State.Notices, "notice:decide:0").ShouldBe(Dec(17, 8));
        outcome.State.DecideBy.ShouldBe(EndOf(DecDay(18)));
    }

    private static WorkTask Rescheduled(LocalDate dayOff) =>
        Given(ATask.Accepted()).In(WithDayOff(dayOff)).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15)))).State;

    private static Instant At(ImmutableArray<PlannedNotice> plan, string name) => plan.Single(notice => notice.Name == name).At;
}
