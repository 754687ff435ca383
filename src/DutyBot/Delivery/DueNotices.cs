using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;

namespace DutyBot.Delivery;

/// <summary>Due notices on their way: into the inbox of whoever they are for today, and from there, at its hour, to that person.</summary>
internal sealed class DueNotices(DutyDesk desk, CardDesk cards, Suggestions suggestions, Courier courier, Postman postman, Office office)
{
    /// <summary>Somebody who is told in two capacities has it once: an inbox takes a notice once.</summary>
    public async ValueTask<Settlement> Notify(Effect.Notify notify, CancellationToken cancel)
    {
        var organisation = (await office.Context(cancel)).Organisation;
        var to = Recipients.Succeeding(notify.To, organisation, office.Today);
        if (Recipients.Find(to, organisation, office.Today) is not Recipient.Individual { Person: var person })
        {
            return new Settlement.Dead(DeliveryErrors.Nobody);
        }

        var receive = new InboxCommand.Receive(Act.OfSystem(office.Now), person, notify.Notice);
        return Settlements.Of(await desk.Execute(DutyId.InboxOf(person), receive, cancel), office.Now);
    }

    /// <summary>What was met, cancelled or handed over since it was planned is not told any more.</summary>
    public async ValueTask<Settlement> Remind(HeldEffect held, Effect.Remind remind, CancellationToken cancel)
    {
        var open = new List<DueNotice>();
        foreach (var notice in remind.Notices)
        {
            if (await HasMeaning(notice, cancel))
            {
                open.Add(notice);
            }
        }

        if (open.Count == 0)
        {
            return new Settlement.Done();
        }

        var recipient = new Recipient.Individual(remind.To);
        var names = await postman.NamesFor(recipient, cancel);
        return await courier.Once(held, recipient, cards.Due(open, names), names, cancel);
    }

    private async ValueTask<bool> HasMeaning(DueNotice notice, CancellationToken cancel) =>
        !(notice is { IsAhead: true, Due: { } due } && due <= office.Now)
        && (await desk.Obligations(notice.Duty, cancel)).Any(obligation => obligation.Name == notice.Target)
        && (notice.Key != DueLines.Suggestion || await suggestions.StandsFor(notice.Duty, cancel));
}
