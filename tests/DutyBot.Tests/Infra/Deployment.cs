using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DutyBot.Tests.Infra;

/// <summary>The compiled template, read once for all tests.</summary>
public sealed partial class Deployment : IAsyncLifetime
{
    public JsonObject Template { get; private set; } = null!;

    /// <summary>The settings the program is given: environment variables, with the literal or the expression that fills them.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
        [
            .. Setting()
                .Matches(Module("app")["properties"]!["parameters"]!["settings"]!["value"]!.GetValue<string>())
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
        ];

    public async ValueTask InitializeAsync() =>
        Template = JsonNode.Parse((await Bicep.Build(Path.Combine(Bicep.Folder, "main.bicep"))).Json)!.AsObject();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public JsonNode Module(string name) => Template["resources"]![name]!;

    public JsonNode Resource(string module, string type) => Resources(module).Single(one => one["type"]!.GetValue<string>() == type);

    public IEnumerable<JsonNode> Resources(string module) =>
        Module(module)["properties"]!["template"]!["resources"] switch
        {
            JsonArray list => list.Select(one => one!),
            var named => named!.AsObject().Select(one => one.Value!),
        };

    [GeneratedRegex(@"createObject\('name', '(\w+)', 'value', ([^,]+?)\)(?=,|\))")]
    private static partial Regex Setting();
}
