using System.Collections.Frozen;
using System.Text.Json;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Teams;

/// <summary>
/// Every text a person reads, in one language (<c>vi.json</c>, <c>en.json</c>). An unknown key and a placeholder without a value, or a value
/// without a placeholder, are faults of the program and throw.
/// </summary>
/// <remarks>
/// Lives in the root namespace on purpose: a namespace of this name would hide the type from everything beside it.
/// </remarks>
public sealed class Texts
{
    private static readonly Lazy<Texts> Vietnamese = new(() => Load(Language.Vietnamese));
    private static readonly Lazy<Texts> English = new(() => Load(Language.English));

    private readonly FrozenDictionary<string, TextTemplate> templates;
    private readonly TextValues values;

    public Texts(Language language, IEnumerable<KeyValuePair<string, string>> entries)
    {
        Language = language;
        templates = entries.ToFrozenDictionary(entry => entry.Key, entry => TextTemplate.Parse(entry.Value), StringComparer.Ordinal);
        values = new TextValues(language, [.. Enumerable.Range(1, 7).Select(day => this[$"day.{day}"])]);
    }

    public Language Language { get; }

    public IEnumerable<string> Keys => templates.Keys;

    /// <summary>A text without placeholders.</summary>
    public string this[string key] =>
        Template(key) is { Names.Length: 0 } plain
            ? plain.Source
            : throw new ArgumentException($"Text '{key}' has placeholders; use Format.", nameof(key));

    public static Texts Of(Language language) => (language == Language.English ? English : Vietnamese).Value;

    /// <summary>
    /// A text with its values, written as the language writes them: a count, a <see cref="LocalDate"/> with its weekday, an
    /// <see cref="Instant"/> in Vietnam's time, a list with commas. A year is not a count: pass it as a string.
    /// </summary>
    public string Format(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => Template(key).Fill(key, arguments, values);

    public string Format(Problem problem) => Format(problem.Key, problem.Arguments);

    public string Format(LocalDate date) => values.Write(date);

    public string Format(Instant moment) => values.Write(moment);

    /// <summary>The text as it stands in the resource, with its placeholders in braces.</summary>
    public string Source(string key) => Template(key).Source;

    private TextTemplate Template(string key) =>
        templates.TryGetValue(key, out var template) ? template : throw new KeyNotFoundException($"There is no text '{key}' in {Language}.");

    private static Texts Load(Language language)
    {
        var name = $"{language.Code()}.json";
        using var resource =
            typeof(Texts).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("Text resource missing.", name);
        using var json = JsonDocument.Parse(resource);
        return new Texts(language, json.RootElement.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!)));
    }
}
