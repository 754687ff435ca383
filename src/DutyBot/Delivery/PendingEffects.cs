using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;

namespace DutyBot.Delivery;

/// <summary>What stands in a duty's outbox: how urgent it is, and what of it is no longer worth sending.</summary>
internal sealed class PendingEffects(IDutyStore store, DutyDesk desk)
{
    public async ValueTask<Haste> HasteOf(DutyId duty, CancellationToken cancel)
    {
        var effects = (await store.Pending(duty, cancel)).Select(pending => StoredEffects.Read(pending.Json)).OfType<Effect>().ToList();
        return Hastes.Of(effects, await desk.UrgencyOf(duty, cancel));
    }

    /// <summary>A card must not be older than the event that has it shown, which another replica may have written.</summary>
    public ValueTask CatchUp(DutyId duty, CancellationToken cancel) => desk.CatchUp(duty, cancel);

    /// <summary>
    /// Whether the next in the same lane edits the same card quietly too. A card is rendered when it is sent, so the last edit says all that the
    /// ones before it would have said.
    /// </summary>
    public async ValueTask<bool> IsSuperseded(LeasedEffect leased, Effect effect, CancellationToken cancel)
    {
        if (effect is not Effect.ShowCard { Attention: false } edit)
        {
            return false;
        }

        var pending = await store.Pending(leased.Duty, cancel);
        var next = pending.Where(other => other.Lane == leased.Lane).SkipWhile(other => other.Id != leased.Id).Skip(1).FirstOrDefault();
        return next is not null && StoredEffects.Read(next.Json) == edit;
    }
}
