using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Telemetry;
using NodaTime;

namespace DutyBot.Workers;

/// <summary>
/// Carries out what duties owe the world. Effects were saved with their events; here they are leased, done and settled. A process that dies in
/// between leaves them to the next lease, so an effect may be tried twice and is never lost. Many at once leave in order of urgency.
/// </summary>
internal sealed partial class OutboxWorker(
    IDutyStore store,
    OutboxSignal signal,
    EffectRunner runner,
    PendingEffects pending,
    BackOff backOff,
    Office office,
    TimeProvider time,
    DutyTelemetry telemetry,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private const int Hands = 8;

    /// <summary>Beyond these the next sweep goes on; what is known already costs nothing.</summary>
    private const int SweptAtOnce = 20_000;
    private const int MostAttempts = 12;
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly JsonTypeInfo<Effect> EffectJson = (JsonTypeInfo<Effect>)DutyJson.Options.GetTypeInfo(typeof(Effect));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => FollowSignals(stoppingToken)).Append(SweepForever(stoppingToken)));

    /// <summary>Carries out every effect of the duty that may be carried out now.</summary>
    public Task Drain(DutyId duty, CancellationToken cancel) => Drain(duty, Haste.Ordinary, cancel);

    private async Task Drain(DutyId duty, Haste haste, CancellationToken cancel)
    {
        telemetry.DrainBegins();
        try
        {
            while (await store.LeaseEffects(duty, office.Now, Lease, cancel) is { Count: > 0 } leased)
            {
                foreach (var effect in leased)
                {
                    await CarryOut(effect, haste, cancel);
                }
            }
        }
        finally
        {
            telemetry.DrainEnds();
        }
    }

    private async Task FollowSignals(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var (duty, haste) = await signal.Next(cancel);
            await DrainSafely(duty, haste, cancel);
        }
    }

    private async Task SweepForever(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Beat, time);
        do
        {
            await SweepSafely(cancel);
        } while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task SweepSafely(CancellationToken cancel)
    {
        try
        {
            foreach (var duty in (await store.DutiesToDrain(office.Now, SweptAtOnce, cancel)).Where(duty => !signal.IsWaiting(duty)))
            {
                signal.Wake(duty, await HasteSafely(duty, cancel));
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogSweepFailed(fault);
        }
    }

    // One bad history must not keep the others waiting.
    private async ValueTask<Haste> HasteSafely(DutyId duty, CancellationToken cancel)
    {
        try
        {
            return await pending.HasteOf(duty, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogDrainFailed(fault, duty.Value);
            return Haste.Ordinary;
        }
    }

    private async Task DrainSafely(DutyId duty, Haste haste, CancellationToken cancel)
    {
        try
        {
            await Drain(duty, haste, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogDrainFailed(fault, duty.Value);
        }
    }

    private async Task CarryOut(LeasedEffect leased, Haste haste, CancellationToken cancel)
    {
        using var span = telemetry.Effect(leased);
        var (effect, tried) = await Try(leased, span, cancel);
        var settlement = await Judged(leased, effect, tried, cancel);
        span.Settled(settlement, isKept: await store.Settle(leased, settlement, cancel), office.Now);
        if (Again(settlement) is { } at)
        {
            signal.WakeIn(at - office.Now, leased.Duty, haste);
        }
    }

    // The effect is null when it cannot be read.
    private async ValueTask<(Effect?, Settlement)> Try(LeasedEffect leased, EffectSpan span, CancellationToken cancel)
    {
        Effect? effect = null;
        try
        {
            effect = span.Is(JsonSerializer.Deserialize(leased.Json, EffectJson)!);
            return (effect, await pending.IsSuperseded(leased, effect, cancel) ? new Settlement.Done() : await runner.Run(leased, effect, cancel));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogEffectFailed(fault, leased.Duty.Value, leased.Id);
            return (effect, new Settlement.RetryAt(office.Now, fault.GetType().Name));
        }
    }

    // Twelve attempts reach over some two hours of a service that is down; then somebody has to look at it.
    private async ValueTask<Settlement> Judged(LeasedEffect leased, Effect? effect, Settlement settlement, CancellationToken cancel)
    {
        if (settlement is Settlement.RetryAt retry)
        {
            settlement =
                leased.Attempts + 1 >= MostAttempts
                    ? new Settlement.Dead(retry.Error)
                    : retry with
                    {
                        At = Instant.Max(retry.At, office.Now + backOff.After(leased.Attempts)),
                    };
        }

        if (settlement is not Settlement.Dead dead)
        {
            return settlement;
        }

        LogEffectDead(leased.Duty.Value, leased.Id, dead.Error);
        return effect is null ? dead : await runner.GiveUp(leased, effect, dead, cancel);
    }

    private static Instant? Again(Settlement settlement) =>
        settlement switch
        {
            Settlement.RetryAt retry => retry.At,
            Settlement.PutOff putOff => putOff.At,
            _ => null,
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} of {Duty} failed and will be tried again.")]
    private partial void LogEffectFailed(Exception fault, string duty, string effect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Duty} was given up: {Error}.")]
    private partial void LogEffectDead(string duty, string effect, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The effects of {Duty} could not be read; trying again later.")]
    private partial void LogDrainFailed(Exception fault, string duty);

    [LoggerMessage(Level = LogLevel.Error, Message = "The duties with effects could not be read; trying again at the next beat.")]
    private partial void LogSweepFailed(Exception fault);
}
