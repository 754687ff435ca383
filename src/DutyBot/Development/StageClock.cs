namespace DutyBot.Development;

/// <summary>
/// The clock of the stage: as the machine's, until somebody says that a later day has come (<c>đến ngày …</c>). It goes on from there, never back,
/// and only until the program ends. Timers keep the pace of the machine.
/// </summary>
internal sealed class StageClock(TimeProvider machine) : TimeProvider
{
    private long ahead;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref ahead));

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <returns>False for a moment that has passed.</returns>
    public bool MoveTo(DateTimeOffset moment)
    {
        var now = GetUtcNow();
        if (moment <= now)
        {
            return false;
        }

        Interlocked.Add(ref ahead, (moment - now).Ticks);
        return true;
    }
}
