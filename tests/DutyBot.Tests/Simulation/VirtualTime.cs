namespace DutyBot.Tests.Simulation;

/// <summary>
/// A clock that goes when it is told to. Of timers that fall due together the older goes first; the library's fake leaves that open, and a life
/// would not replay.
/// </summary>
internal sealed class VirtualTime(DateTimeOffset begin) : TimeProvider
{
    private readonly SortedSet<VirtualTimer> timers = new(Comparer<VirtualTimer>.Create(static (a, b) => a.Place.CompareTo(b.Place)));

    // What is cleared away by the garbage collector ends its timers on a thread of its own.
    private readonly Lock turn = new();
    private DateTimeOffset now = begin;
    private long made;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state, ++made);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Time passes, and what falls due in it goes off at its instant.</summary>
    public void Advance(TimeSpan by)
    {
        var end = now + by;
        while (Next(end) is { } next)
        {
            now = next.Place.Due;
            next.GoOff();
        }

        now = end;
    }

    private VirtualTimer? Next(DateTimeOffset end)
    {
        lock (turn)
        {
            return timers.Min is { } next && next.Place.Due <= end ? next : null;
        }
    }

    private void Place(VirtualTimer timer, DateTimeOffset? due)
    {
        lock (turn)
        {
            timers.Remove(timer);
            if (due is { } at)
            {
                timer.Place = timer.Place with { Due = at };
                timers.Add(timer);
            }
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state, long number) : ITimer
    {
        private TimeSpan period;

        public (DateTimeOffset Due, long Number) Place { get; set; } = (default, number);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            time.Place(this, dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime);
            return true;
        }

        public void GoOff()
        {
            time.Place(this, period > TimeSpan.Zero ? Place.Due + period : null);
            callback(state);
        }

        public void Dispose() => time.Place(this, null);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
