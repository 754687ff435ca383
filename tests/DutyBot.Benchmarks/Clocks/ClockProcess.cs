using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>A <see cref="ClockProbe"/> in a child process; it ends when its standard input does, so also when this process dies.</summary>
internal sealed class ClockProcess : IAsyncDisposable
{
    private readonly Process process;

    public ClockProcess(ClockPlace place)
    {
        process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["probe", place.Address, place.Prefix])
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
    }

    public async Task<ClockSample> Do(string act, int times = 1)
    {
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{act} {times}"));
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() is { } answer
            ? JsonSerializer.Deserialize<ClockSample>(answer)!
            : throw new InvalidOperationException($"The probe ended instead of doing '{act}'.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
