using System.Diagnostics;
using System.Diagnostics.Metrics;
using DutyBot.Domain;
using DutyBot.Storage;

namespace DutyBot.Telemetry;

/// <summary>
/// What the program measures of itself: kinds, outcomes, durations and the codes of duties. Never a person, a text, an address or a token.
/// Listened to only when telemetry is exported.
/// </summary>
internal sealed class DutyTelemetry : IDisposable
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "DutyBot";

    private readonly Counter<long> commands;
    private readonly Counter<long> settled;
    private readonly Counter<long> dead;
    private readonly Histogram<double> outboxLag;
    private Func<double>? clockLag;
    private int draining;

    public DutyTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        commands = meter.CreateCounter<long>("dutybot.commands", "{command}", "Commands given to duties, by kind and outcome.");
        settled = meter.CreateCounter<long>("dutybot.effects.settled", "{effect}", "Attempts to carry out an effect, by outcome.");
        dead = meter.CreateCounter<long>("dutybot.effects.dead", "{effect}", "Effects given up: somebody was not told something.");
        outboxLag = meter.CreateHistogram<double>("dutybot.outbox.lag", "s", "From the recording of an effect until it was carried out.");
        meter.CreateObservableGauge("dutybot.outbox.active", () => Draining, "{duty}", "Duties whose effects are being carried out right now.");
        meter.CreateObservableGauge(
            "dutybot.clock.lag",
            ClockLag,
            "s",
            "Since the clock last looked, or since the oldest deadline fell due that it could not handle."
        );
    }

    public ActivitySource Source { get; } = new(Name);

    /// <summary>How many duties' effects are being carried out right now.</summary>
    public int Draining => Volatile.Read(ref draining);

    public void DrainBegins() => Interlocked.Increment(ref draining);

    public void DrainEnds() => Interlocked.Decrement(ref draining);

    /// <summary>Null for what would tell who: the code of a record of reminders is made of a person.</summary>
    public static string? CodeOf(DutyId duty) => duty.Kind is DutyKind.Reminders or DutyKind.Inbox ? null : duty.Value;

    public CommandSpan Command(DutyId duty, DutyCommand command) => new(this, duty, command);

    public EffectSpan Effect(LeasedEffect effect) => new(this, effect);

    public SweepSpan Sweep() => new(this);

    /// <param name="seconds">Since the clock last looked, or since the oldest deadline fell due that it could not handle.</param>
    public void WatchClock(Func<double> seconds) => clockLag = seconds;

    public void Count(string kind, string command, string outcome) =>
        commands.Add(1, new("dutybot.duty.kind", kind), new("dutybot.command", command), new("dutybot.outcome", outcome));

    public void CountEffect(string effect, string outcome)
    {
        settled.Add(1, new("dutybot.effect", effect), new("dutybot.outcome", outcome));
        if (outcome == EffectSpan.Dead)
        {
            dead.Add(1, new KeyValuePair<string, object?>("dutybot.effect", effect));
        }
    }

    public void EffectTook(string effect, TimeSpan time) =>
        outboxLag.Record(time.TotalSeconds, new KeyValuePair<string, object?>("dutybot.effect", effect));

    /// <summary>The meter belongs to the factory, which ends with the program.</summary>
    public void Dispose() => Source.Dispose();

    private IEnumerable<Measurement<double>> ClockLag() => clockLag is { } seconds ? [new(seconds())] : [];
}
