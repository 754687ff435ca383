using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Azure.Data.Tables;

namespace DutyBot.Tests.Fixtures;

/// <summary>
/// The table service of Azurite, in memory: started by the first test that asks for it, once per run, and ended with the run. A service that
/// does not start fails the tests that need it, with its own words.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    /// <summary>Ends the service when the pipe to this process closes, however this process ended.</summary>
    private const string EndWithParent = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";

    private readonly Lazy<Task<Process>> running;
    private readonly StringBuilder output = new();
    private readonly int port = FreePort();

    public Azurite() => running = new(Start);

    /// <summary>The publicly known account of every emulator.</summary>
    private string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + string.Create(CultureInfo.InvariantCulture, $"TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    public async Task<TableServiceClient> Client(TableClientOptions? options = null) => new(await Address(), options ?? new TableClientOptions());

    /// <summary>The connection string, for another process.</summary>
    public async Task<string> Address()
    {
        await running.Value;
        return ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated || !running.Value.IsCompletedSuccessfully)
        {
            return;
        }

        using var process = await running.Value;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private async Task<Process> Start()
    {
        var main = await NodePeers.File("azurite/dist/src/table/main.js");
        string[] arguments = ["--import", EndWithParent, main, "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry"];
        string[] place = ["--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("node", [.. arguments, .. place])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var started = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) => Heard(line.Data, started);
        process.ErrorDataReceived += (_, line) => Heard(line.Data, started);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"Azurite ended instead of starting:\n{Said()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Within(started.Task);
        return process;
    }

    private async Task Within(Task started)
    {
        try
        {
            await started.WaitAsync(StartsWithin);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Azurite did not start within {StartsWithin}:\n{Said()}");
        }
    }

    private void Heard(string? line, TaskCompletionSource started)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line?.Contains("successfully started", StringComparison.Ordinal) == true)
        {
            started.TrySetResult();
        }
    }

    private string Said()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
