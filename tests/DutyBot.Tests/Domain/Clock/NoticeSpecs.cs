using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Tasks.TaskEvent;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;
using static DutyBot.Tests.Domain.Tasks.ATask;

namespace DutyBot.Tests.Domain.Clock;

/// <summary>
/// 1.7: the sample task is issued on Mon 09/11/2026 at 09:00, due on Fri 18/12 and reported until Tue 22/12. Notices of a day
/// come when work begins, at 08:00.
/// </summary>
public sealed class NoticeSpecs
{
    private static readonly Instant NewYear = Dec(31) + Duration.FromDays(4) - Duration.FromHours(1);

    [Fact]
    public void R_51_Notices_are_planned_five_three_one_and_no_working_days_before_and_a_ladder_after() =>
        Planned(Issued())
            .ShouldBe([
                ("notice:accept:half", Nov(10, 8)),
                ("notice:complete:-5", Dec(11, 8)),
                ("notice:complete:-3", Dec(15, 8)),
                ("notice:complete:-1", Dec(17, 8)),
                ("notice:report:-3", Dec(17, 8)),
                ("notice:complete:0", Dec(18, 8)),
                ("notice:complete:+1", Dec(21, 8)),
                ("notice:report:-1", Dec(21, 8)),
                ("notice:complete:+3", Dec(23, 8)),
                ("notice:complete:+5", Dec(25, 8)),
                ("notice:complete:+10", NewYear),
            ]);

    [Fact]
    public void R_51_The_notice_of_one_working_day_skips_the_holiday()
    {
        var wednesday = Issued(Draft with { Deadline = NovDay(25), ReportDeadline = null });
        Planned(wednesday).ShouldContain(("notice:complete:-1", Nov(23, 8)));
    }

    [Fact]
    public void R_51_What_would_be_past_already_is_not_planned()
    {
        var soon = Issued(Draft with { Deadline = NovDay(11), ReportDeadline = null });
        Planned(soon)
            .Select(notice => notice.Name)
            .Where(name => name.Contains("complete:-", StringComparison.Ordinal))
            .ShouldBe(["notice:complete:-1"]);
    }

    [Fact]
    public void R_02_An_urgent_deadline_is_also_told_four_and_one_hours_before_the_end_of_work()
    {
        var urgent = Issued(Draft with { Urgency = Urgency.Urgent });
        Planned(urgent).ShouldContain(("notice:complete:-4h", Dec(18, 13)));
        Planned(urgent).ShouldContain(("notice:complete:-1h", Dec(18, 16)));
    }

    [Fact]
    public void R_51_Each_is_given_once_to_the_head_and_the_officer()
    {
        var told = Given(Accepted()).When(Pass("notice:complete:-5", Dec(11, 8)));
        told.Effects.ShouldBeInWords("n.due.task into the inbox of head of phong-ke-hoach", "n.due.task into the inbox of officer-of-planning");
        told.Then<NoticesGiven>().Given.WorkingDays.ShouldBe(5);
        Given(Accepted().After(Pass("notice:complete:-5", Dec(11, 8)))).When(Pass("notice:complete:-5", Dec(11, 8))).ThenNothing();
        Given(Accepted()).When(Pass("notice:complete:-5", JustBefore(Dec(11, 8)))).ThenNothing();
    }

    [Fact]
    public void R_49_Half_of_the_term_to_accept_is_told_to_the_head_and_not_once_it_is_accepted()
    {
        Given(Issued()).When(Pass("notice:accept:half", Nov(10, 8))).Effects.ShouldBeInWords("n.due.accept into the inbox of head of phong-ke-hoach");
        Given(Accepted()).When(Pass("notice:accept:half", Nov(10, 8))).ThenNothing();
    }

    [Fact]
    public void A_term_that_begins_anew_has_notices_of_its_own_which_no_inbox_takes_for_the_first_ones()
    {
        var first = Given(Issued()).When(Pass("notice:accept:half", Nov(10, 8))).Effects;
        var again = Given(ReturnRejected()).When(Pass("notice:accept:half", Nov(11, 8))).Effects;
        IdOf(again).ShouldNotBe(IdOf(first));

        static string IdOf(IEnumerable<Effect> effects) => effects.OfType<Effect.Notify>().ShouldHaveSingleItem().Notice.Id;
    }

    [Theory]
    [InlineData(+1, "n.overdue into the inbox of head of phong-ke-hoach", "n.overdue into the inbox of officer-of-planning")]
    [InlineData(+3, "n.overdue.above into the inbox of deputy-director", "n.overdue.above into the inbox of office")]
    [InlineData(+5, "n.overdue.remind into the inbox of office")]
    [InlineData(+10, "n.overdue.account into the inbox of office")]
    public void R_52_Each_rung_of_the_ladder_goes_to_its_own_readers(int days, params string[] told)
    {
        var rung = Accepted().After(Pass(TaskObligations.Complete, EndOf(DecDay(18))));
        foreach (var before in Planned(Accepted()).Where(notice => notice.Name.StartsWith("notice:complete", StringComparison.Ordinal)))
        {
            var given = Given(rung).When(Pass(before.Name, before.At));
            if (before.Name == $"notice:complete:+{days}")
            {
                given.Effects.ShouldBeInWords(told);
            }

            rung = rung.After(Pass(before.Name, before.At));
        }
    }

    [Fact]
    public void After_days_of_silence_all_that_was_missed_is_one_message_in_the_words_of_the_last()
    {
        var late = Given(Accepted()).When(Pass("notice:complete:-5", Dec(16, 9)));
        late.Then<NoticesGiven>().Given.Passed.ShouldBe(["notice:complete:-5", "notice:complete:-3"]);
        late.Effects.ShouldBeInWords("n.due.task into the inbox of head of phong-ke-hoach", "n.due.task into the inbox of officer-of-planning");
        late.Then<NoticesGiven>().Given.WorkingDays.ShouldBe(2);
    }

    [Fact]
    public void After_days_of_silence_nothing_is_told_that_has_lost_its_meaning_and_every_reader_of_the_ladder_is_told_once()
    {
        var late = Given(Accepted()).When(Pass("notice:complete:-5", Dec(23, 9)));
        late.Effects.ShouldBeInWords(
            "n.overdue into the inbox of head of phong-ke-hoach",
            "n.overdue into the inbox of officer-of-planning",
            "n.overdue.above into the inbox of deputy-director",
            "n.overdue.above into the inbox of office"
        );
        late.Obligations.Where(o => o.Kind == ObligationKind.Notice).Select(o => o.Name).ShouldContain("notice:complete:+5");
    }

    [Fact]
    public void Nothing_is_told_of_a_task_that_was_cancelled_or_waits_for_the_decision_on_its_return()
    {
        Notices(Given(Cancelled()).Obligations).ShouldBeEmpty();
        Notices(Given(ReturnRequested()).Obligations).ShouldBeEmpty();
        Given(Cancelled()).When(Pass("notice:complete:-5", Dec(11, 8))).ThenNothing();
        Given(ReturnRequested()).When(Pass("notice:complete:-5", Dec(11, 8))).ThenNothing();
        Notices(Given(ReturnRejected()).Obligations).ShouldContain("notice:complete:-5");
    }

    [Fact]
    public void R_88_A_running_task_keeps_the_notices_it_began_with()
    {
        var changed = Context with { Policy = Context.Policy with { TaskNotices = [2], OverdueLadder = [] } };
        Given(NotIssued).In(changed).When(IssueOf(Draft)).Then<Issued>().Notices!.Select(n => n.Name).ShouldContain("notice:complete:-2");
        Given(Accepted()).In(changed).When(Pass("notice:complete:-5", Dec(11, 8))).Then<NoticesGiven>();
    }

    [Fact]
    public void R_34_A_consulted_unit_is_told_before_its_answer_is_due_and_no_more_once_it_has_answered()
    {
        Given(ARound.Opened())
            .When(ARound.Pass($"notice:reply:{Industry}:-3", Nov(12, 8)))
            .Effects.ShouldBeInWords("n.due.reply into the inbox of head of phong-cong-nghiep");
        Given(ARound.Answered()).When(ARound.Pass($"notice:reply:{Industry}:-3", Nov(12, 8))).ThenNothing();
    }

    [Fact]
    public void R_31_The_leader_is_told_before_the_decision_is_due()
    {
        var notices = Given(AnEscalation.Submitted()).Obligations.Where(o => o.Kind == ObligationKind.Notice).ToList();
        notices.ShouldHaveSingleItem().ShouldBe(new Obligation("notice:decide:-1", ObligationKind.Notice, Owner.Of(Leadership), Nov(18, 8)));
        Given(AnEscalation.Submitted()).State.Notices.Select(notice => (notice.Days, notice.At)).ShouldBe([(-1, Nov(18, 8)), (0, Nov(19, 8))]);
        Notices(Given(AnEscalation.Decided()).Obligations).ShouldBeEmpty();
        var today = Given(AnEscalation.Submitted()).When(new EscalationCommand.PassDeadline(Act.OfSystem(Nov(19, 8)), "notice:decide:-1"));
        today.Effects.ShouldBeInWords("n.due.decision.today into the inbox of leaders");
    }

    [Fact]
    public void R_47_Where_the_task_s_deadline_is_nearer_the_notices_are_before_that()
    {
        var bound = Given(AnEscalation.BoundByTheTask()).State;
        bound.DecideBy.ShouldBe(EndOf(DecDay(18)));
        bound.Notices.Select(notice => (notice.Days, notice.At)).ShouldBe([(-1, Dec(17, 8)), (0, Dec(18, 8))]);
    }

    [Fact]
    public void R_39_Silence_is_one_line_on_one_head_however_often_the_clock_looks()
    {
        var silent = ARound.Silent();
        silent.OfType<ConsultationEvent.NonResponseRecorded>().Count(line => line.Unit == Industry && line.Head == HeadOfIndustry).ShouldBe(1);
        Given(silent).When(ARound.Pass(ConsultationObligations.RecordSilence(Industry), Dec(1))).ThenNothing();
    }

    [Fact]
    public void R_54_Whatever_the_clock_tells_is_a_due_notice_and_no_formal_reminder() =>
        Noticed
            .Effects.OfType<Effect.Notify>()
            .ShouldAllBe(notify => notify.Notice.Key.StartsWith("n.due.") || notify.Notice.Key.StartsWith("n.overdue"));

    private static IEnumerable<(string Name, Instant At)> Planned(ImmutableArray<TaskEvent> past) =>
        ((Issued)past[0]).Notices!.OrderBy(notice => notice.At).ThenBy(notice => notice.Target).Select(notice => (notice.Name, notice.At));

    private static IEnumerable<string> Notices(IEnumerable<Obligation> open) => open.Where(o => o.Kind == ObligationKind.Notice).Select(o => o.Name);
}
