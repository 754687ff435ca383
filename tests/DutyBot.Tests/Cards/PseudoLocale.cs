using System.Text.Json;
using System.Text.RegularExpressions;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Teams.Cards;

namespace DutyBot.Tests.Cards;

/// <summary>A language in which every text of ours stands between ⟦ and ⟧, so that a word written in the code stands out.</summary>
internal static partial class PseudoLocale
{
    private static readonly string[] Visible = ["text", "title", "label", "placeholder", "value", "fallbackText", "errorMessage"];

    public static Texts Texts { get; } = Wrap(Texts.Of(Language.Vietnamese));

    /// <summary>Fails on any word a person would read that comes neither from the text resources nor from <paramref name="userData"/>.</summary>
    public static void ShouldWordEverything(AdaptiveCard card, params string[] userData)
    {
        var hardCoded = CardShould
            .Nodes(CardJson.ToElement(card))
            .Concat(Parts(CardJson.ToElement(card)))
            .SelectMany(VisibleTexts)
            .Where(text => HasWords(Worded(text, userData)));
        hardCoded.ShouldBeEmpty();
    }

    private static Texts Wrap(Texts texts) => new(texts.Language, texts.Keys.Select(key => KeyValuePair.Create(key, $"⟦{texts.Source(key)}⟧")));

    // Facts and choices have no type of their own.
    private static IEnumerable<JsonElement> Parts(JsonElement card) =>
        CardShould.Nodes(card).SelectMany(node => Children(node, "facts").Concat(Children(node, "choices").Select(WithoutValue)));

    private static IEnumerable<JsonElement> Children(JsonElement node, string name) =>
        node.TryGetProperty(name, out var children) ? children.EnumerateArray() : [];

    // The value of a choice is an id that nobody sees.
    private static JsonElement WithoutValue(JsonElement choice) =>
        JsonSerializer.SerializeToElement(new { title = choice.GetProperty("title").GetString() });

    private static IEnumerable<string> VisibleTexts(JsonElement node) =>
        Visible
            .Where(name => !(name == "value" && IsInput(node)))
            .Select(name => node.TryGetProperty(name, out var text) ? text : default)
            .Where(text => text.ValueKind == JsonValueKind.String)
            .Select(text => text.GetString()!);

    private static bool IsInput(JsonElement node) =>
        node.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal);

    private static string Worded(string text, string[] userData)
    {
        for (var inner = OurText().Replace(text, ""); inner != text; inner = OurText().Replace(text, ""))
        {
            text = inner;
        }

        return userData
            .Select(Plain)
            .OrderByDescending(data => data.Length)
            .Aggregate(Plain(text), (rest, data) => rest.Replace(data, "", StringComparison.Ordinal));
    }

    private static string Plain(string text) => Markup().Replace(text, "");

    // Duty codes and numbers are the same in every language.
    private static bool HasWords(string text) => Code().Replace(text, "").Any(char.IsLetter);

    // Innermost first: texts of ours stand inside texts of ours.
    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex OurText();

    // What protects a person's words from Markdown, and what makes a mention.
    [GeneratedRegex(@"\\|\s|</?at>")]
    private static partial Regex Markup();

    [GeneratedRegex("(NV|YK|TR|RS)-[0-9]{4}-[0-9A-Z]{5}|NN-[0-9A-Z]{6}-[0-9A-Z]{6}")]
    private static partial Regex Code();
}
