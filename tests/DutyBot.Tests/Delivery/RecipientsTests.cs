using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;
using AbsenceGrade = DutyBot.Domain.Organisations.AbsenceGrade;
using Events = DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Tests.Delivery;

/// <summary>Who stands in the place of a unit on the day of sending.</summary>
public sealed class RecipientsTests
{
    [Fact]
    public void D_04_What_is_for_an_ended_unit_goes_to_its_successor_from_that_day_on()
    {
        var organisation = After(UnitEnded(Planning, NovDay(17), Trade), UnitEnded(Trade, NovDay(20), Safety)).Organisation;

        Recipients.Succeeding(new Audience.Channel(Planning), organisation, NovDay(16)).ShouldBe(new Audience.Channel(Planning));
        Recipients.Succeeding(new Audience.Channel(Planning), organisation, NovDay(17)).ShouldBe(new Audience.Channel(Trade));
        Recipients.Succeeding(new Audience.Head(Planning), organisation, NovDay(20)).ShouldBe(new Audience.Head(Safety));
        Recipients.Find(new Audience.Head(Safety), organisation, NovDay(20)).ShouldBe(new Recipient.Individual(HeadOfSafety));
    }

    [Fact]
    public void D_04_A_unit_without_a_successor_is_still_reached_where_it_was()
    {
        var organisation = After(UnitEnded(Planning, NovDay(17), null)).Organisation;

        Recipients.Succeeding(new Audience.Channel(Planning), organisation, NovDay(17)).ShouldBe(new Audience.Channel(Planning));
    }

    [Fact]
    public void What_is_for_a_person_stays_with_that_person() =>
        Recipients.Succeeding(new Audience.Individual(HeadOfPlanning), Organisation, NovDay(17)).ShouldBe(new Audience.Individual(HeadOfPlanning));

    [Fact]
    public void What_is_for_a_head_who_is_fully_away_goes_to_whoever_stands_in()
    {
        var organisation = After(Away(HeadOfPlanning), new Events.ChannelBound(Act.OfSystem(Nov(1)), Planning, "19:planning")).Organisation;
        var absence = organisation.AbsenceOf(HeadOfPlanning, NovDay(17))!;

        Recipients.Find(new Audience.Head(Planning), organisation, NovDay(17)).ShouldBe(new Recipient.Individual(DelegateOfPlanning, absence));
        Recipients
            .Find(new Audience.Channel(Planning), organisation, NovDay(17))
            .ShouldBe(new Recipient.UnitChannel(Planning, "19:planning", DelegateOfPlanning, absence));
        Recipients.Find(new Audience.Head(Planning), organisation, NovDay(21)).ShouldBe(new Recipient.Individual(HeadOfPlanning));
    }

    [Fact]
    public void What_is_for_the_leadership_or_an_assigner_goes_to_their_delegate_or_the_next_in_line()
    {
        var organisation = After(Away(Director), Away(Deputy), Away(OtherDeputy)).Organisation;
        PersonId? To(Audience audience) => (Recipients.Find(audience, organisation, NovDay(17)) as Recipient.Individual)?.Person;

        To(new Audience.Leaders()).ShouldBe(DelegateOfDirector);
        To(new Audience.Individual(Deputy)).ShouldBe(DelegateOfDeputy);
        To(new Audience.Individual(OtherDeputy)).ShouldBe(OtherDeputy);
    }

    [Fact]
    public void D_06_What_concerns_a_person_and_not_their_office_goes_to_nobody_in_their_place()
    {
        var organisation = After(Away(HeadOfPlanning)).Organisation;

        Recipients.Find(new Audience.Alone(HeadOfPlanning), organisation, NovDay(17)).ShouldBe(new Recipient.Individual(HeadOfPlanning));
    }

    [Fact]
    public void While_nobody_stands_in_it_goes_to_whoever_is_away()
    {
        var organisation = After(Away(HeadOfTrade), Away(OfficerOfPlanning)).Organisation;

        Recipients.Find(new Audience.Head(Trade), organisation, NovDay(17)).ShouldBe(new Recipient.Individual(HeadOfTrade));
        Recipients.Find(new Audience.Individual(OfficerOfPlanning), organisation, NovDay(17)).ShouldBe(new Recipient.Individual(OfficerOfPlanning));
    }

    private static Events.AbsenceRecorded Away(PersonId person) => new(Act.OfSystem(Nov(1)), person, AbsenceGrade.FullyAway, NovDay(16), NovDay(20));
}
