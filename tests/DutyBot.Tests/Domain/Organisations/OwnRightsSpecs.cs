using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Tests.Domain.Organisations.AnOrganisation;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>Delegations and absences as the people whose they are enter, end and withdraw them; today is 16/03/2026.</summary>
public sealed class OwnRightsSpecs
{
    private static readonly LocalDate Today = Day("2026-03-16");
    private static readonly LocalDate Yesterday = Day("2026-03-15");
    private static readonly LocalDate Tomorrow = Day("2026-03-17");
    private static readonly LocalDate Later = Day("2026-03-31");

    [Fact]
    public void D_03_A_delegate_who_delegates_further_is_told_beside_the_scope() =>
        Decide(
                new DelegateRights(By(Binh), Binh, Dung, DelegationScope.Headship, Today, Later, Basis),
                Delegate(Chi, Binh, DelegationScope.Headship),
                new OrganisationEvent.AppointmentEnded(Recorded, Binh, Office, Position.Head, Day("2026-02-28"))
            )
            .ShouldBeRefused("E-SUBDELEGATION", "scope");

    [Fact]
    public void D_03_Whoever_stands_in_for_an_absent_head_delegates_nothing() =>
        Decide(
                new DelegateRights(By(Binh), Binh, Dung, DelegationScope.Headship, Today, Later, Basis),
                Away("2026-03-10", "2026-03-31"),
                Appoint(Binh, Planning, Position.Deputy),
                new OrganisationEvent.AppointmentEnded(Recorded, Binh, Office, Position.Head, Day("2026-02-28"))
            )
            .ShouldBeRefused("E-SUBDELEGATION", "scope");

    [Fact]
    public void D_03_A_delegation_or_an_absence_that_is_over_already_is_refused()
    {
        Decide(new DelegateRights(By(Chi), Chi, Binh, DelegationScope.Headship, Day("2026-03-01"), Yesterday, Basis))
            .ShouldBeRefused("E-PERIOD-PAST", "until");
        Decide(new RecordAbsence(By(Chi), Chi, AbsenceGrade.FullyAway, Day("2026-03-01"), Yesterday)).ShouldBeRefused("E-PERIOD-PAST", "until");
    }

    [Fact]
    public void An_absence_begins_before_today_where_somebody_reports_late() =>
        After(new RecordAbsence(By(Chi), Chi, AbsenceGrade.FullyAway, Yesterday, Tomorrow)).AbsenceOf(Chi, Today).ShouldNotBeNull();

    [Theory]
    [InlineData("2026-03-18", "2026-03-20")]
    [InlineData("2026-03-20", "2026-03-25")]
    [InlineData("2026-03-10", "2026-03-31")]
    public void A_second_absence_on_the_same_days_is_refused(string from, string until) =>
        Decide(new RecordAbsence(By(Chi), Chi, AbsenceGrade.MayFinish, Day(from), Day(until)), Away("2026-03-17", "2026-03-20"))
            .ShouldBeRefused("E-ABSENCE-OVERLAP", "from");

    [Fact]
    public void A_second_absence_on_other_days_is_recorded() =>
        After(
                new RecordAbsence(By(Chi), Chi, AbsenceGrade.MayFinish, Day("2026-03-21"), Day("2026-03-22")),
                Away("2026-03-17", "2026-03-20"),
                Away("2026-03-23", "2026-03-25")
            )
            .AbsencesSince(Chi, Today)
            .Length.ShouldBe(3);

    [Fact]
    public void Whoever_is_back_today_is_there_today()
    {
        var after = After(new EndAbsence(By(Chi), Chi, Yesterday, Day("2026-03-10")), Away("2026-03-10", "2026-03-20"));
        after.AbsenceOf(Chi, Yesterday).ShouldNotBeNull();
        after.AbsenceOf(Chi, Today).ShouldBeNull();
    }

    [Fact]
    public void An_absence_of_today_or_to_come_is_withdrawn_and_the_others_stay()
    {
        OrganisationEvent[] two = [Away("2026-03-16", "2026-03-17"), Away("2026-03-20", "2026-03-25")];
        After(new EndAbsence(By(Chi), Chi, Yesterday, Today), two)
            .AbsencesSince(Chi, Today)
            .ShouldHaveSingleItem()
            .Validity.From.ShouldBe(Day("2026-03-20"));
        After(new EndAbsence(By(Chi), Chi, Day("2026-03-19"), Day("2026-03-20")), two)
            .AbsencesSince(Chi, Today)
            .ShouldHaveSingleItem()
            .Validity.From.ShouldBe(Today);
    }

    [Fact]
    public void D_03_One_of_several_delegations_ends_and_the_others_stay()
    {
        var after = After(
            new EndDelegation(By(Chi), Chi, Binh, Today, new OneDelegation(DelegationScope.Headship, Day("2026-03-01"))),
            Delegate(Chi, Binh, DelegationScope.Headship),
            Delegate(Chi, Binh)
        );
        after.DelegationsTo(Binh, Tomorrow).ShouldHaveSingleItem().Scope.ShouldBe(DelegationScope.Everything);
        after.DelegationsTo(Binh, Today).Length.ShouldBe(2);
    }

    [Fact]
    public void D_03_A_delegation_to_come_is_withdrawn_and_counts_on_no_day()
    {
        var after = After(
            new EndDelegation(By(Chi), Chi, Binh, Day("2026-03-19"), new OneDelegation(DelegationScope.Headship, Day("2026-03-20"))),
            Delegate(Chi, Binh, DelegationScope.Headship, "2026-03-20")
        );
        after.DelegationsGivenSince(Chi, Today).ShouldBeEmpty();
        after.MayActAsHead(Binh, Planning, Day("2026-03-20")).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public void D_03_A_delegation_ends_at_once_and_never_further_back()
    {
        var end = new EndDelegation(By(Chi), Chi, Binh, Yesterday, new OneDelegation(DelegationScope.Headship, Day("2026-03-01")));
        var given = Delegate(Chi, Binh, DelegationScope.Headship);
        After(end, given).MayActAsHead(Binh, Planning, Today).IsGranted.ShouldBeFalse();
        Decide(end with { LastDay = Day("2026-03-14") }, given).ShouldBeRefused("E-LAST-DAY-PAST", "until");
        Decide(end with { LastDay = Day("2026-04-01") }, given).ShouldBeRefused("E-NO-SUCH-DELEGATION", "until");
        Decide(end with { LastDay = null }, given).ShouldBeRefused("E-DATE-REQUIRED", "until");
    }

    [Fact]
    public void D_06_Only_the_person_or_an_admin_ends_a_delegation_or_an_absence()
    {
        var one = new OneDelegation(DelegationScope.Headship, Day("2026-03-01"));
        Decide(new EndDelegation(By(Binh), Chi, Binh, Today, one), Delegate(Chi, Binh, DelegationScope.Headship)).ShouldBeRefused("E-FORBIDDEN");
        Decide(new EndAbsence(By(Dung), Chi, Yesterday, Today), Away("2026-03-16", "2026-03-20")).ShouldBeRefused("E-FORBIDDEN");
        Decide(new EndAbsence(ByAdmin, Chi, Yesterday, Today), Away("2026-03-16", "2026-03-20")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_is_not_registered_is_told_so_instead_of_a_form()
    {
        var stranger = new PersonId("x");
        Decide(new RecordAbsence(By(stranger), stranger, null, Today, null)).ShouldBeRefused("E-NOT-REGISTERED");
        Decide(new DelegateRights(By(stranger), stranger, null, null, Today, null, "")).ShouldBeRefused("E-NOT-REGISTERED");
    }

    private static OrganisationEvent.AbsenceRecorded Away(string from, string until) =>
        new(Recorded, Chi, AbsenceGrade.FullyAway, Day(from), Day(until));
}
