using System.Diagnostics;
using DutyBot.Domain.Effects;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Telemetry;

/// <summary>One attempt to carry out an effect; left without a settlement, it failed and stays under lease.</summary>
internal sealed class EffectSpan : IDisposable
{
    public const string Dead = "dead";

    private readonly DutyTelemetry telemetry;
    private readonly LeasedEffect leased;
    private readonly Activity? span;
    private string effect = "unreadable";
    private string outcome = "failed";

    public EffectSpan(DutyTelemetry telemetry, LeasedEffect leased)
    {
        this.telemetry = telemetry;
        this.leased = leased;
        // An effect belongs to the event that was recorded, not to whoever happens to be served now.
        span = telemetry.Source.StartActivity("dutybot.effect", ActivityKind.Internal, parentContext: default);
        span?.SetTag("dutybot.duty", DutyTelemetry.CodeOf(leased.Duty));
        span?.SetTag("dutybot.effect.id", leased.Id);
        span?.SetTag("dutybot.effect.attempt", leased.Attempts + 1);
    }

    public Effect Is(Effect kind)
    {
        effect = kind.GetType().Name;
        return kind;
    }

    /// <param name="isKept">False when another worker had taken the lease over.</param>
    public void Settled(Settlement settlement, bool isKept, Instant now)
    {
        outcome = isKept ? OutcomeOf(settlement) : "lost";
        if (isKept && settlement is Settlement.Done)
        {
            telemetry.EffectTook(effect, (now - leased.RecordedAt).ToTimeSpan());
        }
    }

    public void Dispose()
    {
        telemetry.CountEffect(effect, outcome);
        span?.SetTag("dutybot.effect", effect);
        span?.SetTag("dutybot.outcome", outcome);
        span?.SetStatus(outcome is "failed" or Dead ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        span?.Dispose();
    }

    private static string OutcomeOf(Settlement settlement) =>
        settlement switch
        {
            Settlement.Done => "done",
            Settlement.RetryAt => "retry",
            Settlement.PutOff => "put off",
            _ => Dead,
        };
}
