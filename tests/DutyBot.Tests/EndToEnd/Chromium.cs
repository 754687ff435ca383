using System.Diagnostics;
using Microsoft.Playwright;

namespace DutyBot.Tests.EndToEnd;

/// <summary>The system's Chromium, installed with apt when it is missing and this machine lets us; else the run fails and says what to install.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly Lazy<Task<string>> Path = new(Provide);

    public static async Task<IBrowser> Start(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = await Path.Value,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );

    private static async Task<string> Provide()
    {
        if (Find() is { } found)
        {
            return found;
        }

        var said = await Run("apt-get", "update", "-qq") + await Run("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core");
        return Find()
            ?? throw new InvalidOperationException(
                $"The end-to-end tests need Chromium and fonts with Vietnamese: apt-get install chromium fonts-noto-core (as root).\n{said}"
            );
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : errors + await output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"{program} is not on this machine.";
        }
    }
}
