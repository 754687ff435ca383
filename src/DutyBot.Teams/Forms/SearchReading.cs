using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>
/// Reads what was typed into and chosen in a <see cref="SearchField"/>. What is typed goes before what was chosen earlier; a name that is not
/// found, or not exact, is a problem, and the form comes back with whom it may mean.
/// </summary>
internal static class SearchReading
{
    private const string FoundPrefix = FormPress.ExtraPrefix + "found:";

    public static FormValues Read(FormValues values, SearchField field, CardSubmission submission, List<Problem> problems)
    {
        var reading = new State(field, problems)
        {
            Chosen = Known(field, submission.Inputs.GetValueOrDefault(field.Name)),
            Found = Known(field, submission.Extras.GetValueOrDefault(FoundPrefix + field.Name)),
        };
        foreach (var name in Names(field, submission.Inputs.GetValueOrDefault(field.Typed)))
        {
            reading = reading.After(name);
        }

        return values.With(field.Name, reading.Chosen).With(field.Found, reading.Found).With(field.Typed, string.Join("; ", reading.Unfound));
    }

    /// <summary>The form's button remembers whom the search found.</summary>
    public static CardAction WithFound(SearchField field, FormValues values, CardAction action) =>
        values.Raw(field.Found) is { } found ? action.With(FoundPrefix + field.Name, found) : action;

    /// <summary>Whom the form shows to choose from: chosen, found, or both.</summary>
    public static IReadOnlyList<Choice> Offered(SearchField field, FormValues values) =>
        [.. values.Choices(field.Name).Concat(values.Choices(field.Found)).Distinct().Select(field.Search.Find).OfType<Choice>()];

    /// <summary>Something was typed that nobody has been chosen for yet.</summary>
    public static bool IsUnderWay(FormValues values, SearchField field) => (values.Raw(field.Found) ?? values.Raw(field.Typed)) is not null;

    private static ImmutableArray<string> Known(SearchField field, string? list) =>
        [.. Parts(list, ',').Distinct().Where(value => field.Search.Find(value) is not null).Take(SearchField.MostFound)];

    private static IEnumerable<string> Names(SearchField field, string? typed) =>
        field.Many ? Parts(typed?.ReplaceLineEndings("\n"), ';', '\n')
        : string.IsNullOrWhiteSpace(typed) ? []
        : [typed.Trim()];

    private static string[] Parts(string? text, params char[] between) =>
        (text ?? "").Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is known after some of the names.</summary>
    private sealed record State(SearchField Field, List<Problem> Problems)
    {
        public ImmutableArray<string> Chosen { get; init; } = [];

        public ImmutableArray<string> Found { get; init; } = [];

        public ImmutableArray<string> Unfound { get; init; } = [];

        public State After(string name)
        {
            if (Field.Search.Named(name) is [var exact])
            {
                return With([exact], [exact]);
            }

            var found = Field.Search.Search(name);
            Problems.Add(ProblemOf(name, found.Count));
            return found.Count == 0 ? this with { Unfound = Unfound.Add(name) } : With(found.Count == 1 ? [found[0]] : [], found);
        }

        private State With(IReadOnlyList<Choice> chosen, IReadOnlyList<Choice> found)
        {
            var values = found.Take(SearchField.MostFound).Select(choice => choice.Value);
            return Field.Many
                ? this with
                {
                    Chosen = [.. Chosen.Concat(chosen.Select(choice => choice.Value)).Distinct()],
                    Found = [.. Found.Concat(values).Distinct()],
                }
                : this with
                {
                    Chosen = [.. chosen.Select(choice => choice.Value)],
                    Found = [.. values],
                };
        }

        private Problem ProblemOf(string name, int found) =>
            found switch
            {
                0 => new Problem("E-FOUND-NONE", Field.Name, ("text", name)),
                1 => new Problem("E-FOUND-ONE", Field.Name, ("text", name)),
                > SearchField.MostFound => new Problem("E-FOUND-TOO-MANY", Field.Name, ("n", found), ("max", SearchField.MostFound), ("text", name)),
                _ => new Problem("E-FOUND-SEVERAL", Field.Name, ("n", found), ("text", name)),
            };
    }
}
