using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Duties;

namespace DutyBot.Delivery;

/// <summary>
/// Whether the ladder still has a formal reminder to suggest (<c>overdue.ladder</c>, R-54): of each fact somebody is reminded once, and nobody is
/// accused of what waits for its return or came when it was late already.
/// </summary>
internal sealed class Suggestions(DutyDesk desk, Office office)
{
    public async ValueTask<bool> StandsFor(DutyId task, CancellationToken cancel)
    {
        var answerables = ReminderFacts.Of(await desk.Task(task, cancel), await office.Context(cancel), office.Now);
        var late = answerables.Where(one => one.Fact.Due is not null).ToList();
        foreach (var one in late)
        {
            if ((await desk.Reminders(DutyId.OfReminders(one.Person), cancel)).About(one.Fact) is not null)
            {
                return false;
            }
        }

        return late.Count > 0;
    }
}
