using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Development.SampleOrganisation;

namespace DutyBot.Tests.Development;

public sealed class SampleOrganisationTests
{
    private static readonly LocalDate Start = new(2026, 11, 23);

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void Every_unit_has_a_head_an_address_and_one_of_the_two_channels(Language language)
    {
        var organisation = Organisation.From(From(Start, language).Events);
        var units = organisation.UnitsOn(Start);
        units.Length.ShouldBe(6);
        organisation.Language.ShouldBe(language);
        foreach (var unit in units)
        {
            organisation.HeadOf(unit.Id, Start).ShouldNotBeNull();
            organisation.ChannelOf(unit.Id).ShouldBe(unit.Kind == UnitKind.Division ? DivisionsChannel : GeneralChannel);
        }
    }

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void Every_person_has_an_Entra_id_in_lower_case_and_an_address_of_their_own(Language language)
    {
        var organisation = Organisation.From(From(Start, language).Events);
        var people = organisation.SearchPeople("", Start);
        people.Length.ShouldBe(12);
        people.Select(p => p.Upn).Distinct().Count().ShouldBe(12);
        people.ShouldAllBe(p => Guid.ParseExact(p.Id.Value, "D").ToString() == p.Id.Value);
        people.ShouldAllBe(p => p.Upn!.All(char.IsAscii));
        people.ShouldAllBe(p => organisation.UnitOf(p.Id, Start) != null);
    }

    [Fact]
    public void The_deputy_director_assigns_the_director_decides_and_the_chief_of_office_administers()
    {
        var organisation = Organisation.From(From(Start, Language.Vietnamese).Events);
        organisation.MayAssign(DeputyDirector, Start).ShouldBe(Authority.InOwnRight);
        organisation.Leaders(Start).ShouldBe([Director]);
        organisation.OfficeOn(Start)!.Id.ShouldBe(SampleOrganisation.Office);
        organisation.HasRole(HeadOfOffice, Role.Admin, Start).ShouldBeTrue();
        organisation.UnitsLedBy(HeadOfPlanning, Start).ShouldBe([Planning]);
        organisation.OfficersOf(Planning, Start).ShouldBe([OfficerOfPlanning]);
    }

    [Fact]
    public void The_same_start_gives_the_same_events_and_both_languages_the_same_ids()
    {
        From(Start, Language.Vietnamese).Events.ShouldBe(From(Start, Language.Vietnamese).Events);
        Ids(Language.English).ShouldBe(Ids(Language.Vietnamese));
        From(Start, Language.English).Events.ShouldAllBe(e => e.Act == Act.OfSystem(VietnamCalendar.Default.StartOfDay(Start)));

        static IEnumerable<PersonId> Ids(Language language) =>
            From(Start, language).Events.OfType<OrganisationEvent.PersonRegistered>().Select(e => e.Person);
    }

    [Fact]
    public void The_Playground_seats_six_different_people_of_four_units()
    {
        var organisation = Organisation.From(From(Start, Language.Vietnamese).Events);
        PlaygroundPeople.Distinct().Count().ShouldBe(6);
        PlaygroundPeople.Select(p => organisation.UnitOf(p, Start)).Distinct().Count().ShouldBe(4);
    }
}
