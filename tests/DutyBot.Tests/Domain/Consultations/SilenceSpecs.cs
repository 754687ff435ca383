using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Policies;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Domain.Consultations.ConsultationEvent;
using static DutyBot.Domain.Consultations.ConsultationObligations;
using static DutyBot.Tests.Domain.Consultations.ARound;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Consultations;

/// <summary>R-39: late answers and no answers.</summary>
public sealed class SilenceSpecs
{
    [Fact]
    public void R_39_At_24_00_of_the_reply_date_the_answer_is_overdue()
    {
        var due = EndOf(NovDay(17));
        Given(Opened()).When(Pass(Reply(Industry), JustBefore(due))).ThenNothing();
        Given(Opened()).When(Pass(Reply(Industry), due)).Then(new ReplyOverdue(Act.OfSystem(due), Industry));
        Given(Drafted()).When(Pass(Reply(Industry), due)).Then<ReplyOverdue>();
        Given(Answered()).When(Pass(Reply(Industry), due)).ThenNothing();
        Given(Opened()).When(Pass(Reply(Trade), due)).ThenNothing();
    }

    [Fact]
    public void R_39_Five_working_days_later_silence_is_recorded_on_the_head()
    {
        var due = EndOf(NovDay(25));
        Given(Overdue()).When(Pass(RecordSilence(Industry), JustBefore(due))).ThenNothing();
        var silent = Given(Overdue()).When(Pass(RecordSilence(Industry), due));
        silent.Then(new NonResponseRecorded(Act.OfSystem(due), Industry, HeadOfIndustry, DeemedAgreed: false));
        silent.State.Item(Industry)!.DidNotRespond.ShouldBeTrue();
        Given(Silent()).When(Pass(RecordSilence(Industry), due)).ThenNothing();
    }

    [Fact]
    public void R_39_Silence_is_recorded_on_whoever_heads_the_unit_then()
    {
        var changed = After(Left(HeadOfIndustry, Industry, Position.Head, NovDay(20)), Appointed(Stranger, Industry, Position.Head, NovDay(21)));
        Given(Overdue()).In(changed).When(Pass(RecordSilence(Industry), Nov(26, 0))).Then<NonResponseRecorded>().Head.ShouldBe(Stranger);
    }

    [Fact]
    public void R_39_A_unit_that_has_ended_has_no_head_to_record_it_on() =>
        Given(Overdue())
            .In(After(UnitEnded(Industry, NovDay(20), Trade)))
            .When(Pass(RecordSilence(Industry), Nov(26, 0)))
            .Then<NonResponseRecorded>()
            .Head.ShouldBeNull();

    [Fact]
    public void R_39_By_setting_silence_is_agreement_and_non_response_at_once()
    {
        var silent = Given(Overdue())
            .In(With(Context.Policy with { Silence = Silence.DeemedAgreement }))
            .When(Pass(RecordSilence(Industry), Nov(26, 0)));
        silent.Then<NonResponseRecorded>().DeemedAgreed.ShouldBeTrue();
        var item = silent.State.Item(Industry)!;
        (item.DidNotRespond, item.DeemedAgreed).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(18, 1)]
    [InlineData(20, 3)]
    [InlineData(22, 3)]
    [InlineData(25, 5)]
    public void R_39_A_late_answer_is_accepted_and_marked_with_its_working_days(int day, int late) =>
        Given(Overdue()).When(AnswerOfIndustry(Agreement, Nov(day))).Then<AnswerIssued>().LateWorkingDays.ShouldBe(late);

    [Fact]
    public void R_39_An_answer_on_the_weekend_after_its_date_is_late_before_a_working_day_has_passed()
    {
        var friday = Opened(Draft with { ReplyBy = NovDay(20) }).After(Pass(Reply(Industry), Nov(21, 0)));
        var item = Given(friday).When(AnswerOfIndustry(Agreement, Nov(21))).State.Item(Industry)!;
        (item.AnsweredLate, item.Opinion!.LateWorkingDays).ShouldBe((true, 0));
        Given(Answered()).State.Item(Industry)!.AnsweredLate.ShouldBeFalse();
    }

    [Fact]
    public void R_39_An_answer_in_the_last_instant_of_the_reply_date_is_in_time() =>
        Given(Opened()).When(AnswerOfIndustry(Agreement, JustBefore(EndOf(NovDay(17))))).Then<AnswerIssued>().LateWorkingDays.ShouldBe(0);

    [Fact]
    public void R_39_An_answer_after_recorded_silence_does_not_unsay_the_silence()
    {
        var item = Given(Silent()).When(AnswerOfIndustry(Agreement, Nov(27))).State.Item(Industry)!;
        (item.Phase, item.DidNotRespond).ShouldBe((ItemPhase.Answered, true));
    }

    [Fact]
    public void R_39_The_lead_may_go_on_without_the_overdue_answers()
    {
        Given(Overdue()).When(ClosingAt(Nov(18))).RefusedAt("withoutWaiting", "E-REPLIES-OVERDUE");
        Given(Overdue()).When(ClosingAt(Nov(18), withoutWaiting: true)).Then<Closed>().DisagreeingUnits.ShouldBeEmpty();
    }

    [Fact]
    public void R_39_Silence_is_recorded_even_when_the_lead_went_on_without_waiting()
    {
        Given(ClosedWithoutWaiting()).Obligation(RecordSilence(Safety)).Due.ShouldBe(EndOf(NovDay(25)));
        var silent = Given(ClosedWithoutWaiting()).When(Pass(RecordSilence(Safety), Nov(26, 0)));
        silent.Then<NonResponseRecorded>();
        silent.State.Phase.ShouldBe(RoundPhase.Closed);
    }

    [Fact]
    public void R_39_An_answer_after_the_close_is_attached_and_does_not_open_the_round_again()
    {
        var answered = Given(ClosedWithoutWaiting()).When(AnswerOfIndustry(Disagreement, Nov(20)));
        answered.Then<AnswerIssued>().LateWorkingDays.ShouldBe(3);
        (answered.State.Phase, answered.State.Item(Industry)!.Phase).ShouldBe((RoundPhase.Closed, ItemPhase.Answered));
        answered.Obligations.Select(o => o.Name).ShouldBe([RecordSilence(Safety)]);
    }

    [Fact]
    public void R_39_A_clock_that_was_away_for_weeks_catches_up_step_by_step()
    {
        var overdue = Opened().After(Pass(Reply(Industry), Dec(10)));
        Given(overdue).Obligation(RecordSilence(Industry)).Due.ShouldBe(EndOf(NovDay(25)));
        Given(overdue).When(Pass(RecordSilence(Industry), Dec(10))).Then<NonResponseRecorded>();
    }
}
