using DutyBot.Domain.Effects;

namespace DutyBot.Duties;

/// <summary>Which card of a duty is meant: one per name, audience and matter, so that a later change edits the card that was posted.</summary>
internal static class CardSlots
{
    /// <param name="item">As of <see cref="Effect.ShowCard"/>.</param>
    public static string Of(CardName card, Audience to, string? item = null) => $"card|{card}|{KeyOf(to)}{(item is null ? "" : $"|{item}")}";

    public static string KeyOf(Audience to) =>
        to switch
        {
            Audience.Channel channel => $"channel|{channel.Unit}",
            Audience.Head head => $"head|{head.Unit}",
            Audience.Individual individual => $"person|{individual.Person}",
            Audience.Alone alone => $"person|{alone.Person}",
            Audience.Leaders => "leaders",
            _ => "office",
        };
}
