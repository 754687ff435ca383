using System.Text.Json;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams.Connector;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>
/// Brings cards and notices to their recipients. What is sent is rendered now, from the duty as it is now. When the channel does not say whether
/// a message arrived, a card is sent again (a second card does no harm, its buttons act once) and a notice is not (a reminder must not double).
/// </summary>
internal sealed class Courier(IDutyStore store, Postman postman, CardDesk cards, Office office)
{
    private static readonly Duration NextTry = Duration.FromSeconds(20);

    public async ValueTask<Settlement> Tell(DutyId duty, Effect.Tell notice, CancellationToken cancel)
    {
        var (recipient, names) = await postman.Prepare(await Succeeding(notice.To, cancel), cancel);
        if (recipient is null)
        {
            return new Settlement.Dead(DeliveryErrors.Nobody);
        }

        var rendered = Salutation.On(CardDesk.Notice(names.Of(notice), duty, names), recipient, attention: false, names);
        return await Once(recipient, rendered, names, cancel);
    }

    /// <summary>A message that must not come twice: when nobody knows whether it arrived, it is given up and stays visible to the admin.</summary>
    public async ValueTask<Settlement> Once(Recipient recipient, RenderedCard rendered, Names names, CancellationToken cancel)
    {
        var outcome = await postman.Post(recipient, rendered, names, cancel);
        return outcome switch
        {
            null => NotYet(DeliveryErrors.NoAddress),
            { Succeeded: true } => new Settlement.Done(),
            { Failure: ConnectorFailure.Unavailable { MaybeCarriedOut: true } } => new Settlement.Dead(DeliveryErrors.OutcomeUnknown),
            { Failure: var failure } => Settle(failure),
        };
    }

    public async ValueTask<Settlement> Show(DutyId duty, Effect.ShowCard show, CancellationToken cancel)
    {
        var to = await Succeeding(show.To, cancel);
        if (!show.Attention && to != show.To)
        {
            return await Correct(duty, show, cancel);
        }

        var (recipient, names) = await postman.Prepare(to, cancel);
        if (recipient is null)
        {
            return new Settlement.Dead(DeliveryErrors.Nobody);
        }

        // To a successor it is the duty's card, not the one about the part of another unit: that comes with the hand-over.
        if (await Render(duty, show, to == show.To ? UnitOf(to) : null, names, cancel) is not { } rendered)
        {
            return new Settlement.Done();
        }

        if (!show.Attention && await Present(duty, show, recipient, cancel) is { } present)
        {
            return await Edit(present.Card, Saluted(rendered, present.Holder, names), cancel);
        }

        var outcome = await postman.Post(recipient, Salutation.On(rendered, recipient, show.Attention, names), names, cancel);
        return outcome switch
        {
            null => NotYet(DeliveryErrors.NoAddress),
            { Succeeded: true } => new Settlement.Done(Posted(SlotOf(show, recipient), outcome.Value)),
            { Failure: var failure } => Settle(failure),
        };
    }

    private ValueTask<RenderedCard?> Render(DutyId duty, Effect.ShowCard show, UnitId? unit, Names names, CancellationToken cancel) =>
        show.Item is { } item
            ? cards.RenderItem(show.Card, duty, item, names, office.Now, cancel)
            : cards.Render(show.Card, duty, unit, names, office.Now, cancel);

    // A quiet change is no news to whoever stands in: where only the absent person has the card, theirs is kept up to date.
    private async ValueTask<(PostedCard Card, Recipient Holder)?> Present(
        DutyId duty,
        Effect.ShowCard show,
        Recipient recipient,
        CancellationToken cancel
    )
    {
        Recipient? absent = recipient is Recipient.Individual { InsteadOf: { } absence } ? new Recipient.Individual(absence.Person) : null;
        foreach (var holder in new[] { recipient, absent }.OfType<Recipient>())
        {
            if (await store.FindCard(duty, SlotOf(show, holder), cancel) is { } posted)
            {
                return (posted, holder);
            }
        }

        return null;
    }

    // What a unit was shown before it ended is corrected where it stands; its successor gets cards of its own (D-04).
    private async ValueTask<Settlement> Correct(DutyId duty, Effect.ShowCard show, CancellationToken cancel)
    {
        var (recipient, names) = await postman.Prepare(show.To, cancel);
        return
            recipient is not null
            && await store.FindCard(duty, SlotOf(show, recipient), cancel) is { } posted
            && await Render(duty, show, UnitOf(show.To), names, cancel) is { } rendered
            ? await Edit(posted, Saluted(rendered, recipient, names), cancel)
            : new Settlement.Done();
    }

    private async ValueTask<Audience> Succeeding(Audience to, CancellationToken cancel) =>
        Recipients.Succeeding(to, (await office.Context(cancel)).Organisation, office.Today);

    private async ValueTask<Settlement> Edit(PostedCard posted, RenderedCard rendered, CancellationToken cancel)
    {
        var address = JsonSerializer.Deserialize(posted.Address, AddressJson.Default.ConversationAddress)!;
        var outcome = await postman.Update(address, posted.ActivityId, rendered, cancel);
        return outcome switch
        {
            { Succeeded: true } => new Settlement.Done(posted),
            // Somebody removed the message; there is nothing left to keep up to date.
            { Failure: ConnectorFailure.Refused { Status: System.Net.HttpStatusCode.NotFound } } => new Settlement.Done(),
            { Failure: var failure } => Settle(failure),
        };
    }

    // A retry costs an attempt; waiting for one's turn does not, and a service that names a time is given it.
    private Settlement Settle(ConnectorFailure failure) =>
        failure switch
        {
            ConnectorFailure.Refused refused => new Settlement.Dead(DeliveryErrors.Of(refused)),
            ConnectorFailure.Throttled { RetryAfter: var wait } => new Settlement.PutOff(
                office.Now + (wait is { } named ? Duration.FromTimeSpan(named) : NextTry)
            ),
            ConnectorFailure.Unavailable { MaybeCarriedOut: true } => NotYet(DeliveryErrors.OutcomeUnknown),
            _ => NotYet(DeliveryErrors.Unavailable),
        };

    private Settlement.RetryAt NotYet(string why) => new(office.Now + NextTry, why);

    private static PostedCard? Posted(string slot, Sent sent) =>
        sent.ActivityId is { } id
            ? new PostedCard(slot, JsonSerializer.Serialize(sent.Conversation, AddressJson.Default.ConversationAddress), id)
            : null;

    // A personal card belongs to the person who got it: a successor in office gets a card of their own.
    private static string SlotOf(Effect.ShowCard show, Recipient recipient) =>
        recipient switch
        {
            Recipient.UnitChannel channel => CardSlots.Of(show.Card, new Audience.Channel(channel.Unit), show.Item),
            Recipient.Individual individual => CardSlots.Of(show.Card, new Audience.Individual(individual.Person), show.Item),
            _ => throw new ArgumentException("No such recipient.", nameof(recipient)),
        };

    private static UnitId? UnitOf(Audience to) =>
        to switch
        {
            Audience.Channel channel => channel.Unit,
            Audience.Head head => head.Unit,
            _ => null,
        };

    private RenderedCard Saluted(RenderedCard rendered, Recipient recipient, Names names) =>
        postman.Marked(Salutation.On(rendered, recipient, attention: false, names), recipient, names);
}
