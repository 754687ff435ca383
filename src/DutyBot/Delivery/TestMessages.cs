using System.Net;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Connector;

namespace DutyBot.Delivery;

/// <summary>
/// Sends a message that says it is a test the way a card would go, and tells whoever asked what became of it. It is sent once: what it is
/// for is the answer, also where that is a refusal.
/// </summary>
internal sealed class TestMessages(Postman postman, DeliveryLedger ledger, Office office)
{
    public async ValueTask<Settlement> CarryOut(Effect.SendTest test, CancellationToken cancel)
    {
        var (recipient, names) = await Prepare(test.To, cancel);
        var outcome = recipient is null ? null : await postman.Post(recipient, Test(test.AskedBy, names), names, cancel);
        if (
            recipient is Recipient.Individual { Person: var person }
            && outcome is { Failure: ConnectorFailure.Refused refused }
            && DeliveryErrors.WhyOf(DeliveryErrors.Of(refused)) is { } why
        )
        {
            await ledger.Failed(person, why, cancel);
        }

        var asker = new Recipient.Individual(test.AskedBy);
        var said = await postman.NamesFor(asker, cancel);
        var told = await postman.Post(asker, Card(Answer(test.To, recipient, outcome, said), said), said, cancel);
        return told is { Succeeded: true } ? new Settlement.Done() : new Settlement.Dead("the answer did not arrive");
    }

    // Whether this very person is reached is what the test is about, also while they are away.
    private async ValueTask<(Recipient?, Names)> Prepare(Audience to, CancellationToken cancel)
    {
        if (to is not Audience.Individual { Person: var person })
        {
            return await postman.Prepare(to, cancel);
        }

        var recipient = new Recipient.Individual(person);
        return (recipient, await postman.NamesFor(recipient, cancel));
    }

    private RenderedCard Test(PersonId askedBy, Names names) =>
        Card(names.Texts.Format("n.testMessage", ("person", names.Of(askedBy)), ("at", office.Now)), names);

    private static RenderedCard Card(string sentence, Names names) => new(NoticeCard.Of(sentence, null, names.Texts), sentence);

    private static string Answer(Audience to, Recipient? recipient, ConnectorOutcome<Sent>? outcome, Names names)
    {
        var place = recipient is null ? PlaceWords.Of(to, names) : PlaceWords.Of(recipient, names);
        return outcome switch
        {
            _ when recipient is null => names.Texts.Format("n.testNobody", ("to", place)),
            null => names.Texts.Format("n.testNoAddress", ("to", place)),
            { Succeeded: true } => names.Texts.Format("n.testArrived", ("to", place)),
            { Failure: ConnectorFailure.Refused refused } => names.Texts.Format("n.testRefused", ("to", place), ("why", Why(refused, names))),
            _ => names.Texts.Format("n.testNoAnswer", ("to", place)),
        };
    }

    private static string Why(ConnectorFailure.Refused refused, Names names) =>
        refused.Status switch
        {
            HttpStatusCode.Forbidden => names.Texts["lbl.refused.forbidden"],
            HttpStatusCode.NotFound => names.Texts["lbl.refused.notFound"],
            var status => names.Texts.Format("lbl.refused.other", ("code", refused.Code ?? $"{(int)status}")),
        };
}
