using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DutyBot.Benchmarks.Servers;

namespace DutyBot.Benchmarks.Replies;

/// <summary>A server in a child process; it ends when its standard input does, so also when this process dies.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, HttpClient client)
    {
        this.process = process;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<ServerProcess> Start(ServerKind kind, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", kind.ToString()])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Server.Ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new ServerProcess(process, new HttpClient { BaseAddress = new Uri(line[Server.Ready.Length..]) });
            }
        }

        throw new InvalidOperationException($"The server {kind} ended instead of starting.");
    }

    public async Task<Meter> Read() => (await Client.GetFromJsonAsync<Meter>("/bench/meter", JsonSerializerOptions.Web))!;

    public async Task LetEffectsGo(bool go) => (await Client.PostAsync($"/bench/effects/{go}", null)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
