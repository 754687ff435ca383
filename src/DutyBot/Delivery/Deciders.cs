using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Delivery;

/// <summary>
/// What waits for one person of the leadership by name, because the leader was concerned (1.6), is asked anew every working morning: that person may
/// have left, or the leader may be another one or concerned no longer. What waits for the leader needs none of it, since the unit owes that.
/// </summary>
internal sealed class Deciders(IDutyStore store, DutyDesk desk, Office office)
{
    /// <returns>False when others wrote first to one of them: it has to be asked again.</returns>
    public async ValueTask<bool> AskAnew(CancellationToken cancel)
    {
        var isDone = true;
        foreach (var person in (await office.Context(cancel)).Organisation.EverLeading)
        {
            foreach (var row in (await store.OwedBy(Owner.Of(person), cancel)).Where(row => Ask(row) is not null))
            {
                isDone &= !(await desk.Execute(row.Duty, Ask(row)!, cancel)).Busy;
            }
        }

        return isDone;
    }

    private DutyCommand? Ask(OwedRow row) =>
        row.Kind switch
        {
            ObligationKind.DecideEscalation => new EscalationCommand.AskAnew(Act.OfSystem(office.Now)),
            ObligationKind.ConcludeReview => new ReminderCommand.AskAnew(Act.OfSystem(office.Now)),
            _ => null,
        };
}
