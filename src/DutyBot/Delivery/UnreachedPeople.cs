using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>
/// What follows when a message to a person has ended without arriving (features 54): it stands in the ledger and in the person's inbox, whose
/// history decides that they are sent for, and once a day only. Whoever is asked to send for them reads that something waits and never what.
/// </summary>
internal sealed class UnreachedPeople(DeliveryLedger ledger, DutyDesk desk, Courier courier, Postman postman, Office office)
{
    /// <summary>Writes down that a message did not arrive. Before it is settled: a process that dies in between says it again.</summary>
    /// <returns>False when others wrote first every time: to be tried again.</returns>
    public async ValueTask<bool> Note(LeasedEffect leased, Effect effect, Settlement.Dead dead, CancellationToken cancel)
    {
        if (DeliveryErrors.WhyOf(dead.Error) is not { } why || await PersonOf(effect, cancel) is not { } person)
        {
            return true;
        }

        if (DeliveryErrors.IsOfTheChat(dead.Error))
        {
            var miss = new InboxCommand.Miss(Act.OfSystem(office.Now), person, new MissedLetter(leased.Duty, leased.Id), ComesAgain(effect));
            if ((await desk.Execute(DutyId.InboxOf(person), miss, cancel)).Busy)
            {
                return false;
            }
        }

        await ledger.Failed(person, why, cancel);
        return true;
    }

    /// <summary>Whoever has been heard from meanwhile is not sent for any more.</summary>
    public async ValueTask<Settlement> SendFor(Effect.SendFor asked, CancellationToken cancel)
    {
        if (!await IsWaited(asked, cancel))
        {
            return new Settlement.Done();
        }

        if (Find(asked, (await office.Context(cancel)).Organisation, office.Today) is not { } recipient)
        {
            return await PassOn(asked, cancel);
        }

        var names = await postman.NamesFor(recipient, cancel);
        return await courier.Once(recipient, SummonsCards.Of(asked.Person, recipient, names), names, cancel);
    }

    /// <summary>It did not arrive there: the next way is taken. Where it may have, they are not sent for twice.</summary>
    public async ValueTask<Settlement> GiveUp(Effect.SendFor asked, Settlement.Dead dead, CancellationToken cancel)
    {
        var through = Find(asked, (await office.Context(cancel)).Organisation, office.Today);
        if (through is Recipient.Individual { Person: var person } && DeliveryErrors.WhyOf(dead.Error) is { } why)
        {
            await ledger.Failed(person, why, cancel);
        }

        return dead.Error == DeliveryErrors.OutcomeUnknown || !await IsWaited(asked, cancel) ? new Settlement.Done() : await PassOn(asked, cancel);
    }

    private async ValueTask<bool> IsWaited(Effect.SendFor asked, CancellationToken cancel) =>
        (await desk.Inbox(asked.Person, cancel)).Summons == new Summons(asked.Day, asked.Through, IsOver: false);

    private async ValueTask<Settlement> PassOn(Effect.SendFor asked, CancellationToken cancel)
    {
        var next = new InboxCommand.PassOn(Act.OfSystem(office.Now), asked.Person, asked.Day, asked.Through);
        return Settlements.Of(await desk.Execute(DutyId.InboxOf(asked.Person), next, cancel), office.Now);
    }

    // A formal reminder that could not be delivered has gone back to its issuer, and does not arrive behind their back.
    private static bool ComesAgain(Effect effect) => effect is not Effect.ShowCard { Card: CardName.FormalReminder };

    // Whose chat the message went to, or would have; a quiet correction is none.
    private async ValueTask<PersonId?> PersonOf(Effect effect, CancellationToken cancel)
    {
        var audience = effect switch
        {
            Effect.Tell tell => tell.To,
            Effect.ShowCard { Attention: true } show => show.To,
            Effect.Remind remind => new Audience.Alone(remind.To),
            Effect.ShowBacklog backlog => new Audience.Alone(backlog.To),
            _ => null,
        };
        if (audience is null)
        {
            return null;
        }

        var organisation = (await office.Context(cancel)).Organisation;
        var to = Recipients.Succeeding(audience, organisation, office.Today);
        return Recipients.Find(to, organisation, office.Today) is Recipient.Individual { Person: var person } ? person : null;
    }

    private static Recipient? Find(Effect.SendFor asked, Organisation organisation, LocalDate today)
    {
        var units = organisation.UnitsOf(asked.Person, today);
        return asked.Through switch
        {
            SentThrough.Channel => units.Select(unit => Channel(unit, asked.Person, organisation)).OfType<Recipient>().FirstOrDefault(),
            SentThrough.FocalPoint => Colleague(asked, units.SelectMany(unit => FocalPointsOf(unit, organisation, today))),
            SentThrough.Head => Colleague(asked, units.SelectMany(unit => HeadsOf(unit, organisation, today))),
            _ => null,
        };
    }

    private static Recipient.UnitChannel? Channel(UnitId unit, PersonId person, Organisation organisation) =>
        organisation.ChannelOf(unit) is { } channel ? new(unit, channel, person) : null;

    private static Recipient.Individual? Colleague(Effect.SendFor asked, IEnumerable<PersonId> people) =>
        people.Where(person => person != asked.Person).Select(person => new Recipient.Individual(person)).FirstOrDefault();

    private static IEnumerable<PersonId> FocalPointsOf(UnitId unit, Organisation organisation, LocalDate today) =>
        organisation.FocalPointsOf(unit, today).Where(person => organisation.AbsenceOf(person, today) is null);

    // Whoever stands in for an absent head; and the head all the same, where it is the very stand-in who cannot be reached.
    private static IEnumerable<PersonId> HeadsOf(UnitId unit, Organisation organisation, LocalDate today) =>
        new[] { organisation.StandInOfHead(unit, today)?.Person, organisation.HeadOf(unit, today) }.OfType<PersonId>();
}
