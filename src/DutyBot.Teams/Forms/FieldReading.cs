using System.Text;
using DutyBot.Domain;
using DutyBot.Teams.Cards;
using NodaTime.Text;

namespace DutyBot.Teams.Forms;

/// <summary>Reads one input as its field means it; a value of null is an empty field.</summary>
internal static class FieldReading
{
    private static readonly LocalDatePattern Typed = LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy");

    public static (string? Value, Problem? Problem) Read(FormField field, string sent) =>
        field switch
        {
            TextField text => ReadText(text, Normalise(sent)),
            DateField => ReadDate(field, sent.Trim()),
            ChoiceField choice => ReadChoices(field, choice.Choices, [sent.Trim()]),
            PeopleField people => ReadPeople(people, sent),
            MultiChoiceField choice => ReadChoices(field, choice.Choices, sent.Split(',', StringSplitOptions.TrimEntries)),
            _ => (string.Equals(sent, "true", StringComparison.OrdinalIgnoreCase) ? "true" : null, null),
        };

    private static (string?, Problem?) ReadText(TextField field, string text) =>
        text.Length switch
        {
            0 => (null, null),
            var length when length > field.MaxLength => (text, new Problem("E-TOO-LONG", field.Name, ("n", length), ("max", field.MaxLength))),
            _ => (text, null),
        };

    // A date picker sends 2026-11-25; a person without one types 25/11/2026.
    private static (string?, Problem?) ReadDate(FormField field, string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var date = LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso : Typed.Parse(text);
        return date.Success ? (LocalDatePattern.Iso.Format(date.Value), null) : (null, new Problem("E-BAD-DATE", field.Name, ("text", text)));
    }

    private static (string?, Problem?) ReadChoices(FormField field, IReadOnlyList<Choice> choices, string[] sent)
    {
        var chosen = sent.Where(text => text.Length > 0).Distinct().ToArray();
        var known = chosen.Select(text => ValueOf(choices, text)).OfType<string>().Distinct().ToArray();
        var unknown = chosen.Where(text => ValueOf(choices, text) is null).ToArray();
        return (
            known.Length == 0 ? null : string.Join(',', known),
            unknown.Length == 0 ? null : new Problem("E-BAD-CHOICE", field.Name, ("text", unknown))
        );
    }

    private static (string?, Problem?) ReadPeople(PeopleField field, string sent)
    {
        var picked = sent.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        var known = picked.Select(text => PersonIn(field, text)).OfType<string>().Distinct().ToArray();
        var unknown = picked.Where(text => PersonIn(field, text) is null).ToArray();
        return (
            known.Length == 0 ? null : string.Join(',', known),
            unknown.Length > 0 ? new Problem("E-BAD-CHOICE", field.Name, ("text", unknown))
            : known.Length > 1 && !field.Several ? new Problem("E-ONE-PERSON", field.Name)
            : null
        );
    }

    private static string? PersonIn(PeopleField field, string text) =>
        field.Aliases.GetValueOrDefault(text) ?? ValueOf(field.Choices, text) ?? (Guid.TryParseExact(text, "D", out var id) ? $"{id:D}" : null);

    // A list to type into sends the title on some hosts, when a person types it out instead of picking it.
    private static string? ValueOf(IReadOnlyList<Choice> choices, string text) =>
        choices.FirstOrDefault(choice => choice.Value == text || string.Equals(choice.Title, text, StringComparison.OrdinalIgnoreCase))?.Value;

    // One spelling of each letter and of a line break, whichever keyboard it came from.
    private static string Normalise(string text)
    {
        var lines = text.Trim().ReplaceLineEndings("\n");
        return lines.IsNormalized(NormalizationForm.FormC) ? lines : lines.Normalize(NormalizationForm.FormC);
    }
}
