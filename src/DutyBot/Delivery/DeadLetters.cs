using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>What was given up sending, of all duties: seen by the admins, who have it sent again or forgotten.</summary>
internal sealed class DeadLetters(IDutyStore store, OutboxSignal outbox, Office office)
{
    /// <summary>Beyond this many they are not counted one by one.</summary>
    public const int Most = 1_000;

    public ValueTask<IReadOnlyList<DeadEffect>> All(CancellationToken cancel) => store.DeadEffects(Most, cancel);

    /// <summary>Carried out twice it does nothing: the letter is no longer dead, or has died once more, which nobody has asked about.</summary>
    /// <param name="asked">When it was asked for.</param>
    public async ValueTask<Settlement> Revive(Effect.Revive revive, Instant asked, CancellationToken cancel)
    {
        if (await store.Revive(revive.Of, revive.Letter, asked, office.Now, cancel))
        {
            outbox.Wake(revive.Of);
        }

        return new Settlement.Done();
    }

    public async ValueTask<Settlement> Forget(Effect.Forget forget, CancellationToken cancel)
    {
        await store.Forget(forget.Of, forget.Letter, cancel);
        return new Settlement.Done();
    }
}
