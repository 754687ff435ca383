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
/// between leaves them to the next lease, so an effect may be tried twice and is never lost.
/// </summary>
internal sealed partial class OutboxWorker(
    IDutyStore store,
    OutboxSignal signal,
    EffectRunner runner,
    Office office,
    TimeProvider time,
    DutyTelemetry telemetry,
    ILogger<OutboxWorker> log
) : BackgroundService
{
    private const int Hands = 4;
    private const int MostAttempts = 12;
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly JsonTypeInfo<Effect> EffectJson = (JsonTypeInfo<Effect>)DutyJson.Options.GetTypeInfo(typeof(Effect));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => FollowSignals(stoppingToken)).Append(SweepForever(stoppingToken)));

    /// <summary>Carries out every effect of the duty that may be carried out now.</summary>
    public async Task Drain(DutyId duty, CancellationToken cancel)
    {
        telemetry.DrainBegins();
        try
        {
            while (await store.LeaseEffects(duty, office.Now, Lease, cancel) is { Count: > 0 } leased)
            {
                foreach (var effect in leased)
                {
                    await CarryOut(effect, cancel);
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
        await foreach (var duty in signal.Woken.ReadAllAsync(cancel))
        {
            await DrainSafely(duty, cancel);
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
            foreach (var duty in await store.DutiesToDrain(office.Now, 100, cancel))
            {
                await DrainSafely(duty, cancel);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogSweepFailed(fault);
        }
    }

    private async Task DrainSafely(DutyId duty, CancellationToken cancel)
    {
        try
        {
            await Drain(duty, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogDrainFailed(fault, duty.Value);
        }
    }

    private async Task CarryOut(LeasedEffect leased, CancellationToken cancel)
    {
        using var span = telemetry.Effect(leased);
        var (effect, settlement) = await Try(leased, span, cancel);
        if (settlement is Settlement.RetryAt retry && leased.Attempts + 1 >= MostAttempts)
        {
            settlement = new Settlement.Dead(retry.Error);
        }

        if (settlement is Settlement.Dead dead)
        {
            LogEffectDead(leased.Duty.Value, leased.Id, dead.Error);
            settlement = effect is null ? dead : await runner.GiveUp(leased, effect, dead, cancel);
        }

        span.Settled(settlement, isKept: await store.Settle(leased, settlement, cancel), office.Now);
    }

    // The effect is null when it cannot be read.
    private async Task<(Effect?, Settlement)> Try(LeasedEffect leased, EffectSpan span, CancellationToken cancel)
    {
        Effect? effect = null;
        try
        {
            effect = span.Is(JsonSerializer.Deserialize(leased.Json, EffectJson)!);
            return (effect, await runner.Run(leased, effect, cancel));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogEffectFailed(fault, leased.Duty.Value, leased.Id);
            return (effect, new Settlement.RetryAt(office.Now + BackOff(leased.Attempts), fault.GetType().Name));
        }
    }

    // 2 s, 4 s, … up to an hour: twelve attempts reach over some five hours of a service that is down.
    private static Duration BackOff(int attempts) => Duration.FromSeconds(Math.Min(2 << Math.Min(attempts, 11), 3600));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} of {Duty} failed and will be tried again.")]
    private partial void LogEffectFailed(Exception fault, string duty, string effect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Duty} was given up: {Error}.")]
    private partial void LogEffectDead(string duty, string effect, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The effects of {Duty} could not be read; trying again later.")]
    private partial void LogDrainFailed(Exception fault, string duty);

    [LoggerMessage(Level = LogLevel.Error, Message = "The duties with effects could not be read; trying again at the next beat.")]
    private partial void LogSweepFailed(Exception fault);
}
