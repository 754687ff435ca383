using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using DutyBot.Teams.Activities;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Teams;

/// <summary>The activities under <c>Activities/</c>: <c>playground.*</c> recorded from the Playground, <c>teams.*</c> in the shape Teams documents.</summary>
internal static class Captured
{
    private static readonly string Folder = Repository.Path("tests", "DutyBot.Tests", "Teams", "Activities");

    public static IEnumerable<string> Names(string prefix) =>
        Directory.EnumerateFiles(Folder, $"{prefix}*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    public static string Json(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    /// <summary>The activity with one thing changed.</summary>
    public static string Json(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Json(name))!.AsObject();
        change(json);
        return json.ToJsonString();
    }

    public static Activity Activity(string name) =>
        DutyBot.Teams.Activities.Activity.TryParse(Utf8(Json(name)), out var activity, out var malformedAt)
            ? activity
            : throw new FormatException($"{name} is malformed at {malformedAt}.");

    public static ReadOnlySequence<byte> Utf8(string json) => new(Encoding.UTF8.GetBytes(json));
}
