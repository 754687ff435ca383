using System.Diagnostics;

namespace DutyBot.Telemetry;

/// <summary>One look of the clock at what is due; left before its end, it failed.</summary>
internal sealed class SweepSpan(DutyTelemetry telemetry) : IDisposable
{
    private readonly Activity? span = telemetry.Source.StartActivity("dutybot.clock.sweep", ActivityKind.Internal, parentContext: default);
    private bool hasEnded;

    /// <param name="due">How many deadlines were handled.</param>
    public void Ended(int due)
    {
        span?.SetTag("dutybot.due", due);
        hasEnded = true;
    }

    public void Dispose()
    {
        span?.SetStatus(hasEnded ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        span?.Dispose();
    }
}
