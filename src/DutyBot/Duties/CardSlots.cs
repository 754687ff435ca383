using DutyBot.Domain.Effects;

namespace DutyBot.Duties;

/// <summary>Which card of a duty is meant: one per name and audience, so that a later change edits the card that was posted.</summary>
internal static class CardSlots
{
    public static string Of(CardName card, Audience to) => $"card|{card}|{KeyOf(to)}";

    public static string KeyOf(Audience to) =>
        to switch
        {
            Audience.Channel channel => $"channel|{channel.Unit}",
            Audience.Head head => $"head|{head.Unit}",
            Audience.Individual individual => $"person|{individual.Person}",
            Audience.Leaders => "leaders",
            _ => "office",
        };
}
