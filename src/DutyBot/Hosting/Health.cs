using DutyBot.Domain;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Workers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DutyBot.Hosting;

/// <summary>The store answers.</summary>
internal sealed class StoreHealth(IDutyStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.FindCard(DutyId.Organisation, "health", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>The clock of one replica at least goes, and nothing that is due has been left lying for long.</summary>
internal sealed class ClockHealth(ClockWorker clock, Heartbeat heartbeat, IOptions<ClockOptions> options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var beat = await heartbeat.Latest(cancellationToken);
        var silence = now - (beat?.SweptAt > clock.LastSweep ? beat.SweptAt : clock.LastSweep);
        var lag = now - (beat?.OldestDue ?? now);
        return silence > options.Value.MostSilence ? HealthCheckResult.Unhealthy($"No deadline was looked at for {silence.TotalSeconds:0} seconds.")
            : lag > options.Value.MostLag
                ? HealthCheckResult.Unhealthy($"A deadline has been due for {lag.TotalSeconds:0} seconds and could not be handled.")
            : HealthCheckResult.Healthy();
    }
}

/// <summary>Creates the tables or files of the store before anything uses them.</summary>
internal sealed class StoreStart(IDutyStore store) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken) => await store.Prepare(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
