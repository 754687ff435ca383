using DutyBot.Delivery;
using DutyBot.Domain.Effects;
using DutyBot.Tests.Domain.Specs;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

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
}
