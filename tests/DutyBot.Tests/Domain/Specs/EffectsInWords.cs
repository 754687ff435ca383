using DutyBot.Domain.Effects;

namespace DutyBot.Tests.Domain.Specs;

internal static class EffectsInWords
{
    /// <summary>
    /// Exactly these effects in this order, for example <c>Assignment to channel phong-ke-hoach, attention</c>. What only has campaigns look at
    /// their tasks is nobody's news.
    /// </summary>
    public static void ShouldBeInWords(this IEnumerable<Effect> effects, params string[] expected) =>
        effects.Where(effect => effect is not Effect.NoteInCampaigns).Select(Words).ShouldBe(expected);

    private static string Words(Effect effect) =>
        effect switch
        {
            Effect.ShowCard { Attention: true } card => $"{card.Card} to {Words(card.To)}, attention",
            Effect.ShowCard card => $"{card.Card} to {Words(card.To)}",
            Effect.Tell tell => $"{tell.Key} to {Words(tell.To)}",
            Effect.Notify notify => $"{notify.Notice.Key} into the inbox of {Words(notify.To)}",
            Effect.Remind remind => $"{string.Join(", ", remind.Notices.Select(notice => notice.Id))} to {remind.To}",
            Effect.Send send => $"{send.Command.GetType().Name} to {send.To}",
            _ => throw new ArgumentException("No such effect.", nameof(effect)),
        };

    private static string Words(Audience to) =>
        to switch
        {
            Audience.Channel channel => $"channel {channel.Unit}",
            Audience.Head head => $"head of {head.Unit}",
            Audience.Individual individual => individual.Person.Value,
            Audience.Alone alone => $"{alone.Person} alone",
            Audience.Leaders => "leaders",
            _ => "office",
        };
}
