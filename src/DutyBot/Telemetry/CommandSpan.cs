using System.Diagnostics;
using DutyBot.Domain;
using DutyBot.Duties;

namespace DutyBot.Telemetry;

/// <summary>One command on its way; left without an answer, it failed.</summary>
internal sealed class CommandSpan : IDisposable
{
    private readonly DutyTelemetry telemetry;
    private readonly string kind;
    private readonly string command;
    private readonly Activity? span;
    private string outcome = "failed";

    public CommandSpan(DutyTelemetry telemetry, DutyId duty, DutyCommand command)
    {
        this.telemetry = telemetry;
        kind = duty.Kind.ToString();
        this.command = command.GetType().Name;
        span = telemetry.Source.StartActivity("dutybot.command");
        span?.SetTag("dutybot.duty", DutyTelemetry.CodeOf(duty));
        span?.SetTag("dutybot.duty.kind", kind);
        span?.SetTag("dutybot.command", this.command);
    }

    public Answer Ended(Answer answer)
    {
        outcome = OutcomeOf(answer);
        // The key of the rule (E-…), not the values it was broken with.
        span?.SetTag("dutybot.problem", answer.Problems.IsEmpty ? null : answer.Problems[0].Key);
        return answer;
    }

    public void Dispose()
    {
        telemetry.Count(kind, command, outcome);
        span?.SetTag("dutybot.outcome", outcome);
        span?.SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        span?.Dispose();
    }

    private static string OutcomeOf(Answer answer) =>
        answer switch
        {
            { Busy: true } => "busy",
            { IsAccepted: false } => "refused",
            { Changed: true } => "accepted",
            _ => "repeated",
        };
}
