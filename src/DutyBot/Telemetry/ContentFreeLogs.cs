using OpenTelemetry;
using OpenTelemetry.Logs;

namespace DutyBot.Telemetry;

/// <summary>The message of an exception may quote what it could not handle: its type and its stack leave the house, its message does not.</summary>
internal sealed class ContentFreeLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } fault)
        {
            return;
        }

        data.Attributes = [.. data.Attributes ?? [], new("exception.type", fault.GetType().FullName), new("exception.stacktrace", fault.StackTrace)];
        data.Exception = null;
    }
}
