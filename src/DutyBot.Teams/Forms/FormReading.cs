using System.Globalization;
using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Teams.Forms;

/// <summary>A submitted form, read: everything typed is in <paramref name="Values"/>, also what <paramref name="Problems"/> complains about.</summary>
/// <param name="Problems">Only what can be said without knowing the duty: too long, not a date, not one of the choices.</param>
public sealed record FormReading(FormPress Press, FormValues Values, IReadOnlyList<Problem> Problems)
{
    private const string RowsPrefix = FormPress.ExtraPrefix + "rows:";

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
                FormField field => ReadField(values, field, submission, problems),
                RowGroup group => ReadRows(values, group, submission, press, problems),
                _ => values,
            };
        }

        return new FormReading(press, values, problems);
    }

    /// <summary>
    /// Tells the button what the form showed beyond its inputs: how many rows (rows left empty send nothing), and whom a search had found.
    /// </summary>
    internal static CardAction WithWhatIsShown(Form form, CardAction action)
    {
        foreach (var group in form.Items.OfType<RowGroup>())
        {
            action = action.With(RowsPrefix + group.Name, group.ShownRows(form.Values).ToString(CultureInfo.InvariantCulture));
        }

        return form.ShownFields().OfType<SearchField>().Aggregate(action, (carrying, field) => SearchReading.WithFound(field, form.Values, carrying));
    }

    private static FormValues ReadField(FormValues values, FormField field, CardSubmission submission, List<Problem> problems)
    {
        if (field is SearchField search)
        {
            return SearchReading.Read(values, search, submission, problems);
        }

        if (!submission.Inputs.TryGetValue(field.Name, out var sent))
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

    // Rows stay where they are, also behind an empty one: another field may refer to a row by its number.
    private static FormValues ReadRows(FormValues values, RowGroup group, CardSubmission submission, FormPress press, List<Problem> problems)
    {
        var last = 0;
        for (var row = 1; row <= group.MaxRows; row++)
        {
            foreach (var field in group.Fields(row))
            {
                values = ReadField(values, field, submission, problems);
                last = IsFilled(values, field) ? row : last;
            }
        }

        return values.WithRows(group.Name, last, Shown(group, submission, press));
    }

    private static bool IsFilled(FormValues values, FormField field) =>
        values.Raw(field.Name) is not null || (field is SearchField search && SearchReading.IsUnderWay(values, search));

    private static int Shown(RowGroup group, CardSubmission submission, FormPress press)
    {
        var known = submission.Extras.GetValueOrDefault(RowsPrefix + group.Name);
        var shown = int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? Math.Min(rows, group.MaxRows)
            : group.FirstRows;
        return press is FormPress.AddRow add && add.Group == group.Name ? Math.Min(shown + 1, group.MaxRows) : shown;
    }
}
