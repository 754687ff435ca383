using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.EndToEnd;

/// <summary>The program, started as the README says, on ports of its own and a store of its own.</summary>
internal sealed class StartedProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedProgram(Process process, int port, int playgroundPort)
    {
        this.process = process;
        Address = $"http://localhost:{port}";
        PlaygroundAddress = $"http://localhost:{playgroundPort}";
    }

    public string Address { get; }

    public string PlaygroundAddress { get; }

    public string Output => string.Join('\n', said);

    public static async Task<StartedProgram> Start(string dataFolder, string language = "vi", params string[] options)
    {
        var (port, playgroundPort) = (FreePort(), FreePort());
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "run",
                "--project",
                "src/DutyBot",
                "--",
                .. new[] { "--port", $"{port}", "--playground-port", $"{playgroundPort}", "--data", dataFolder, "--language", language },
                .. options,
            ]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = new StartedProgram(Process.Start(start)!, port, playgroundPort);
        program.Listen();
        await program.ready.Task;
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The program ended:\n{Output}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Heard(string? line)
    {
        said.Enqueue(line ?? "");
        if (line?.Contains("Open the Playground", StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
        else if (line?.Contains("Playground was not started", StringComparison.Ordinal) == true)
        {
            ready.TrySetException(new InvalidOperationException(line));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
