using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
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

/// <summary>A day off entered late moves what was counted and still runs, once somebody has confirmed it; dates never move (D-05).</summary>
public sealed class RecountSpecs
{
    [Fact]
    public void D_05_A_day_off_moves_the_terms_to_accept_and_to_return_and_records_old_new_and_who()
    {
        var outcome = Given(ATask.Issued()).In(WithDayOff(NovDay(10))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15))));

        var moved = outcome.Then<TaskEvent.TermsRecounted>();
        moved.Act.By.ShouldBe(HeadOfOffice);
        moved.Terms.ShouldBe([
            new RecountedTerm(RelativeTerm.Accept, null, EndOf(NovDay(10)), EndOf(NovDay(11))),
            new RecountedTerm(RelativeTerm.Return, null, EndOf(NovDay(10)), EndOf(NovDay(11))),
        ]);
        outcome.Obligations.Single(o => o.Name == TaskObligations.Accept).Due.ShouldBe(EndOf(NovDay(11)));
        outcome.State.ReturnBy.ShouldBe(EndOf(NovDay(11)));
        outcome.Effects.ShouldBeInWords(
            "Assignment to channel phong-ke-hoach",
            "n.termMoved to head of phong-ke-hoach",
            "n.termMoved to head of phong-ke-hoach"
        );
    }

    [Fact]
    public void D_05_A_deadline_given_as_a_date_never_moves_even_when_its_day_becomes_a_holiday()
    {
        var accepted = Given(ATask.Accepted()).In(WithDayOff(DecDay(18)));

        accepted.When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15)))).State.CompleteBy.ShouldBe(EndOf(DecDay(18)));
        TaskTerms.Moved(accepted.State, Nov(9, 15), accepted.Context).ShouldBeEmpty();
    }

    [Fact]
    public void D_05_What_has_run_out_stays_and_nothing_is_moved_to_where_it_would_have_run_out()
    {
        Given(ATask.Issued()).In(WithDayOff(NovDay(10))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(EndOf(NovDay(10))))).ThenNothing();
        Given(ATask.TermsRecounted()).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(11, 9)))).ThenNothing();
    }

    [Fact]
    public void D_05_A_day_taken_back_in_time_moves_the_terms_back() =>
        Given(ATask.TermsRecounted())
            .When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 16))))
            .Then<TaskEvent.TermsRecounted>()
            .Terms[0]
            .New.ShouldBe(EndOf(NovDay(10)));

    [Fact]
    public void D_05_Counting_twice_is_counting_once() =>
        Given(ATask.TermsRecounted()).In(WithDayOff(NovDay(10))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 16)))).ThenNothing();

    [Fact]
    public void D_05_The_decision_on_a_return_moves_and_whoever_decides_is_told()
    {
        var outcome = Given(ATask.ReturnRequested()).In(WithDayOff(NovDay(11))).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15))));

        outcome
            .Then<TaskEvent.TermsRecounted>()
            .Terms.ShouldBe([new RecountedTerm(RelativeTerm.DecideReturn, null, EndOf(NovDay(12)), EndOf(NovDay(13)))]);
        outcome.Effects.ShouldBeInWords("Assignment to channel phong-ke-hoach", "n.termMoved to deputy-director");
    }

    [Fact]
    public void D_05_A_round_moves_its_terms_to_return_and_to_ask_but_not_the_date_that_was_asked_for()
    {
        var outcome = Given(ARound.Opened()).In(WithDayOff(NovDay(11))).When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(10, 15))));

        outcome
            .Then<ConsultationEvent.TermsRecounted>()
            .Terms.Select(t => (t.Term, t.New))
            .ShouldBe([(RelativeTerm.Return, EndOf(NovDay(12))), (RelativeTerm.AskPapers, EndOf(NovDay(12)))]);
        outcome.State.Items.ShouldAllBe(i => i.ReplyBy == EndOf(NovDay(17)));
        outcome.Effects.OfType<DutyBot.Domain.Effects.Effect.Tell>().Select(t => t.Key).ShouldBe(["n.termMoved.round", "n.termMoved.round"]);
    }

    [Fact]
    public void D_05_A_date_that_was_asked_for_stays_when_it_becomes_a_holiday_and_only_the_silence_after_it_is_recorded_later()
    {
        var outcome = Given(ARound.Opened()).In(WithDayOff(NovDay(19))).When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(12))));

        outcome
            .Then<ConsultationEvent.TermsRecounted>()
            .Terms.Select(t => (t.Term, t.Unit, t.New))
            .ShouldBe([(RelativeTerm.NonResponse, Industry, EndOf(NovDay(26))), (RelativeTerm.NonResponse, Safety, EndOf(NovDay(26)))]);
    }

    [Fact]
    public void D_05_An_answer_sent_back_or_asked_again_with_papers_has_a_counted_date_which_moves()
    {
        Given(ARound.SentBack())
            .In(WithDayOff(NovDay(16)))
            .When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(13, 15))))
            .State.Item(Industry)!
            .ReplyBy.ShouldBe(EndOf(NovDay(17)));
        Given(ARound.PapersSupplied())
            .In(WithDayOff(NovDay(18)))
            .When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(13, 15))))
            .State.Item(Industry)!
            .ReplyBy.ShouldBe(EndOf(NovDay(23)));
        Given(ARound.ReturnRejected())
            .In(WithDayOff(NovDay(18)))
            .When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(13, 15))))
            .State.Item(Industry)!
            .ReplyBy.ShouldBe(EndOf(NovDay(19)));
    }

    [Fact]
    public void D_05_A_date_of_a_history_that_does_not_say_how_it_was_counted_stays()
    {
        var past = ARound.PapersSupplied().Select(e => e is ConsultationEvent.PapersSupplied p ? p with { WorkingDays = null } : e);

        Given([.. past])
            .In(WithDayOff(NovDay(18)))
            .When(new ConsultationCommand.RecountTerms(HeadOfOffice.At(Nov(13, 15))))
            .State.Item(Industry)!
            .ReplyBy.ShouldBe(EndOf(NovDay(20)));
    }

    [Fact]
    public void D_05_The_leadership_s_decision_moves_and_stays_within_the_deadline_of_the_task()
    {
        var outcome = Given(AnEscalation.Submitted())
            .In(WithDayOff(NovDay(18)))
            .When(new EscalationCommand.RecountTerms(HeadOfOffice.At(Nov(16, 15))));

        outcome
            .Then<EscalationEvent.TermsRecounted>()
            .Terms.ShouldBe([new RecountedTerm(RelativeTerm.Decide, null, EndOf(NovDay(19)), EndOf(NovDay(20)))]);
        outcome.State.DecideBy.ShouldBe(EndOf(NovDay(20)));
    }

    [Fact]
    public void R_88_A_term_is_counted_anew_by_the_settings_of_its_start()
    {
        var later = new OrganisationEvent.SettingChanged(HeadOfOffice.At(Nov(9, 12)), "accept.within", "1d; 4h; 2h", "5d; 4h; 2h", NovDay(9), "QĐ");
        var context = SampleOffice.After(later) with { Policy = Policy.Default with { AcceptWithin = Policy.Default.LeaderDecisionWithin } };

        Given(ATask.Issued()).In(context).When(new TaskCommand.RecountTerms(HeadOfOffice.At(Nov(9, 15)))).ThenNothing();
    }

    [Fact]
    public void D_05_No_situation_has_a_term_to_move_while_the_calendar_stands_still()
    {
        foreach (
            var (name, past) in Reachable.Tasks.Where(s =>
                !s.Key.EndsWith("Recounted", StringComparison.Ordinal) && !s.Key.EndsWith("Rescheduled", StringComparison.Ordinal)
            )
        )
        {
            TaskTerms.Moved(Given(past).State, Instant.MinValue, Context).ShouldBeEmpty(name);
            TaskTerms.MovedNotices(Given(past).State, Context).ShouldBe(0, name);
        }

        foreach (
            var (name, past) in Reachable.Rounds.Where(s =>
                !s.Key.EndsWith("Recounted", StringComparison.Ordinal) && !s.Key.EndsWith("Rescheduled", StringComparison.Ordinal)
            )
        )
        {
            ConsultationTerms.Moved(Given(past).State, Instant.MinValue, Context).ShouldBeEmpty(name);
            ConsultationTerms.MovedNotices(Given(past).State, Context).ShouldBe(0, name);
        }

        foreach (
            var (name, past) in Reachable.Escalations.Where(s =>
                !s.Key.EndsWith("Recounted", StringComparison.Ordinal) && !s.Key.EndsWith("Rescheduled", StringComparison.Ordinal)
            )
        )
        {
            EscalationTerms.Moved(Given(past).State, Instant.MinValue, Context).ShouldBeEmpty(name);
            EscalationTerms.MovedNotices(Given(past).State, Context).ShouldBe(0, name);
        }
    }
}
