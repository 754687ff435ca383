using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>Where an effect goes today.</summary>
internal abstract record Recipient
{
    private Recipient() { }

    /// <param name="Head">Is mentioned when attention is asked.</param>
    public sealed record UnitChannel(UnitId Unit, string ChannelId, PersonId? Head) : Recipient;

    public sealed record Individual(PersonId Person) : Recipient;
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

    /// <summary>Null when nobody holds the office.</summary>
    public static Recipient? Find(Audience audience, Organisation organisation, LocalDate today) =>
        audience switch
        {
            Audience.Channel { Unit: var unit } when organisation.ChannelOf(unit) is { } channel => new Recipient.UnitChannel(
                unit,
                channel,
                organisation.HeadOf(unit, today)
            ),
            Audience.Channel { Unit: var unit } => Person(organisation.HeadOf(unit, today)),
            Audience.Head { Unit: var unit } => Person(organisation.HeadOf(unit, today)),
            Audience.Individual { Person: var person } => Person(person),
            Audience.Leaders => Person(organisation.Leaders(today).Select(person => (PersonId?)person).FirstOrDefault()),
            _ => organisation.OfficeOn(today) is { } office ? Person(organisation.HeadOf(office.Id, today)) : null,
        };

    private static Recipient.Individual? Person(PersonId? person) => person is { } someone ? new Recipient.Individual(someone) : null;
}
