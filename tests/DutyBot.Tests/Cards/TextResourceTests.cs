using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Cards;

public sealed partial class TextResourceTests
{
    private static readonly Texts Vietnamese = Texts.Of(Language.Vietnamese);
    private static readonly Texts English = Texts.Of(Language.English);

    private const string Prefixes =
        "card|btn|fld|admin|lbl|hint|st|stance|ret|basis|resolution|urgency|owed|note|sum|n|name|help|form|dev|day|graph|feed";

    // Keys that no file names in full: one for each value of an enumeration, kind of obligation and day of the week.
    private static readonly string[] Families =
    [
        "kind.",
        "pos.",
        "role.",
        "scope.",
        "grade.",
        "lang.",
        "setup.",
        "owed.",
        "day.",
        "set.",
        "log.",
        "csv.",
        "reach.",
        "graph.function.",
    ];

    // With the name of a unit they are long anyway.
    private static readonly string[] LongButtons = ["btn.rejectReturn.of"];

    private static readonly Lazy<string> Source = new(() =>
        string.Concat(
            Directory
                .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        )
    );

    [Fact]
    public void Both_languages_have_the_same_keys() => English.Keys.ShouldBe(Vietnamese.Keys, ignoreOrder: true);

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        Vietnamese.Keys.Where(key => !Placeholders(Vietnamese.Source(key)).SetEquals(Placeholders(English.Source(key)))).ShouldBeEmpty();

    [Fact]
    public void No_text_is_unused() =>
        Vietnamese
            .Keys.Where(key => !Families.Any(family => key.StartsWith(family, StringComparison.Ordinal)))
            .Where(key => !Source.Value.Contains($"\"{key}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Every_key_in_the_source_has_a_text() =>
        KeyLiteral().Matches(Source.Value).Select(match => match.Groups[1].Value).Distinct().Except(Vietnamese.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_text_gets_the_values_it_has_places_for() =>
        Call()
            .Matches(Source.Value)
            .Select(match => (Key: match.Groups[1].Value, Given: Arguments(Source.Value.AsSpan(match.Index + match.Length))))
            .Where(call => !Placeholders(Vietnamese.Source(call.Key)).SetEquals(call.Given))
            .Select(call => $"{call.Key} is given {string.Join(", ", call.Given)}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_obligation_has_a_text() =>
        Vietnamese
            .Keys.Where(key => key.StartsWith("owed.", StringComparison.Ordinal))
            .ShouldBe(Enum.GetNames<ObligationKind>().Select(name => $"owed.{JsonNamingPolicy.CamelCase.ConvertName(name)}"), ignoreOrder: true);

    [Fact]
    public void Texts_are_formal()
    {
        foreach (var texts in (Texts[])[Vietnamese, English])
        {
            var all = texts.Keys.Select(texts.Source).ToArray();
            all.ShouldAllBe(text => text.IsNormalized(NormalizationForm.FormC));
            all.ShouldAllBe(text => !text.Contains('!') && !text.Contains("  ") && text == text.Trim());
            all.ShouldAllBe(text =>
                !text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.OtherSymbol)
            );
            all.ShouldAllBe(text => !Familiar().IsMatch(text));
        }
    }

    [Fact]
    public void Texts_that_are_sentences_end_as_sentences() =>
        Vietnamese
            .Keys.Where(key => key.StartsWith("E-", StringComparison.Ordinal) || key.StartsWith("n.", StringComparison.Ordinal))
            .Where(key => !IsSentence(Vietnamese.Source(key)) || !IsSentence(English.Source(key)))
            .ShouldBeEmpty();

    [Fact]
    public void Buttons_are_short() =>
        Vietnamese
            .Keys.Where(key => key.StartsWith("btn.", StringComparison.Ordinal))
            .Where(key => Vietnamese.Source(key).Length > 20 || English.Source(key).Length > 20)
            .ShouldBe(LongButtons);

    // The names given in the rest of a call, up to the bracket that closes it.
    private static HashSet<string> Arguments(ReadOnlySpan<char> rest)
    {
        var (end, depth) = (0, 0);
        for (; depth >= 0; end++)
        {
            depth += rest[end] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
        }

        return [.. Argument().Matches(rest[..end].ToString()).Select(match => $"{{{match.Groups[1].Value}}}")];
    }

    private static bool IsSentence(string text) => text[^1] is '.' or '?';

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"((?:(?:" + Prefixes + ")\\.[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)*)|E-[A-Z]+(?:-[A-Z]+)*)\"")]
    private static partial Regex KeyLiteral();

    // Of what is made without a name, only what begins like a key: "exception.type" names an attribute of a log.
    [GeneratedRegex("(?:(?:Format|Problem)\\(\\s*\"|new\\(\\s*\"(?=(?:" + Prefixes + ")\\.|E-))((?:[a-z]+\\.|E-)[A-Za-z0-9.-]+)\"")]
    private static partial Regex Call();

    [GeneratedRegex("\\(\\s*\"([a-z][A-Za-z]*)\",")]
    private static partial Regex Argument();

    // "bạn" is how one speaks to a friend; a directive addresses a "đồng chí".
    [GeneratedRegex(@"\b(bạn|nhé|nha|oops|please!)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();
}
