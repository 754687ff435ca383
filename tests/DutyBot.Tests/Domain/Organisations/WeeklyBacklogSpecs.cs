using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Domain.Specs;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>R-61: the heads are told of their backlog once a week; 16/03/2026 is a Monday.</summary>
public sealed class WeeklyBacklogSpecs
{
    private static readonly LocalDate Monday = Day("2026-03-16");
    private static readonly LocalDate NextMonday = Day("2026-03-23");
    private static readonly LocalDate NextTuesday = Day("2026-03-24");

    [Fact]
    public void R_61_The_next_round_is_due_at_eight_on_the_next_monday()
    {
        Owed(Told(Monday)).ShouldBeInWords("backlog: quan-tri TellBacklog until 23/03 08:00");
        Owed(Told(Day("2026-03-18"))).ShouldBeInWords("backlog: quan-tri TellBacklog until 23/03 08:00");
    }

    [Fact]
    public void R_61_The_round_is_recorded_with_its_day_and_carried_out_by_an_effect()
    {
        var happened = Pass(Told(Monday), NextMonday, 8, 0).ShouldHaveSingleItem();

        happened.ShouldBe(new BacklogTold(SystemAt(NextMonday, 8, 0), NextMonday));
        OrganisationEffects.Of(Told(Monday, happened), happened).ShouldBe([new Effect.TellBacklog(NextMonday)]);
    }

    [Fact]
    public void R_61_A_week_has_one_round_and_not_before_its_hour()
    {
        Pass(Told(Monday), Monday, 16, 0).ShouldBeEmpty();
        Pass(Told(Monday), Day("2026-03-20"), 9, 0).ShouldBeEmpty();
        Pass(Told(Monday), NextMonday, 7, 59).ShouldBeEmpty();
        Pass(Told(NextMonday), NextTuesday, 9, 0).ShouldBeEmpty();
    }

    [Fact]
    public void R_61_Weeks_that_were_missed_are_made_up_for_by_one_round_on_a_working_day()
    {
        var late = Day("2026-04-08");
        Pass(Told(Monday), Day("2026-04-05"), 9, 0).ShouldBeEmpty();
        var happened = Pass(Told(Monday), late, 15, 0).ShouldHaveSingleItem();

        Pass(Told(Monday, happened), late, 15, 1).ShouldBeEmpty();
        Owed(Told(Monday, happened)).ShouldBeInWords("backlog: quan-tri TellBacklog until 13/04 08:00");
    }

    [Fact]
    public void D_05_Where_monday_is_off_it_is_the_first_working_day_of_the_week()
    {
        var holiday = new CalendarEntrySet(Recorded, NextMonday, CalendarEntryKind.Holiday, "Lễ hội", Basis);

        Owed(Told(Monday, holiday)).ShouldBeInWords("backlog: quan-tri TellBacklog until 24/03 08:00");
        Pass(Told(Monday, holiday), NextMonday, 9, 0).ShouldBeEmpty();
        Pass(Told(Monday, holiday), NextTuesday, 8, 0).ShouldHaveSingleItem();
    }

    [Fact]
    public void R_88_The_office_sets_the_hour_from_a_day_on()
    {
        var after = After(new ChangeSetting(ByAdmin, "backlog.tellAt", "9h15", NextMonday, Basis));

        after.BacklogTimeOn(Monday).ShouldBe(At(Monday, 8, 0));
        after.BacklogTimeOn(NextMonday).ShouldBe(At(NextMonday, 9, 15));
        Decide(new ChangeSetting(ByAdmin, "backlog.tellAt", "12:00", NextMonday, Basis)).ShouldBeRefused("E-SETTING-VALUE", OrganisationFields.Value);
    }

    [Fact]
    public void R_61_A_head_takes_word_of_a_round_once()
    {
        var context = new DutyContext(With(), VietnamCalendar.Default, DutyBot.Domain.Policies.Policy.Default);
        var command = new InboxCommand.ReceiveBacklog(SystemAt(NextMonday, 8, 0), An, NextMonday);
        var happened = InboxDecider.Decide(Inbox.Empty, command, context).Events.ShouldHaveSingleItem();
        var inbox = Inbox.Evolve(Inbox.Empty, happened);

        InboxEffects.Of(inbox, happened).ShouldBe([new Effect.ShowBacklog(An)]);
        InboxDecider.Decide(inbox, command, context).Events.ShouldBeEmpty();
        InboxDecider.Decide(inbox, command with { Day = NextTuesday }, context).Events.ShouldHaveSingleItem();
        InboxDecider
            .Decide(inbox, command with { Act = new Act(At(NextMonday, 8, 0), Binh) }, context)
            .Problems.ShouldHaveSingleItem()
            .Key.ShouldBe("E-FORBIDDEN");
    }

    private static Organisation Told(LocalDate day, params OrganisationEvent[] more) =>
        Organisation.From([.. Past, new BacklogTold(Recorded, day), .. more]);

    private static IEnumerable<Obligation> Owed(Organisation organisation) =>
        OrganisationObligations.Of(organisation).Where(owed => owed.Name == OrganisationObligations.Backlog);

    private static IEnumerable<OrganisationEvent> Pass(Organisation organisation, LocalDate day, int hour, int minute)
    {
        var decision = Decide(organisation, new PassDeadline(SystemAt(day, hour, minute), OrganisationObligations.Backlog));
        decision.Problems.ShouldBeEmpty();
        return decision.Events;
    }

    private static Act SystemAt(LocalDate day, int hour, int minute) => Act.OfSystem(At(day, hour, minute));

    private static Instant At(LocalDate day, int hour, int minute) => VietnamCalendar.Default.At(day, new LocalTime(hour, minute));
}
