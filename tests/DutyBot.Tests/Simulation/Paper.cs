using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DutyBot.Teams.Cards;
using DutyBot.Tests.Cards;

namespace DutyBot.Tests.Simulation;

/// <param name="Value">Of the activity.</param>
/// <param name="Tokens">Words typed into the inputs that occur nowhere else.</param>
internal sealed record Press(JsonElement Value, IReadOnlyList<string> Tokens);

/// <summary>A card as somebody sees it who knows nothing of the program: inputs to fill in and buttons to press.</summary>
internal static class Paper
{
    /// <param name="cameBack">It was refused: what is in it is looked at again.</param>
    /// <param name="now">The instant (UTC) at which somebody looks at it.</param>
    /// <summary>Fills in the inputs and presses a button; null when there is none.</summary>
    public static Press? Press(JsonElement card, bool cameBack, DateTimeOffset now, Dice dice)
    {
        var nodes = CardShould.Nodes(card).ToList();
        var buttons = nodes.Where(node => CardShould.TypeOf(node) == "Action.Execute").ToList();
        if (buttons.Count == 0)
        {
            return null;
        }

        var inputs = nodes.Where(node => CardShould.TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        var button = Chosen(buttons, inputs.Count > 0, dice);
        var tokens = new List<string>();
        var data = JsonObject.Create(button.GetProperty("data"))!;
        foreach (var input in inputs.Where(_ => TakesInputs(button)))
        {
            if (Filled(input, tokens, cameBack, now, dice) is { } value)
            {
                data[input.GetProperty("id").GetString()!] = value;
            }
        }

        var action = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = button.GetProperty("verb").GetString(),
            ["data"] = data,
        };
        return new Press(JsonSerializer.SerializeToElement(new JsonObject { ["action"] = action, ["trigger"] = "manual" }), tokens);
    }

    /// <summary>The duties a card speaks of.</summary>
    public static IEnumerable<string> Codes(JsonElement card) =>
        card.ValueKind != JsonValueKind.Object
            ? []
            : CardShould
                .Nodes(card)
                .Where(node => CardShould.TypeOf(node) == "Action.Execute")
                .Select(node => node.GetProperty("data").GetProperty(CardAction.DataKey))
                .Where(data => data.TryGetProperty("duty", out _))
                .Select(data => data.GetProperty("duty").GetString()!)
                .Where(code => code != "ORGANISATION");

    // Whoever has filled in a form sends it; of a card it is the acts that tempt, not what only shows something.
    private static JsonElement Chosen(IReadOnlyList<JsonElement> buttons, bool isForm, Dice dice)
    {
        var acts = buttons.Where(button => button.GetProperty("verb").GetString()!.StartsWith("form.", StringComparison.Ordinal)).ToList();
        return isForm && dice.Chance(0.9) ? Positive(buttons)
            : acts.Count > 0 && dice.Chance(0.9) ? dice.Pick(acts)
            : dice.Pick(buttons);
    }

    private static JsonElement Positive(IReadOnlyList<JsonElement> buttons) =>
        buttons.FirstOrDefault(button => button.TryGetProperty("style", out var style) && style.GetString() == "positive", buttons[0]);

    private static bool TakesInputs(JsonElement button) =>
        !button.TryGetProperty("associatedInputs", out var associated) || associated.GetString() != "none";

    private static string? Filled(JsonElement input, List<string> tokens, bool cameBack, DateTimeOffset now, Dice dice)
    {
        var shown = input.TryGetProperty("value", out var value) ? value.GetString() : null;
        if (shown is { Length: > 0 } && dice.Chance(cameBack ? 0.5 : 0.95))
        {
            return shown;
        }

        return CardShould.TypeOf(input) switch
        {
            "Input.ChoiceSet" => Chosen(input, dice),
            "Input.Date" => dice.Chance(0.9) ? Day(now, dice) : shown,
            "Input.Toggle" => dice.Chance(0.5) ? "true" : "false",
            _ => dice.Chance(0.9) ? Typed(input, tokens, dice) : shown,
        };
    }

    private static string? Chosen(JsonElement input, Dice dice)
    {
        var choices = input.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!).ToList();
        if (choices.Count == 0)
        {
            return null;
        }

        var isMultiple = input.TryGetProperty("isMultiSelect", out var multiple) && multiple.GetBoolean();
        return isMultiple ? string.Join(',', choices.Where(_ => dice.Chance(0.3))) : dice.Pick(choices);
    }

    // Some days ago, as of a document, or some days ahead, as of a deadline.
    private static string Day(DateTimeOffset now, Dice dice) =>
        now.AddDays(dice.Chance(0.3) ? -dice.Number(10) : dice.Number(12)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Typed(JsonElement input, List<string> tokens, Dice dice)
    {
        var label = input.TryGetProperty("label", out var shown) ? shown.GetString()! : "";
        if (label.Contains("ký hiệu", StringComparison.OrdinalIgnoreCase))
        {
            return $"{dice.Between(1, 4000)}/UBND-VP";
        }

        if (dice.Chance(0.02))
        {
            return "Cơ bản thống nhất.";
        }

        var token = $"z{dice.Number(int.MaxValue):x8}";
        tokens.Add(token);
        return $"Đề nghị sửa khoản 2 Điều 5, thời hạn 07 ngày làm việc, theo Điều 14 Luật Đầu tư công ({token}).";
    }
}
