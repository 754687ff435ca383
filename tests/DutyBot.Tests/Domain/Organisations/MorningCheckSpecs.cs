using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>R-09: every working morning whether everybody can be reached is checked once; 16/03/2026 is a Monday.</summary>
public sealed class MorningCheckSpecs
{
    private static readonly LocalDate Monday = Day("2026-03-16");
    private static readonly LocalDate Tuesday = Day("2026-03-17");
    private static readonly LocalDate Friday = Day("2026-03-20");
    private static readonly LocalDate Saturday = Day("2026-03-21");
    private static readonly LocalDate NextMonday = Day("2026-03-23");

    [Fact]
    public void R_09_The_next_check_is_due_at_half_past_seven_of_the_next_working_day()
    {
        Owed(Checked(Monday)).ShouldBeInWords("reachability: quan-tri CheckReachability until 17/03 07:30");
        Owed(Checked(Friday)).ShouldBeInWords("reachability: quan-tri CheckReachability until 23/03 07:30");
    }

    [Fact]
    public void R_09_The_first_check_is_due_on_the_working_day_after_there_is_an_admin_to_tell()
    {
        Owed(With()).ShouldBeEmpty();
        Owed(With(new RoleGranted(Recorded, An, Role.Admin, Friday))).ShouldBeInWords("reachability: an CheckReachability until 23/03 07:30");
    }

    [Fact]
    public void R_09_The_check_is_recorded_with_its_day_and_carried_out_by_an_effect()
    {
        var happened = Pass(Checked(Monday), Tuesday, 7, 30).ShouldHaveSingleItem();

        happened.ShouldBe(new ReachabilityChecked(SystemAt(Tuesday, 7, 30), Tuesday));
        OrganisationEffects.Of(Checked(Monday, happened), happened).ShouldBe([new Effect.CheckReachability(Tuesday)]);
    }

    [Fact]
    public void R_09_A_day_is_checked_once_and_not_before_its_hour()
    {
        Pass(Checked(Monday), Monday, 8, 0).ShouldBeEmpty();
        Pass(Checked(Monday), Tuesday, 7, 29).ShouldBeEmpty();
        Pass(Checked(Tuesday), Tuesday, 16, 0).ShouldBeEmpty();
    }

    [Fact]
    public void R_09_Days_that_were_missed_are_made_up_for_by_one_check()
    {
        var late = Pass(Checked(Monday), Friday, 15, 0).ShouldHaveSingleItem();

        Pass(Checked(Monday, late), Friday, 15, 1).ShouldBeEmpty();
        Owed(Checked(Monday, late)).ShouldBeInWords("reachability: quan-tri CheckReachability until 23/03 07:30");
    }

    [Theory]
    [InlineData("2026-03-21", 9)]
    [InlineData("2026-03-22", 9)]
    [InlineData("2026-03-23", 7)]
    public void D_05_What_was_missed_is_made_up_for_on_a_working_day_at_its_hour_and_never_on_a_day_off(string day, int hour) =>
        Pass(Checked(Monday), Day(day), hour, 0).ShouldBeEmpty();

    [Fact]
    public void D_05_A_holiday_that_is_entered_later_moves_the_check()
    {
        var holiday = new CalendarEntrySet(Recorded, Tuesday, CalendarEntryKind.Holiday, "Lễ hội", Basis);

        Owed(Checked(Monday, holiday)).ShouldBeInWords("reachability: quan-tri CheckReachability until 18/03 07:30");
        Pass(Checked(Monday, holiday), Tuesday, 9, 0).ShouldBeEmpty();
    }

    [Fact]
    public void D_05_A_Saturday_that_is_worked_has_a_check()
    {
        var worked = new CalendarEntrySet(Recorded, Saturday, CalendarEntryKind.SwapWork, "Làm bù", Basis);

        Pass(Checked(Friday, worked), Saturday, 7, 30).ShouldHaveSingleItem();
        Pass(Checked(Friday), Saturday, 7, 30).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("08:15")]
    [InlineData("8h15")]
    public void R_88_The_office_sets_the_hour_from_a_day_on(string hour)
    {
        var after = After(new ChangeSetting(ByAdmin, "reach.checkAt", hour, Friday, Basis), new ReachabilityChecked(Recorded, Monday));
        after.CheckTimeOn(Tuesday).ShouldBe(At(Tuesday, 7, 30));
        after.CheckTimeOn(Friday).ShouldBe(At(Friday, 8, 15));
        after.CheckTimeOn(NextMonday).ShouldBe(At(NextMonday, 8, 15));
    }

    [Theory]
    [InlineData("05:59")]
    [InlineData("11:31")]
    [InlineData("sáng")]
    [InlineData("7")]
    public void R_88_The_hour_is_one_of_the_morning(string hour) =>
        Decide(new ChangeSetting(ByAdmin, "reach.checkAt", hour, Friday, Basis)).ShouldBeRefused("E-SETTING-VALUE", OrganisationFields.Value);

    [Fact]
    public void R_09_A_test_message_goes_to_a_unit_or_a_person_and_a_second_press_sends_none()
    {
        var toUnit = new SendTestMessage(ByAdmin, "press", Trade, null);
        var toPerson = new SendTestMessage(ByAdmin, "press", null, Dung);

        EffectsOf(toUnit).ShouldBe([new Effect.SendTest(new Audience.Channel(Trade), Admin)]);
        EffectsOf(toPerson).ShouldBe([new Effect.SendTest(new Audience.Individual(Dung), Admin)]);
        After(toUnit);
        Decide(toPerson, new TestMessageAsked(ByAdmin, "press", Trade, null)).Events.ShouldBeEmpty();
        Decide(toPerson, new TestMessageAsked(ByAdmin, "another", Trade, null)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void R_09_A_test_message_names_one_addressee_that_exists()
    {
        Decide(new SendTestMessage(ByAdmin, "press", null, null)).ShouldBeRefused("E-TEST-ONE", OrganisationFields.Unit);
        Decide(new SendTestMessage(ByAdmin, "press", Trade, Dung)).ShouldBeRefused("E-TEST-ONE", OrganisationFields.Unit);
        Decide(new SendTestMessage(ByAdmin, "press", new UnitId("x"), null)).ShouldBeRefused("E-UNIT-UNKNOWN", OrganisationFields.Unit);
        Decide(new SendTestMessage(ByAdmin, "press", null, new PersonId("x"))).ShouldBeRefused("E-PERSON-UNKNOWN", OrganisationFields.Person);
    }

    [Fact]
    public void What_was_given_up_is_sent_again_once_for_a_press()
    {
        var retry = new RetryLetter(ByAdmin, "press", DutyId.Organisation, "0000000001-00");

        EffectsOf(retry).ShouldBe([new Effect.Revive(DutyId.Organisation, "0000000001-00")]);
        Decide(retry, new LetterRetried(ByAdmin, "press", DutyId.Organisation, "0000000001-00")).Events.ShouldBeEmpty();
        Decide(retry, new LetterRetried(ByAdmin, "another", DutyId.Organisation, "0000000001-00")).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_given_up_is_dismissed_with_a_reason()
    {
        var dismiss = new DismissLetter(ByAdmin, "press", DutyId.Organisation, "0000000001-00", " Đã báo trực tiếp ");

        EffectsOf(dismiss).ShouldBe([new Effect.Forget(DutyId.Organisation, "0000000001-00")]);
        Decide(dismiss).Events.ShouldBe([new LetterDismissed(ByAdmin, "press", DutyId.Organisation, "0000000001-00", "Đã báo trực tiếp")]);
        Decide(dismiss with { Reason = " " }).ShouldBeRefused("E-DISMISS-REASON", OrganisationFields.Reason);
    }

    private static Organisation Checked(LocalDate day, params OrganisationEvent[] more) =>
        Organisation.From([.. Past, new ReachabilityChecked(Recorded, day), .. more]);

    private static IEnumerable<Obligation> Owed(Organisation organisation) =>
        OrganisationObligations.Of(organisation).Where(owed => owed.Name == OrganisationObligations.Reachability);

    private static IEnumerable<OrganisationEvent> Pass(Organisation organisation, LocalDate day, int hour, int minute)
    {
        var decision = Decide(organisation, new PassDeadline(SystemAt(day, hour, minute), OrganisationObligations.Reachability));
        decision.Problems.ShouldBeEmpty();
        return decision.Events;
    }

    private static IEnumerable<Effect> EffectsOf(OrganisationCommand command)
    {
        var happened = Decide(command).Events.ShouldHaveSingleItem();
        return OrganisationEffects.Of(Organisation.From([.. Past, happened]), happened);
    }

    private static Act SystemAt(LocalDate day, int hour, int minute) => Act.OfSystem(At(day, hour, minute));

    private static Instant At(LocalDate day, int hour, int minute) => VietnamCalendar.Default.At(day, new LocalTime(hour, minute));
}
