using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DutyBot.Benchmarks.Stores;

/// <summary>Runs <see cref="StoreBenchmarks"/> in this process: they compare operations with each other, not builds.</summary>
internal static class StoreRun
{
    public static int Start(bool quick)
    {
        var job = (quick ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default);
        return BenchmarkRunner.Run<StoreBenchmarks>(config).HasCriticalValidationErrors ? 1 : 0;
    }
}
