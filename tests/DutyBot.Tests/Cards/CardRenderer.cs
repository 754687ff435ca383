using System.Diagnostics;
using System.Text.Json;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Cards;

/// <summary>The real renderer (npm <c>adaptivecards</c>), one process for the whole run; it ends when the tests do.</summary>
internal static class CardRenderer
{
    private static readonly Lazy<Process> Node = new(Start);

    /// <param name="Events">Validation events.</param>
    /// <param name="Unknown">Paths of properties and values the renderer does not know, or that say its default.</param>
    /// <param name="Inputs">The ids of the inputs it found.</param>
    public sealed record Report(string[] Events, string[] Unknown, string[] Inputs);

    public static Report Parse(JsonElement card)
    {
        lock (Node)
        {
            Node.Value.StandardInput.WriteLine(JsonSerializer.Serialize(card));
            Node.Value.StandardInput.Flush();
            var line =
                Node.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The renderer ended; its reason is on standard error.");
            return JsonSerializer.Deserialize<Report>(line, JsonSerializerOptions.Web)!;
        }
    }

    private static Process Start()
    {
        var renderer = NodePeers.File("adaptivecards/dist/adaptivecards.js").GetAwaiter().GetResult();
        var start = new ProcessStartInfo("node", [Repository.Path("tests", "DutyBot.Tests", "Cards", "render.mjs"), renderer])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
