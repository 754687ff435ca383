using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Inboxes;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Storage;
using DutyBot.Teams.Forms;

namespace DutyBot.Delivery;

/// <summary>
/// The weekly round of the backlog: word of it goes to the inbox of every head whose units have left something lying, which takes it once a
/// week, and from there to the head. A head without a backlog hears nothing.
/// </summary>
internal sealed class BacklogRound(BacklogBoard board, BacklogDesk cards, DutyDesk desk, Courier courier, Postman postman, Office office)
{
    public async ValueTask<Settlement> Tell(Effect.TellBacklog round, CancellationToken cancel)
    {
        var scene = new Scene(await postman.NamesFor(null, cancel), office.Now, FormPlace.Card);
        if (scene.Names.Organisation.BacklogToldOn > round.Day)
        {
            // A later round tells all that there is.
            return new Settlement.Done();
        }

        var heads = new HashSet<PersonId>();
        foreach (var unit in BacklogBoard.UnitsOf(scene.Names))
        {
            if (HeadOf(unit, scene.Names) is { } head && (await board.Of(unit, scene, cancel)).Items.Count > 0)
            {
                heads.Add(head);
            }
        }

        var isBusy = false;
        foreach (var head in heads)
        {
            var receive = new InboxCommand.ReceiveBacklog(Act.OfSystem(office.Now), head, round.Day);
            isBusy |= (await desk.Execute(DutyId.InboxOf(head), receive, cancel)).Busy;
        }

        return isBusy ? Settlements.Busy(office.Now) : new Settlement.Done();
    }

    /// <summary>As it is when it is sent: what was dealt with since is not told.</summary>
    public async ValueTask<Settlement> Show(HeldEffect held, Effect.ShowBacklog show, CancellationToken cancel)
    {
        var recipient = new Recipient.Individual(show.To);
        var names = await postman.NamesFor(recipient, cancel);
        return await cards.OfWeek(show.To, new Scene(names, office.Now, FormPlace.Card), cancel) is { } card
            ? await courier.Once(held, recipient, card, names, cancel)
            : new Settlement.Done();
    }

    // Who stands in for an absent head is told in that head's place.
    private static PersonId? HeadOf(UnitId unit, Names names) =>
        Recipients.Find(new Audience.Head(unit), names.Organisation, names.Today) is Recipient.Individual { Person: var head } ? head : null;
}
