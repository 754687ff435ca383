using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Tests.Domain.Organisations.OrganisationFixture;

namespace DutyBot.Tests.Domain.Organisations;

/// <summary>Who stands in for somebody who is fully away, and what they may do then (features 45, D-03, R-15).</summary>
public sealed class StandInSpecs
{
    private static readonly LocalDate Day10 = Day("2026-03-10");
    private static readonly PersonId Dung = new("dung");
    private static readonly PersonId Em = new("em");

    private static readonly OrganisationEvent[] Office =
    [
        Appoint(An, Board, Position.Head),
        Appoint(Em, Board, Position.Deputy),
        Appoint(Binh, Planning, Position.Head),
        Appoint(Chi, Planning, Position.Deputy),
        Appoint(Dung, Planning, Position.Officer),
    ];

    [Fact]
    public void D_03_The_delegate_of_a_head_who_is_away_comes_before_the_deputy()
    {
        var organisation = After(Away(Binh), Delegate(Binh, Dung, DelegationScope.Headship));
        organisation.StandInOfHead(Planning, Day10)!.Person.ShouldBe(Dung);
        organisation.MayActAsHead(Dung, Planning, Day10).Document.ShouldBe("12/GUQ-SCT");
        organisation.MayActAsHead(Chi, Planning, Day10).ShouldBe(Authority.None);
    }

    [Fact]
    public void D_03_A_delegation_of_other_rights_makes_nobody_stand_in() =>
        After(Away(Binh), Delegate(Binh, Dung, DelegationScope.Assigning)).StandInOfHead(Planning, Day10)!.Person.ShouldBe(Chi);

    [Fact]
    public void Without_a_delegation_the_deputy_stands_in_and_acts_in_place_of_the_head()
    {
        var organisation = After(Away(Binh));
        organisation.StandInOfHead(Planning, Day10).ShouldBe(new StandIn(Chi, organisation.AbsenceOf(Binh, Day10)!));
        var authority = organisation.MayActAsHead(Chi, Planning, Day10);
        authority.IsInAbsence.ShouldBeTrue();
        authority.OnBehalfOf.ShouldBe(Binh);
        organisation.MayActAsHead(Dung, Planning, Day10).ShouldBe(Authority.None);
    }

    [Theory]
    [InlineData("2026-03-04", false)]
    [InlineData("2026-03-05", true)]
    [InlineData("2026-03-15", true)]
    [InlineData("2026-03-16", false)]
    public void The_deputy_acts_for_the_head_on_the_days_of_the_absence_only(string day, bool granted) =>
        After(Away(Binh)).MayActAsHead(Chi, Planning, Day(day)).IsGranted.ShouldBe(granted);

    [Fact]
    public void Whoever_finishes_what_they_have_is_reached_themself()
    {
        var organisation = After(Away(Binh, AbsenceGrade.MayFinish));
        organisation.StandInOfHead(Planning, Day10).ShouldBeNull();
        organisation.MayActAsHead(Chi, Planning, Day10).ShouldBe(Authority.None);
    }

    [Fact]
    public void An_absence_takes_no_right() => After(Away(Binh)).MayActAsHead(Binh, Planning, Day10).ShouldBe(Authority.InOwnRight);

    [Fact]
    public void Who_is_away_stands_in_for_nobody()
    {
        After(Away(Binh), Delegate(Binh, Dung), Away(Dung)).StandInOfHead(Planning, Day10)!.Person.ShouldBe(Chi);
        After(Away(Binh), Away(Chi, AbsenceGrade.MayFinish)).StandInOfHead(Planning, Day10).ShouldBeNull();
    }

    [Fact]
    public void Who_is_acting_comes_before_a_deputy() =>
        After(Away(Binh), Appoint(Dung, Planning, Position.Acting)).StandInOfHead(Planning, Day10)!.Person.ShouldBe(Dung);

    [Fact]
    public void For_a_leader_another_leader_comes_before_a_deputy()
    {
        After(Away(An)).StandInOfLeader(An, Day10)!.Person.ShouldBe(Em);
        After(Away(An)).MayActAsLeader(Em, Day10).ShouldBe(Authority.InAbsenceOf(An));
        var two = After(Away(An), new RoleGranted(Recorded, Dung, Role.Leader, Day("2026-01-01")));
        two.StandInOfLeader(An, Day10)!.Person.ShouldBe(Dung);
        two.MayActAsLeader(Em, Day10).ShouldBe(Authority.None);
    }

    [Fact]
    public void A_person_is_stood_in_for_by_what_they_hold_and_an_officer_by_nobody()
    {
        After(Away(Em)).StandInOf(Em, Day10)!.Person.ShouldBe(An);
        After(Away(Em), Delegate(Em, Dung, DelegationScope.Assigning)).StandInOf(Em, Day10)!.Person.ShouldBe(Dung);
        After(Away(Binh)).StandInOf(Binh, Day10)!.Person.ShouldBe(Chi);
        After(Away(An)).StandInOf(An, Day10)!.Person.ShouldBe(Em);
        After(Away(Dung)).StandInOf(Dung, Day10).ShouldBeNull();
    }

    [Fact]
    public void Somebody_stands_in_for_several_on_the_days_of_their_absences()
    {
        var organisation = After(Away(Binh), Away(Em), Delegate(Binh, An, DelegationScope.Headship));
        organisation.StoodInForBy(An, Day10).ShouldBe([Binh, Em]);
        organisation.StoodInForBy(An, Day("2026-03-16")).ShouldBeEmpty();
        organisation.StoodInForBy(Chi, Day10).ShouldBeEmpty();
    }

    private static Organisation After(params OrganisationEvent[] more) => With([.. Office, .. more]);

    private static AbsenceRecorded Away(PersonId person, AbsenceGrade grade = AbsenceGrade.FullyAway) =>
        new(Recorded, person, grade, Day("2026-03-05"), Day("2026-03-15"));
}
