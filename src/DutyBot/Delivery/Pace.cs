using System.Collections.Immutable;

namespace DutyBot.Delivery;

/// <summary>When one conversation may next be written to, by what was sent there and by what Teams said.</summary>
internal sealed class Pace
{
    /// <summary>Per bot and conversation (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).</summary>
    public static readonly ImmutableArray<(int Sends, TimeSpan In)> Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>What the limits allow for long: those who wait for their turn are told to come one after another.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);

    private readonly List<DateTimeOffset> sends = [];
    private DateTimeOffset promised;
    private DateTimeOffset last;

    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>How often in a row Teams said that it was too much.</summary>
    public int Refusals { get; private set; }

    public bool IsIdleAt(DateTimeOffset now) => now - last > TimeSpan.FromHours(1) && HeldUntil <= now && promised <= now;

    /// <summary>The first instant at or after <paramref name="from"/> at which one more message breaks no limit.</summary>
    public DateTimeOffset EarliestAt(DateTimeOffset from)
    {
        var at = from > HeldUntil ? from : HeldUntil;
        foreach (var (most, window) in Limits)
        {
            if (sends.Count >= most && sends[^most] + window > at)
            {
                at = sends[^most] + window;
            }
        }

        return at;
    }

    /// <summary>When to come again for somebody who may not go now.</summary>
    public DateTimeOffset Promise(DateTimeOffset earliest)
    {
        promised = promised + Spacing > earliest ? promised + Spacing : earliest;
        return promised;
    }

    public void Sent(DateTimeOffset at)
    {
        var most = Limits[^1].Sends;
        if (sends.Count >= 2 * most)
        {
            sends.RemoveRange(0, sends.Count - most);
        }

        sends.Add(at);
        last = at;
    }

    public void Refused(DateTimeOffset until)
    {
        HeldUntil = until > HeldUntil ? until : HeldUntil;
        Refusals++;
    }

    public void Accepted() => Refusals = 0;
}
