using System.Diagnostics.Metrics;
using DutyBot.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace DutyBot.Tests.Telemetry;

/// <summary>Measurements that nobody listens to, for parts that are put together by hand.</summary>
internal static class Unheard
{
    public static DutyTelemetry Telemetry { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
