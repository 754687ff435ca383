using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Delivery;

/// <summary>The line above a card that says for whom it is: whom Teams tells, and in whose place they get it.</summary>
internal static class Salutation
{
    /// <param name="attention">What needs action in a channel names its person, so that Teams tells them.</param>
    public static RenderedCard On(RenderedCard rendered, Recipient recipient, bool attention, Names names) =>
        recipient switch
        {
            Recipient.Individual { InsteadOf: { } absence } => Under(rendered, new TextBlock(Line("card.insteadOf", absence, names))),
            Recipient.UnitChannel { Head: { } head } channel when attention => Mentioning(
                rendered,
                channel,
                CardMention.Of(head.Value, names.Of(head)),
                names
            ),
            _ => rendered,
        };

    private static RenderedCard Mentioning(RenderedCard rendered, Recipient.UnitChannel channel, CardMention mention, Names names)
    {
        var mentioned = Under(
            rendered,
            new TextBlock(names.Texts.Format("card.mention", ("person", mention.Text))),
            Instead(channel.InsteadOf, names)
        );
        return mentioned with { Card = mentioned.Card with { Mentions = [mention] } };
    }

    private static TextBlock? Instead(Absence? absence, Names names) =>
        absence is null ? null : new TextBlock(Line("card.insteadOf", absence, names));

    private static string Line(string key, Absence absence, Names names) =>
        names.Texts.Format(key, ("person", names.Of(absence.Person)), ("date", absence.Validity.To!.Value));

    private static RenderedCard Under(RenderedCard rendered, params TextBlock?[] lines) =>
        rendered with
        {
            Card = rendered.Card with { Body = [.. lines.OfType<TextBlock>(), .. rendered.Card.Body] },
        };
}
