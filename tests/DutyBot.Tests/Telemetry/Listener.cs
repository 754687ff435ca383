using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DutyBot.Telemetry;
using DutyBot.Tests.Host;

namespace DutyBot.Tests.Telemetry;

/// <summary>One measurement, its tags in words: <c>outcome=done</c> without the prefix they all have.</summary>
internal sealed record Measured(string Name, double Value, IReadOnlyList<string> Tags);

/// <summary>Hears what one running program says of itself, and not what its neighbours in the same test run say.</summary>
internal sealed class Listener : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<Measured> measurements = new();
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();

    public Listener(RunningApp app)
    {
        var telemetry = app.Get<DutyTelemetry>();
        activities = new ActivityListener
        {
            ShouldListenTo = source => source == telemetry.Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
        var factory = app.Get<IMeterFactory>();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Meter.Name == DutyTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.Start();
    }

    public IReadOnlyList<Activity> Spans(string name) => [.. spans.Where(span => span.OperationName == name)];

    public IReadOnlyList<Measured> All(string name) => [.. measurements.Where(measured => measured.Name == name)];

    /// <summary>Asks the instruments that speak only when asked.</summary>
    public void Observe() => meters.RecordObservableInstruments();

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measurements.Enqueue(new Measured(instrument.Name, value, [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));
}
