using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace DutyBot.Benchmarks;

/// <summary>Runs the benchmarks of a class in this process: they compare operations with each other, not builds.</summary>
internal static class BenchmarkRun
{
    public static int Of<T>(bool quick)
    {
        var job = (quick ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default);
        return BenchmarkRunner.Run<T>(config).HasCriticalValidationErrors ? 1 : 0;
    }
}
