using DutyBot.Domain.Effects;
using DutyBot.Features;

namespace DutyBot.Delivery;

/// <summary>Where a message goes, in words.</summary>
internal static class PlaceWords
{
    public static string Of(Recipient recipient, Names names) =>
        recipient switch
        {
            Recipient.UnitChannel channel => names.Organisation.BoundChannelOf(channel.Unit)?.Name is { Length: > 0 } name
                ? names.Texts.Format("lbl.place.namedChannel", ("channel", name), ("unit", names.Of(channel.Unit)))
                : names.Texts.Format("lbl.place.channel", ("unit", names.Of(channel.Unit))),
            Recipient.Individual individual => names.Texts.Format("lbl.place.chat", ("person", names.Of(individual.Person))),
            _ => throw new ArgumentException("No such recipient.", nameof(recipient)),
        };

    /// <summary>Of an audience, where nobody stands in it today.</summary>
    public static string Of(Audience audience, Names names) =>
        audience switch
        {
            Audience.Channel { Unit: var unit } => names.Of(unit),
            Audience.Head { Unit: var unit } => names.Texts.Format("lbl.place.head", ("unit", names.Of(unit))),
            Audience.Individual { Person: var person } => names.Of(person),
            Audience.Alone { Person: var person } => names.Of(person),
            Audience.Leaders => names.Texts["lbl.place.leaders"],
            _ => names.Texts["lbl.place.office"],
        };
}
