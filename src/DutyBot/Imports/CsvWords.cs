using System.Text.Json;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Text;
using DutyBot.Teams;

namespace DutyBot.Imports;

/// <summary>The words of the files: written in one language, read in both, without regard to case and diacritics.</summary>
internal static class CsvWords
{
    public static string Word<T>(T value, Texts texts)
        where T : struct, Enum => Spellings(value, texts)[0];

    /// <summary>Null when none of the values is spelt so.</summary>
    public static T? Read<T>(string text, IEnumerable<T> among)
        where T : struct, Enum =>
        Known<T>.Values[SearchText.Fold(text)].Where(value => among.Contains(value)).Select(value => (T?)value).FirstOrDefault();

    private static string[] Spellings<T>(T value, Texts texts)
        where T : struct, Enum => texts[$"csv.{Camel(typeof(T).Name)}.{Camel(value.ToString())}"].Split('/', StringSplitOptions.TrimEntries);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static class Known<T>
        where T : struct, Enum
    {
        public static ILookup<string, T> Values { get; } =
            Enum.GetValues<T>()
                .SelectMany(value =>
                    Enum.GetValues<Language>().SelectMany(language => Spellings(value, Texts.Of(language))).Select(word => (word, value))
                )
                .ToLookup(spelt => SearchText.Fold(spelt.word), spelt => spelt.value, StringComparer.Ordinal);
    }
}
