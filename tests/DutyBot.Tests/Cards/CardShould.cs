using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

/// <summary>What every card of DutyBot must be, whatever it is about.</summary>
internal static class CardShould
{
    /// <summary>25 KB, well under what Teams and phones show without trouble.</summary>
    public const int Budget = 25 * 1024;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The real renderer parses it without a complaint and knows every property; it is within the size budget; inputs have labels and unique
    /// ids; every Execute has a Submit with the same data to fall back to; nothing is said by colour alone.
    /// </summary>
    /// <param name="inDialog">Inside a dialog the buttons are plain Submits.</param>
    public static void Pass(AdaptiveCard card, bool inDialog = false)
    {
        var bytes = CardJson.ToUtf8(card);
        bytes.Length.ShouldBeLessThan(Budget);

        using var json = JsonDocument.Parse(bytes);
        var report = CardRenderer.Parse(json.RootElement);
        report.Events.ShouldBeEmpty();
        report.Unknown.ShouldBeEmpty();

        var nodes = Nodes(json.RootElement).ToArray();
        var inputs = nodes.Where(node => TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)).ToArray();
        report.Inputs.ShouldBe(inputs.Select(input => input.GetProperty("id").GetString()!), ignoreOrder: true);
        report.Inputs.ShouldBeUnique();
        report.Inputs.ShouldNotContain(CardAction.DataKey);
        inputs.ShouldAllBe(input => HasText(input, "label") || HasText(input, "title"));

        var executes = nodes.Where(node => TypeOf(node) == "Action.Execute").ToArray();
        executes.ShouldAllBe(execute => HasText(execute, "verb") && FallsBack(execute));
        var submits = nodes.Where(node => TypeOf(node) == "Action.Submit").ToArray();
        submits.Length.ShouldBe(inDialog ? submits.Length : executes.Length + submits.Count(OpensDialog), "A Submit stands alone only in a dialog.");
        // A plain Submit with this key is dead in the Playground.
        submits.Where(submit => !OpensDialog(submit)).Any(submit => HasTeamsData(submit)).ShouldBeFalse();

        nodes.Where(node => TypeOf(node) == "TextBlock").ShouldAllBe(text => HasText(text, "text"));
        nodes.Where(node => node.TryGetProperty("style", out _) && TypeOf(node) == "Container").ShouldAllBe(box => Nodes(box).Any(IsText));
    }

    /// <summary>The card is as a person approved it (<c>Approved/{name}.approved.json</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MatchApproved(AdaptiveCard card, string name)
    {
        var json = JsonSerializer.Serialize(CardJson.ToElement(card), Indented) + "\n";
        json.ShouldMatchApproved(options =>
            options
                .NoDiff()
                .SubFolder("Approved")
                .WithFileExtension("json")
                .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}")
        );
    }

    /// <summary>Every object below and including this one that has a type.</summary>
    public static IEnumerable<JsonElement> Nodes(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(member => member.Name is not ("data" or "msteams"))
                .SelectMany(member => Nodes(member.Value))
                .Concat(element.TryGetProperty("type", out _) ? [element] : []),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Nodes),
            _ => [],
        };

    public static string TypeOf(JsonElement node) => node.GetProperty("type").GetString()!;

    private static bool FallsBack(JsonElement execute)
    {
        var fallback = execute.GetProperty("fallback");
        var data = execute.GetProperty("data");
        return TypeOf(fallback) == "Action.Submit"
            && JsonElement.DeepEquals(data, fallback.GetProperty("data"))
            && data.GetProperty(CardAction.DataKey).GetProperty("verb").GetString() == execute.GetProperty("verb").GetString();
    }

    private static bool HasTeamsData(JsonElement submit) => submit.GetProperty("data").TryGetProperty("msteams", out _);

    private static bool OpensDialog(JsonElement submit) =>
        submit.GetProperty("data").TryGetProperty("msteams", out var teams) && teams.GetProperty("type").GetString() == "task/fetch";

    private static bool IsText(JsonElement node) => TypeOf(node) == "TextBlock";

    private static bool HasText(JsonElement node, string property) =>
        node.TryGetProperty(property, out var text) && !string.IsNullOrWhiteSpace(text.GetString());
}
