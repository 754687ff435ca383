using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Delivery;

/// <summary>
/// Has the review campaigns of a unit look at its tasks again, after one of them has ended or moved. A campaign that this misses looks by
/// itself before each notice and at its end.
/// </summary>
internal sealed class CampaignRound(IDutyStore store, DutyDesk desk, Office office)
{
    public async ValueTask<Settlement> Note(Effect.NoteInCampaigns note, CancellationToken cancel)
    {
        var isBusy = false;
        var held = await store.OwedBy(Owner.Of(note.Unit), cancel);
        foreach (var id in held.Where(row => row.Duty.Kind == DutyKind.Campaign).Select(row => row.Duty).Distinct())
        {
            var tasks = (await desk.Campaign(id, cancel)).Of(note.Unit).Select(task => task.Task);
            var standings = await desk.Standings(tasks, cancel);
            isBusy |= (await desk.Execute(id, new CampaignCommand.NoteTasks(Act.OfSystem(office.Now), standings), cancel)).Busy;
        }

        return isBusy ? Settlements.Busy(office.Now) : new Settlement.Done();
    }
}
