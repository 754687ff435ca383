using System.CommandLine;
using DutyBot.Hosting;

namespace DutyBot.Options;

/// <summary>What the person who starts the program may say.</summary>
/// <param name="Language">Of the organisation that the first start in Development creates, the sample or an empty one: vi or en.</param>
/// <param name="Empty">No sample organisation: the person at the Playground sets one up (Development only).</param>
/// <param name="IsPortChosen">Whether somebody named the port; then it goes before every other setting of addresses.</param>
internal sealed record StartOptions(
    string Language,
    int Port,
    int PlaygroundPort,
    bool WithPlayground,
    string? DataFolder,
    bool IsPortChosen = false,
    bool Empty = false
);

/// <summary>What each command does.</summary>
internal sealed record CommandActions(
    Func<StartOptions, Task<int>> Start,
    Func<StartOptions, Task<int>> Verify,
    Func<StartOptions, ImportOptions, Task<int>> Import,
    Func<StartOptions, ExportOptions, Task<int>> Export
);

/// <summary>The command line: start (the default), verify and what else the host can do.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Language = new("--language")
    {
        Description = "Language of the organisation that the first start in Development creates, the sample or an empty one: vi or en.",
        DefaultValueFactory = _ => "vi",
    };

    private static readonly Option<int> Port = new("--port") { Description = "Port DutyBot listens on.", DefaultValueFactory = _ => 3978 };

    private static readonly Option<int> PlaygroundPort = new("--playground-port")
    {
        Description = "Port of the Agents Playground (Development only).",
        DefaultValueFactory = _ => 56150,
    };

    private static readonly Option<bool> NoPlayground = new("--no-playground") { Description = "Do not start the Agents Playground." };

    private static readonly Option<bool> Empty = new("--empty")
    {
        Description = "Start without the sample organisation; whoever opens the Playground is its admin (Development only).",
    };

    private static readonly Option<string?> Data = new("--data") { Description = "Folder of the SQLite store. Default: ./data" };

    /// <summary>Runs what the arguments ask for; help and bad options are answered without starting anything.</summary>
    public static Task<int> Run(string[] args, CommandActions actions, params ReadOnlySpan<Command> others)
    {
        Language.AcceptOnlyFromAmong("vi", "en");
        foreach (var port in new[] { Port, PlaygroundPort })
        {
            port.Validators.Add(result =>
            {
                if (result.Tokens is [var given, ..] && !(int.TryParse(given.Value, out var number) && number is > 0 and <= 65535))
                {
                    result.AddError($"{port.Name} takes a port from 1 to 65535.");
                }
            });
        }

        var root = new RootCommand("DutyBot: one lead, one clock and one history for every duty, in Microsoft Teams.")
        {
            Language,
            Port,
            PlaygroundPort,
            NoPlayground,
            Empty,
            Data,
        };
        root.SetAction(parsed => actions.Start(Read(parsed)));
        var check = new Command("verify", "Check the hash chain of every history and name the first broken link.") { Data };
        check.SetAction(parsed => actions.Verify(Read(parsed)));
        root.Subcommands.Add(check);
        root.Subcommands.Add(OrganisationFiles.Import(Data, (parsed, import) => actions.Import(Read(parsed), import)));
        root.Subcommands.Add(OrganisationFiles.Export(Data, (parsed, export) => actions.Export(Read(parsed), export)));
        foreach (var other in others)
        {
            root.Subcommands.Add(other);
        }

        var parsed = root.Parse(args);
        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Patience(parsed.CommandResult.Command == root) });
    }

    // The host hears of SIGTERM and Ctrl+C itself, and takes the time that the requests under way need.
    private static TimeSpan? Patience(bool isStart) => isStart ? null : new InvocationConfiguration().ProcessTerminationTimeout;

    private static StartOptions Read(ParseResult parsed) =>
        new(
            parsed.GetValue(Language) ?? "vi",
            parsed.GetValue(Port),
            parsed.GetValue(PlaygroundPort),
            !parsed.GetValue(NoPlayground),
            parsed.GetValue(Data),
            parsed.GetResult(Port) is { Implicit: false },
            parsed.GetValue(Empty)
        );
}
