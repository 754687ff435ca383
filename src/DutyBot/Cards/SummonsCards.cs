using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>That something waits for a person who could not be reached: for their unit's channel, or for a colleague. Never what it is.</summary>
internal static class SummonsCards
{
    public static RenderedCard Of(PersonId person, Recipient through, Names names) =>
        through is Recipient.UnitChannel ? InChannel(person, names) : ToColleague(person, names);

    private static RenderedCard InChannel(PersonId person, Names names)
    {
        var mention = CardMention.Of(person.Value, names.Of(person));
        var summary = names.Texts.Format("note.sendFor", ("person", names.Of(person)));
        var card = NoticeCard.Of(names.Texts.Format("note.sendFor", ("person", mention.Text)), null, names.Texts);
        return new RenderedCard(card with { FallbackText = summary, Mentions = [mention] }, summary);
    }

    private static RenderedCard ToColleague(PersonId person, Names names) =>
        CardDesk.Told(
            names.Organisation.UnitOf(person, names.Today) is { } unit
                ? names.Texts.Format("note.sendForOf", ("person", names.Of(person)), ("unit", names.Of(unit)))
                : names.Texts.Format("note.sendFor", ("person", names.Of(person))),
            names
        );
}
