using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

/// <summary>Does what a host does: fills in the inputs of a card, gathers them and sends them with the data of the button pressed.</summary>
internal static class Presser
{
    /// <summary>The activity value of an <c>Action.Execute</c>.</summary>
    public static JsonElement Execute(AdaptiveCard card, string title, params (string Id, string Value)[] typed) =>
        Execute(CardJson.ToElement(card), title, typed);

    /// <inheritdoc cref="Execute(AdaptiveCard, string, (string, string)[])"/>
    public static JsonElement Execute(JsonElement card, string title, params (string Id, string Value)[] typed)
    {
        var (button, inputs) = Find(card, title, "Action.Execute", typed);
        var action = new
        {
            type = "Action.Execute",
            id = "",
            verb = button.GetProperty("verb").GetString(),
            data = Merge(button, inputs),
        };
        return JsonSerializer.SerializeToElement(new { action, trigger = "manual" });
    }

    /// <summary>The activity value of an <c>Action.Submit</c>.</summary>
    public static JsonElement Submit(AdaptiveCard card, string title, params (string Id, string Value)[] typed) =>
        Submit(CardJson.ToElement(card), title, typed);

    /// <inheritdoc cref="Submit(AdaptiveCard, string, (string, string)[])"/>
    public static JsonElement Submit(JsonElement card, string title, params (string Id, string Value)[] typed)
    {
        var (button, inputs) = Find(card, title, "Action.Submit", typed);
        return JsonSerializer.SerializeToElement(Merge(button, inputs));
    }

    private static (JsonElement Button, Dictionary<string, string> Inputs) Find(
        JsonElement card,
        string title,
        string type,
        (string Id, string Value)[] typed
    )
    {
        var nodes = CardShould.Nodes(card).ToArray();
        var inputs = nodes
            .Where(node => CardShould.TypeOf(node).StartsWith("Input.", StringComparison.Ordinal) && node.TryGetProperty("value", out _))
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("value").GetString()!);
        foreach (var (id, value) in typed)
        {
            nodes.ShouldContain(node => CardShould.TypeOf(node).StartsWith("Input.") && node.GetProperty("id").GetString() == id);
            inputs[id] = value;
        }

        return (nodes.First(node => CardShould.TypeOf(node) == type && node.GetProperty("title").GetString() == title), inputs);
    }

    private static JsonObject Merge(JsonElement button, Dictionary<string, string> inputs)
    {
        var data = JsonObject.Create(button.GetProperty("data"))!;
        if (!button.TryGetProperty("associatedInputs", out var associated) || associated.GetString() != "none")
        {
            foreach (var (id, value) in inputs)
            {
                data[id] = value;
            }
        }

        return data;
    }
}
