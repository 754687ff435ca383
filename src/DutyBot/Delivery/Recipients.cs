using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>Where an effect goes today.</summary>
internal abstract record Recipient
{
    private Recipient() { }

    /// <param name="Head">Is mentioned when attention is asked: the head, or who stands in for the head.</param>
    /// <param name="InsteadOf">The absence of the head, when somebody else is mentioned.</param>
    public sealed record UnitChannel(UnitId Unit, string ChannelId, PersonId? Head, Absence? InsteadOf = null) : Recipient;

    /// <param name="InsteadOf">The absence of the one it was for, when the person stands in.</param>
    public sealed record Individual(PersonId Person, Absence? InsteadOf = null) : Recipient;
}

/// <summary>Finds who an audience is on a date: each is exactly one channel or one person, so that an effect is sent once.</summary>
internal static class Recipients
{
    /// <summary>Who stands in the place of a unit that has ended (D-04); one without a successor is still reached where it was.</summary>
    public static Audience Succeeding(Audience audience, Organisation organisation, LocalDate today) =>
        audience switch
        {
            Audience.Channel { Unit: var unit } => new Audience.Channel(organisation.SuccessorOf(unit, today) ?? unit),
            Audience.Head { Unit: var unit } => new Audience.Head(organisation.SuccessorOf(unit, today) ?? unit),
            _ => audience,
        };

    /// <summary>
    /// Null when nobody holds the office. Whoever is fully away gets nothing while somebody stands in, and finds everything in the own list of
    /// work; while nobody does, it goes to the absent person, so that nothing is lost.
    /// </summary>
    public static Recipient? Find(Audience audience, Organisation organisation, LocalDate today) =>
        audience switch
        {
            Audience.Channel { Unit: var unit } when organisation.ChannelOf(unit) is { } channel => InChannel(unit, channel, organisation, today),
            Audience.Channel { Unit: var unit } => HeadOf(unit, organisation, today),
            Audience.Head { Unit: var unit } => HeadOf(unit, organisation, today),
            Audience.Individual { Person: var person } => Person(person, organisation.StandInOf(person, today)),
            Audience.Alone { Person: var person } => new Recipient.Individual(person),
            Audience.Leaders => organisation.Leaders(today) is [var leader, ..] ? Person(leader, organisation.StandInOfLeader(leader, today)) : null,
            _ => organisation.OfficeOn(today) is { } office ? HeadOf(office.Id, organisation, today) : null,
        };

    private static Recipient.UnitChannel InChannel(UnitId unit, string channel, Organisation organisation, LocalDate today)
    {
        var standIn = organisation.StandInOfHead(unit, today);
        return new(unit, channel, standIn?.Person ?? organisation.HeadOf(unit, today), standIn?.For);
    }

    private static Recipient.Individual? HeadOf(UnitId unit, Organisation organisation, LocalDate today) =>
        organisation.HeadOf(unit, today) is { } head ? Person(head, organisation.StandInOfHead(unit, today)) : null;

    private static Recipient.Individual Person(PersonId person, StandIn? standIn) => new(standIn?.Person ?? person, standIn?.For);
}
