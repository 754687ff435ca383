using System.Diagnostics;
using DutyBot.Duties;
using DutyBot.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace DutyBot.Development;

/// <summary>
/// Starts the Microsoft 365 Agents Playground with the people and channels of the sample organisation, and prints the address to open. Without
/// Node the bot runs all the same and says what is missing.
/// </summary>
internal sealed partial class Playground(
    IServer server,
    IHostApplicationLifetime program,
    StartOptions options,
    Office office,
    OrganisationBook organisation,
    IHttpClientFactory http,
    ILogger<Playground> log
) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        try
        {
            await Run(stoppingToken);
        }
        catch (NodeMissingException missing)
        {
            LogMissing(missing.Message);
        }
    }

    private async Task Run(CancellationToken cancel)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "playground");
        await NpmFolder.Install(folder, cancel);
        var config = Path.Combine(Path.GetTempPath(), $"dutybot-playground-{options.PlaygroundPort}.yml");
        var people = await organisation.Current(cancel);
        await File.WriteAllTextAsync(
            config,
            PlaygroundConfig.Write(SampleOrganisation.From(new LocalDate(office.Today.Year, 1, 1), people.Language)),
            cancel
        );

        using var playground = Start(folder, config);
        await using var stop = cancel.Register(() => playground.Kill(entireProcessTree: true));
        await Answering(playground, cancel);
        var hints = PlaygroundConfig.Hints(people.Language);
        LogReady(options.PlaygroundPort, hints);
        await playground.WaitForExitAsync(cancel);
    }

    private Process Start(string folder, string config)
    {
        var start = new ProcessStartInfo(
            "node",
            [
                Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"),
                "start",
                "--app-endpoint",
                $"{Address()}/api/messages",
                "--channel-id",
                "msteams",
                "--port",
                options.PlaygroundPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--disable-telemetry",
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config;
        // Of its own accord it opens a browser, and ends where there is none to open; people open the address themselves.
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var process = Process.Start(start) ?? throw new NodeMissingException("node could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => LogSays(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Answering(Process playground, CancellationToken cancel)
    {
        using var client = http.CreateClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (playground.HasExited)
            {
                throw new NodeMissingException($"The Playground ended with code {playground.ExitCode}; is port {options.PlaygroundPort} taken?");
            }

            if (await Answers(client, patience.Token))
            {
                return;
            }
        }
    }

    private async Task<bool> Answers(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync($"http://localhost:{options.PlaygroundPort}/_debug/ping", cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? $"http://localhost:{options.Port}";

    private async Task Started(CancellationToken cancel)
    {
        var started = new TaskCompletionSource();
        await using var onStart = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Open the Playground: http://localhost:{Port}\n{Hints}")]
    private partial void LogReady(int port, string hints);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Playground was not started; DutyBot itself runs. {Why}")]
    private partial void LogMissing(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Playground: {Line}")]
    private partial void LogSays(string? line);
}
