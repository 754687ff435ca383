using DutyBot.Cards;
using DutyBot.Development;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Connector;

namespace DutyBot.Delivery;

/// <summary>Finds whom a message is for today and in which language they read, and hands it over to the channel.</summary>
internal sealed class Postman(Addresses addresses, ConnectorClient connector, Pacer pacer, DeliveryLedger ledger, Office office, Stage? stage = null)
{
    private readonly ConnectorClient queued = connector.ForQueue;

    /// <summary>Null for an office that nobody holds.</summary>
    public async ValueTask<(Recipient?, Names)> Prepare(Audience to, CancellationToken cancel)
    {
        var recipient = Recipients.Find(to, (await office.Context(cancel)).Organisation, office.Today);
        return (recipient, await NamesFor(recipient, cancel));
    }

    /// <summary>In the language the recipient reads.</summary>
    public async ValueTask<Names> NamesFor(Recipient? recipient, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        var language = recipient is Recipient.Individual { Person: var person }
            ? await addresses.LanguageOf(person, context.Organisation, cancel)
            : context.Organisation.Language;
        return new Names(context.Organisation, context.Calendar, office.Today, Texts.Of(language));
    }

    /// <returns>Null when no address is known.</returns>
    public async ValueTask<ConnectorOutcome<Sent>?> Post(Recipient recipient, RenderedCard rendered, Names names, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        var message = Message(Marked(rendered, recipient, names));
        return recipient switch
        {
            Recipient.UnitChannel channel when await addresses.Bot(cancel) is { } bot => await InTurn(
                channel.ChannelId,
                () => queued.PostToChannel(bot, channel.ChannelId, message, cancel),
                cancel
            ),
            Recipient.Individual individual when await addresses.ChatOf(individual.Person, context.Organisation, office.Today, cancel) is { } chat =>
                await ToPerson(individual.Person, chat, message, cancel),
            _ => null,
        };
    }

    private async ValueTask<ConnectorOutcome<Sent>> ToPerson(
        PersonId person,
        ConversationAddress chat,
        OutgoingActivity message,
        CancellationToken cancel
    )
    {
        var outcome = await InTurn(chat.ConversationId, () => queued.Send(chat, message, cancel), cancel);
        if (outcome.Succeeded)
        {
            await ledger.Delivered(person, cancel);
        }

        return outcome;
    }

    /// <summary>Puts a card in the place of one that was posted; the service URL may have changed since.</summary>
    public async ValueTask<ConnectorOutcome<Sent>> Update(
        ConversationAddress address,
        string activityId,
        RenderedCard rendered,
        CancellationToken cancel
    )
    {
        var current = await addresses.Bot(cancel) is { } bot ? address with { ServiceUrl = bot.ServiceUrl } : address;
        return await InTurn(current.ConversationId, () => queued.Update(current, activityId, Message(rendered), cancel), cancel);
    }

    /// <summary>On the stage, where everybody's messages come to one chat, each says whom it is for.</summary>
    public RenderedCard Marked(RenderedCard rendered, Recipient recipient, Names names)
    {
        if (stage is null || recipient is not Recipient.Individual { Person: var person })
        {
            return rendered;
        }

        var line = new TextBlock(names.Texts.Format("dev.addressee", ("person", names.Of(person)))) { IsSubtle = true };
        return rendered with { Card = rendered.Card with { Body = [line, .. rendered.Card.Body] } };
    }

    // Whose turn it is not is answered as Teams would answer: too many requests, come again.
    private async ValueTask<ConnectorOutcome<Sent>> InTurn(string conversation, Func<Task<ConnectorOutcome<Sent>>> send, CancellationToken cancel)
    {
        if (await pacer.Turn(conversation, cancel) is { } wait)
        {
            return new ConnectorFailure.Throttled(wait);
        }

        var outcome = await send();
        pacer.Saw(conversation, outcome);
        return outcome;
    }

    private static OutgoingActivity Message(RenderedCard rendered) => OutgoingActivity.OfCard(CardJson.ToUtf8(rendered.Card), rendered.Summary);
}
