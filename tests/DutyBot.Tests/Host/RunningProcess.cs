using System.Diagnostics;
using System.Globalization;
using DutyBot.Hosting;

namespace DutyBot.Tests.Host;

/// <summary>The built program in a process of its own, over the file in a folder, without an app id and without a pace.</summary>
internal sealed class RunningProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private RunningProcess(Process process)
    {
        this.process = process;
        // Read all the time: a full pipe would hold the program up.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        errors = process.StandardError.ReadToEndAsync();
    }

    public static RunningProcess Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DutyBotApplication).Assembly.Location, "--no-playground", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new RunningProcess(Process.Start(start)!);
    }

    /// <summary>Waits for something; a program that ends by itself meanwhile fails the test.</summary>
    public async Task While(Func<Task> isAwaited)
    {
        var (awaited, exit) = (isAwaited(), process.WaitForExitAsync());
        if (await Task.WhenAny(awaited, exit) == exit)
        {
            throw new ShouldAssertException($"The program ended by itself ({process.ExitCode}): {await errors}");
        }

        await awaited;
    }

    /// <summary>As kill -9 does: no line of the program runs any more.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As every deployment does: the program may finish what it is at.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
