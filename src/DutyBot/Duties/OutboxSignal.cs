using System.Threading.Channels;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Duties;

/// <summary>
/// Tells the outbox worker of this process which duty has effects to be carried out, the most urgent first. Only a shortcut: what it loses, the
/// store remembers.
/// </summary>
internal sealed class OutboxSignal(TimeProvider? time = null)
{
    /// <summary>What is further off than this is left to the sweep.</summary>
    private static readonly TimeSpan FarOff = TimeSpan.FromHours(1);

    private readonly TimeProvider clock = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly PriorityQueue<DutyId, (Haste Haste, long Number)> ready = new();
    private readonly Dictionary<DutyId, Haste> waiting = [];
    private readonly Channel<bool> arrivals = Channel.CreateUnbounded<bool>();
    private long number;

    public void Wake(DutyId duty, Haste haste = Haste.Ordinary)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(duty, out var known) && known <= haste)
            {
                return;
            }

            waiting[duty] = haste;
            ready.Enqueue(duty, (haste, number++));
        }

        arrivals.Writer.TryWrite(true);
    }

    /// <summary>As <see cref="Wake"/>, in a while.</summary>
    public void WakeIn(Duration wait, DutyId duty, Haste haste)
    {
        if (wait.ToTimeSpan() <= FarOff)
        {
            _ = WakeLater(wait.ToTimeSpan(), duty, haste);
        }
    }

    public bool IsWaiting(DutyId duty)
    {
        lock (gate)
        {
            return waiting.ContainsKey(duty);
        }
    }

    /// <summary>The most urgent of those that wait; of equals whoever came first.</summary>
    public async ValueTask<(DutyId Duty, Haste Haste)> Next(CancellationToken cancel)
    {
        while (true)
        {
            await arrivals.Reader.ReadAsync(cancel);
            lock (gate)
            {
                // Whoever became more urgent while waiting stands in the queue twice.
                if (ready.TryDequeue(out var duty, out var place) && waiting.TryGetValue(duty, out var haste) && haste == place.Haste)
                {
                    waiting.Remove(duty);
                    return (duty, haste);
                }
            }
        }
    }

    private async Task WakeLater(TimeSpan wait, DutyId duty, Haste haste)
    {
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock);
        Wake(duty, haste);
    }
}
