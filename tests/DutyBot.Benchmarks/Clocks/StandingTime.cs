using NodaTime;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>A clock that stands still until it is put forward.</summary>
internal sealed class StandingTime : TimeProvider
{
    public Instant Now { get; set; } = OpenDeadlines.Start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
