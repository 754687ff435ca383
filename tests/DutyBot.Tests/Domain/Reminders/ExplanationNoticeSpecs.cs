using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Reminders.ReminderCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>
/// R-56, 1.7: one working day before the term to explain ends the person is told. The sample was delivered on Mon 09/11 and may be explained until
/// Mon 16/11/2026.
/// </summary>
public sealed class ExplanationNoticeSpecs
{
    private const string OneDay = "notice:explain:1:-1";

    [Fact]
    public void R_56_The_person_alone_is_told_one_working_day_before_and_once()
    {
        var told = Given(ARecord.Delivered()).When(Pass(OneDay, Nov(13, 8)));
        told.Effects.ShouldBeInWords("n.due.explain into the inbox of head-of-planning alone");
        told.Then<ReminderEvent.NoticesGiven>().Given.WorkingDays.ShouldBe(1);
        Given(ARecord.Delivered()).When(Pass(OneDay, JustBefore(Nov(13, 8)))).ThenNothing();
        Given(ARecord.NoticeGiven()).When(Pass(OneDay, Nov(13, 9))).ThenNothing();
        Notices(Given(ARecord.Delivered()).Obligations).ShouldBe([(OneDay, Nov(13, 8))]);
        Notices(Given(ARecord.NoticeGiven()).Obligations).ShouldBeEmpty();
    }

    [Fact]
    public void R_56_Whoever_has_explained_and_what_was_withdrawn_or_stands_is_told_nothing_of()
    {
        foreach (var past in new[] { ARecord.Explained(), ARecord.Withdrawn(), ARecord.Upheld(), ARecord.Lapsed() })
        {
            Notices(Given(past).Obligations).ShouldBeEmpty();
            Given(past).When(Pass(OneDay, Nov(18))).ThenNothing();
        }
    }

    [Fact]
    public void R_56_Of_several_reminders_each_has_a_notice_of_its_own()
    {
        var both = Given(ARecord.Delivered().And(2, Nov(11)));
        Notices(both.Obligations).ShouldBe([(OneDay, Nov(13, 8)), ("notice:explain:2:-1", Nov(17, 8))]);
    }

    [Fact]
    public void R_88_How_many_days_before_is_a_setting_of_the_day_of_issue()
    {
        var changed = After(new OrganisationEvent.SettingChanged(Act.OfSystem(Nov(9, 8)), "notice.explain", "1", "2, 0", NovDay(9), "12/QĐ-SCT"));
        Given(ARecord.Issued())
            .In(changed)
            .When(ARecord.Arrives(1, Nov(9, 9, 1)))
            .Then<ReminderEvent.Delivered>()
            .Notices!.Select(notice => notice.Name)
            .ShouldBe(["notice:explain:1:-2", "notice:explain:1:0"]);
    }

    [Fact]
    public void D_05_The_term_to_explain_moves_with_the_calendar_once_confirmed_and_its_notice_with_it()
    {
        var recounted = Given(ARecord.Delivered()).In(WithDayOff(NovDay(11))).When(new RecountTerms(HeadOfOffice.At(Nov(10, 15))));

        recounted.Then<ReminderEvent.TermRecounted>().New.ShouldBe(EndOf(NovDay(17)));
        recounted.Obligations.ShouldBeInWords("explain:1: head-of-planning ExplainReminder until 18/11 00:00");
        Notices(recounted.Obligations).ShouldBe([(OneDay, Nov(16, 8))]);
        recounted.Effects.ShouldBeInWords(
            "FormalReminder to head-of-planning alone",
            "IssuedReminder to director",
            "n.termMoved.reminder to head-of-planning alone"
        );
        Given(ARecord.TermRecounted()).In(WithDayOff(NovDay(11))).When(new RecountTerms(HeadOfOffice.At(Nov(10, 16)))).ThenNothing();
        Given(ARecord.Lapsed()).In(WithDayOff(NovDay(11))).When(new RecountTerms(HeadOfOffice.At(Nov(18)))).ThenNothing();
    }

    [Fact]
    public void A_reminder_from_before_there_were_notices_goes_on_without()
    {
        var before = ARecord.Delivered().SetItem(1, ((ReminderEvent.Delivered)ARecord.Delivered()[1]) with { Notices = null });
        Notices(Given(before).Obligations).ShouldBeEmpty();
        Given(before).When(Pass(OneDay, Nov(13, 8))).ThenNothing();
    }

    private static IEnumerable<(string Name, Instant? Due)> Notices(IEnumerable<Obligation> open) =>
        open.Where(owed => owed.Kind == ObligationKind.Notice).Select(owed => (owed.Name, owed.Due));

    private static PassDeadline Pass(string notice, Instant at) => new(Act.OfSystem(at), notice);
}
