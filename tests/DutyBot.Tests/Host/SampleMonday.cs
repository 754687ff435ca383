using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Tests.Fixtures;
using NodaTime;

namespace DutyBot.Tests.Host;

/// <summary>The sample department on Monday, 23/11/2026, with a channel for each unit; this morning's check and this week's round are done.</summary>
internal static class SampleMonday
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    public static IReadOnlyList<OrganisationEvent> Events(Instant now)
    {
        var sample = Sample.Events;
        var created = sample.OfType<OrganisationEvent.UnitCreated>().ToList();
        return
        [
            .. sample,
            .. created.Select(unit => new OrganisationEvent.ChannelBound(unit.Act, unit.Unit, OfficeDriver.ChannelOf(unit.Unit))),
            new OrganisationEvent.ReachabilityChecked(Act.OfSystem(now), Today),
            new OrganisationEvent.BacklogTold(Act.OfSystem(now), Today),
        ];
    }

    /// <summary>Puts the members of each unit on the roster of its channel.</summary>
    public static void Seat(ConnectorAnswers teams)
    {
        foreach (var unit in Sample.Events.OfType<OrganisationEvent.Appointed>().GroupBy(appointed => appointed.Unit))
        {
            teams.Members[OfficeDriver.ChannelOf(unit.Key)] =
            [
                .. unit.Select(member => $$"""{"id":"{{OfficeDriver.ChannelIdOf(member.Person)}}","aadObjectId":"{{member.Person}}"}"""),
            ];
        }
    }

    private static SampleOrganisation Sample => SampleOrganisation.From(new LocalDate(2026, 1, 1), Language.Vietnamese);
}
