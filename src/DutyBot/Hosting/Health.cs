using DutyBot.Domain;
using DutyBot.Storage;
using DutyBot.Workers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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

/// <summary>The clock goes: it has looked for due deadlines within the last minute.</summary>
internal sealed class ClockHealth(ClockWorker clock, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = time.GetUtcNow() - clock.LastSweep;
        return Task.FromResult(
            since <= Patience
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"No deadline was looked at for {since.TotalSeconds:0} seconds.")
        );
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
