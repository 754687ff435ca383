using DutyBot.Domain;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>An effect in the hand of the worker that has leased it.</summary>
internal sealed class HeldEffect(LeasedEffect leased, IDutyStore store, Office office)
{
    /// <summary>Longer than any request to Teams goes on, with all that is tried again at once.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>Under the lease as it is now: the one to settle.</summary>
    public LeasedEffect Leased { get; private set; } = leased;

    public DutyId Duty => Leased.Duty;

    /// <summary>Whether a message that must not come twice may have been handed over, under this lease or an earlier one.</summary>
    public bool IsInDoubt { get; private set; } = leased.IsInDoubt;

    /// <summary>
    /// Notes, immediately before the request, that a message that must not come twice is being handed over. Whatever happens from here until the
    /// settlement, nobody sends it a second time.
    /// </summary>
    /// <returns>False when another worker has taken the lease over: it must not be sent.</returns>
    public async ValueTask<bool> BeginsSending(CancellationToken cancel)
    {
        if (await store.MarkSending(Leased, office.Now + Lease, cancel) is not { } marked)
        {
            return false;
        }

        (Leased, IsInDoubt) = (marked, true);
        return true;
    }
}
