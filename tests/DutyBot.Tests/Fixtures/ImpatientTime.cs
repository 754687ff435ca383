using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace DutyBot.Tests.Fixtures;

/// <summary>
/// A clock that jumps over every wait as soon as somebody begins it, and remembers how long it would have been. Waits that are limits,
/// not pauses, stay still until <see cref="RunOut"/>.
/// </summary>
public sealed class ImpatientTime(TimeSpan limit) : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero))
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public IReadOnlyList<TimeSpan> Waits => [.. waits];

    /// <summary>Lets the limit pass.</summary>
    public void RunOut() => Advance(limit);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != limit)
        {
            waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
