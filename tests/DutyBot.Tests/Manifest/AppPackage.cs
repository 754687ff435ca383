using System.Text.Json.Nodes;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Manifest;

/// <summary>The sources of the Teams app package, as the tests read them.</summary>
internal static class AppPackage
{
    public static JsonObject Vietnamese { get; } = Read("manifest.json");

    public static JsonObject English { get; } = Read("en.json");

    /// <summary>The commands with the prefix their strings have in a localization file.</summary>
    public static IEnumerable<(string Key, JsonObject Command)> Commands =>
        from list in Indexed(Vietnamese["bots"]![0]!["commandLists"]!)
        from command in Indexed(list.Node["commands"]!)
        select ($"bots[0].commandLists[{list.Index}].commands[{command.Index}]", command.Node.AsObject());

    public static string File(string name) => Repository.Path("manifest", name);

    private static IEnumerable<(int Index, JsonNode Node)> Indexed(JsonNode array) => array.AsArray().Select((node, index) => (index, node!));

    private static JsonObject Read(string name) => JsonNode.Parse(System.IO.File.ReadAllText(File(name)))!.AsObject();
}
