using DutyBot.Domain.Effects;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation owes the world after an event: to its duties, to its admins, to whoever is sent a test.</summary>
public static class OrganisationEffects
{
    public static IEnumerable<Effect> Of(Organisation organisation, OrganisationEvent happened) =>
        happened switch
        {
            UnitHandedOver e when organisation.Find(e.Unit)?.End is { Successor: { } successor } end =>
            [
                new Effect.HandOver(e.Unit, successor, end.Chosen),
            ],
            ReachabilityChecked e => [new Effect.CheckReachability(e.Day)],
            BacklogTold e => [new Effect.TellBacklog(e.Day)],
            TestMessageAsked { Act.By: { } by, Unit: { } unit } => [new Effect.SendTest(new Audience.Channel(unit), by)],
            TestMessageAsked { Act.By: { } by, Person: { } person } => [new Effect.SendTest(new Audience.Individual(person), by)],
            _ => [],
        };
}
