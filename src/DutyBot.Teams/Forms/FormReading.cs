using System.Globalization;
using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>A submitted form, read: everything typed is in <paramref name="Values"/>, also what <paramref name="Problems"/> complains about.</summary>
/// <param name="Problems">Only what can be said without knowing the duty: too long, not a date, not one of the choices.</param>
public sealed record FormReading(FormPress Press, FormValues Values, IReadOnlyList<Problem> Problems)
{
    private const string RowsPrefix = "formRows:";

    /// <param name="form">The form as it would be shown to this person now.</param>
    public static FormReading Read(Form form, CardSubmission submission)
    {
        var press = FormPress.Of(submission);
        var problems = new List<Problem>();
        var values = FormValues.Empty;
        foreach (var item in form.Items)
        {
            values = item switch
            {
                FormField field => ReadField(values, field, field.Name, submission, problems),
                RowGroup group => ReadRows(values, group, submission, press, problems),
                _ => values,
            };
        }

        return new FormReading(press, values, problems);
    }

    /// <summary>Tells the button how many rows it was rendered with: rows left empty send nothing.</summary>
    internal static CardAction WithShownRows(Form form, CardAction action)
    {
        foreach (var group in form.Items.OfType<RowGroup>())
        {
            action = action.With(RowsPrefix + group.Name, group.ShownRows(form.Values).ToString(CultureInfo.InvariantCulture));
        }

        return action;
    }

    private static FormValues ReadField(FormValues values, FormField field, string input, CardSubmission submission, List<Problem> problems)
    {
        if (!submission.Inputs.TryGetValue(input, out var sent))
        {
            return values;
        }

        var (value, problem) = FieldReading.Read(field, sent);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return values.With(field.Name, value);
    }

    private static FormValues ReadRows(FormValues values, RowGroup group, CardSubmission submission, FormPress press, List<Problem> problems)
    {
        var filled = 0;
        for (var row = 1; row <= group.MaxRows; row++)
        {
            // The row moves up to the first free place; its names and problems are those of the new place.
            var (sent, place) = (group.Fields(row), group.Fields(filled + 1));
            if (!sent.Any(field => IsFilled(field, submission)))
            {
                continue;
            }

            filled++;
            for (var i = 0; i < sent.Count; i++)
            {
                values = ReadField(values, place[i], sent[i].Name, submission, problems);
            }
        }

        return values.WithRows(group.Name, filled, Shown(group, submission, press));
    }

    private static bool IsFilled(FormField field, CardSubmission submission) =>
        submission.Inputs.TryGetValue(field.Name, out var sent) && FieldReading.Read(field, sent).Value is not null;

    private static int Shown(RowGroup group, CardSubmission submission, FormPress press)
    {
        var known = submission.Extras.GetValueOrDefault(RowsPrefix + group.Name);
        var shown = int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? Math.Min(rows, group.MaxRows)
            : group.FirstRows;
        return press is FormPress.AddRow add && add.Group == group.Name ? Math.Min(shown + 1, group.MaxRows) : shown;
    }
}
