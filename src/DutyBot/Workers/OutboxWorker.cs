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
/// between leaves them to the next lease, so an effect may be tried twice and is never lost; what must not be tried twice is given up visibly when
/// nobody knows whether it was done (D33). Many at once leave in order of urgency. When the program is stopped, each hand finishes what it is at.
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
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly Settlement Unknown = new Settlement.Dead(DeliveryErrors.OutcomeUnknown);
    private static readonly JsonTypeInfo<Effect> EffectJson = (JsonTypeInfo<Effect>)DutyJson.Options.GetTypeInfo(typeof(Effect));

    /// <summary>Ends what is still under way when the host waits no longer.</summary>
    private readonly CancellationTokenSource end = new();

    /// <param name="cancellationToken">How long what is under way may take.</param>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var patience = cancellationToken.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), end);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        end.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Run(stoppingToken);

    /// <summary>Carries out effects with all hands until it is told to stop.</summary>
    internal Task Run(CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => FollowSignals(cancel)).Append(SweepForever(cancel)));

    /// <summary>Carries out every effect of the duty that may be carried out now.</summary>
    public Task Drain(DutyId duty, CancellationToken cancel) => Drain(duty, Haste.Ordinary, cancel, cancel);

    /// <param name="stop">Nothing is begun any more, and what is under way is finished.</param>
    private async Task Drain(DutyId duty, Haste haste, CancellationToken stop, CancellationToken cancel)
    {
        telemetry.DrainBegins();
        try
        {
            while (await store.LeaseEffects(duty, office.Now, HeldEffect.Lease, stop) is { Count: > 0 } leased)
            {
                foreach (var effect in leased)
                {
                    await (stop.IsCancellationRequested ? PutBack(effect, cancel) : CarryOut(effect, haste, cancel));
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
            foreach (var (haste, duty) in await Ranked(await store.DutiesToDrain(office.Now, SweptAtOnce, cancel), cancel))
            {
                signal.Wake(duty, haste);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogSweepFailed(fault);
        }
    }

    // All of them before the first is named: a hand that is free takes whatever is there.
    private async Task<IEnumerable<(Haste Haste, DutyId Duty)>> Ranked(IReadOnlyList<DutyId> found, CancellationToken cancel)
    {
        var ranked = new List<(Haste Haste, DutyId Duty)>();
        foreach (var some in found.Where(duty => !signal.IsWaiting(duty)).Chunk(Hands))
        {
            ranked.AddRange(await Task.WhenAll(some.Select(async duty => (await HasteSafely(duty, cancel), duty))));
        }

        return ranked.OrderBy(each => each.Haste);
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
            await Drain(duty, haste, cancel, end.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogDrainFailed(fault, duty.Value);
        }
    }

    // The next process need not wait for the end of the lease.
    private async Task PutBack(LeasedEffect leased, CancellationToken cancel)
    {
        if (!leased.IsInDoubt)
        {
            await store.Settle(leased, new Settlement.PutOff(office.Now), cancel);
        }
    }

    private async Task CarryOut(LeasedEffect leased, Haste haste, CancellationToken cancel)
    {
        using var span = telemetry.Effect(leased);
        var held = new HeldEffect(leased, store, office);
        var (effect, tried) = await Try(held, span, cancel);
        var settlement = await Judged(leased, effect, tried, cancel);
        span.Settled(settlement, isKept: await store.Settle(held.Leased, settlement, cancel), office.Now);
        if (Again(settlement) is { } at)
        {
            signal.WakeIn(at - office.Now, leased.Duty, haste);
        }
    }

    // The effect is null when it cannot be read.
    private async ValueTask<(Effect?, Settlement)> Try(HeldEffect held, EffectSpan span, CancellationToken cancel)
    {
        Effect? effect = null;
        try
        {
            effect = span.Is(JsonSerializer.Deserialize(held.Leased.Json, EffectJson)!);
            return (effect, held.IsInDoubt ? Unknown : await Run(held, effect, cancel));
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogEffectFailed(fault, held.Duty.Value, held.Leased.Id);
            return (effect, held.IsInDoubt ? Unknown : new Settlement.RetryAt(office.Now, fault.GetType().Name));
        }
    }

    private async ValueTask<Settlement> Run(HeldEffect held, Effect effect, CancellationToken cancel)
    {
        if (await pending.IsSuperseded(held.Leased, effect, cancel))
        {
            return new Settlement.Done();
        }

        if (effect is Effect.ShowCard)
        {
            await pending.CatchUp(held.Duty, cancel);
        }

        return await runner.Run(held, effect, cancel);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} of {Duty} failed.")]
    private partial void LogEffectFailed(Exception fault, string duty, string effect);

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} of {Duty} was given up: {Error}.")]
    private partial void LogEffectDead(string duty, string effect, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The effects of {Duty} could not be read; trying again later.")]
    private partial void LogDrainFailed(Exception fault, string duty);

    [LoggerMessage(Level = LogLevel.Error, Message = "The duties with effects could not be read; trying again at the next beat.")]
    private partial void LogSweepFailed(Exception fault);
}
