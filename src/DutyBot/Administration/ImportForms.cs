using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Features;
using DutyBot.Imports;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>
/// Units or people as pasted lines: what would become of each and, once the admin says so and no line is refused, all of it recorded. Until then
/// the form comes back filled in, with the report (D22).
/// </summary>
internal sealed class ImportForm() : AnsweringFeature("org.import")
{
    /// <summary>UTF-16 code units: so that what was pasted comes back whole and leaves room for the report.</summary>
    private const int MostCharacters = 10_000;

    private const string Csv = "csv";
    private const string DryRun = "dryRun";

    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.import"],
            Intro = [visit.Texts["admin.import"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.import"],
            Values = FormValues.Empty.With(DryRun, ticked: true),
            Items =
            [
                CsvKinds.Field(visit.Texts),
                new TextField(Csv, visit.Texts["fld.csv"], MostCharacters)
                {
                    Required = true,
                    Multiline = true,
                    Hint = visit.Texts["hint.csv"],
                },
                new ToggleField(DryRun, visit.Texts["fld.dryRun"]),
            ],
        };

    public override async ValueTask<FormAnswer> Answer(Visit visit, Form form, FormValues values, CancellationToken cancel)
    {
        if (CsvKinds.Chosen(values) is not { } file || values.Text(Csv).Length == 0)
        {
            return new FormAnswer.Show(form.Refused(values, Missing(values)));
        }

        var import = PastedImport.Read(values.Text(Csv), file, visit);
        if (values.Toggle(DryRun))
        {
            return Again(form.Refused(values, []), import, "n.importChecked", visit.Texts);
        }

        if (!import.IsSound)
        {
            return Again(form.Refused(values, [new Problem("E-IMPORT-REFUSED")]), import, "n.importNothing", visit.Texts);
        }

        return await import.Record(cancel)
            ? new FormAnswer.Read(Recorded(import, visit.Texts))
            : Again(form.Refused(values, [new Problem("n.importStopped")]), import, "n.importPlanned", visit.Texts);
    }

    private static IEnumerable<Problem> Missing(FormValues values) =>
        [
            .. CsvKinds.Chosen(values) is null ? [new Problem("E-CSV-KIND", CsvKinds.Kind)] : Array.Empty<Problem>(),
            .. values.Text(Csv).Length == 0 ? [new Problem("E-CSV-EMPTY", Csv)] : Array.Empty<Problem>(),
        ];

    private static FormAnswer.Show Again(Form form, PastedImport import, string said, Texts texts)
    {
        var lines = ShownLines.Fit(import.Report(), shown => FormCard.Render(With(shown), texts), texts);
        return new FormAnswer.Show(With(lines));

        Form With(IReadOnlyList<string> shown) => form with { Intro = [texts[said], .. shown] };
    }

    private static RenderedCard Recorded(PastedImport import, Texts texts)
    {
        return new RenderedCard(Card(ShownLines.Fit(import.Report(), Card, texts)), texts["n.importRecorded"]);

        AdaptiveCard Card(IReadOnlyList<string> shown) =>
            AdminCard.Of(new AdminView(texts["card.import"], [new(texts["n.importRecorded"], shown, [])]), texts);
    }
}

/// <summary>Units or people as they are today, as the lines that an import reads.</summary>
internal sealed class ExportForm() : AnsweringFeature("org.export")
{
    protected override Form Form(Visit visit, CardAction action) =>
        new()
        {
            Title = visit.Texts["card.export"],
            Intro = [visit.Texts["admin.export"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.export"],
            Items = [CsvKinds.Field(visit.Texts)],
        };

    public override async ValueTask<FormAnswer> Answer(Visit visit, Form form, FormValues values, CancellationToken cancel)
    {
        if (CsvKinds.Chosen(values) is not { } file)
        {
            return new FormAnswer.Show(form.Refused(values, [new Problem("E-CSV-KIND", CsvKinds.Kind)]));
        }

        var texts = visit.Texts;
        var written = new OrganisationCsv(await visit.Desk.OrganisationHistory(cancel), visit.Names.Today, texts);
        var card = CsvCard.Of(texts["card.export"], file == CsvFile.Units ? written.Units() : written.People(), texts);
        var isSmall = CardJson.ToUtf8(card).Length <= ShownLines.MostBytes;
        return new FormAnswer.Read(
            new RenderedCard(
                isSmall
                    ? card
                    : AdminCard.Of(new AdminView(texts["card.export"], [new(texts["lbl.exportLarge"], [texts["n.exportLarge"]], [])]), texts),
                texts["card.export"]
            )
        );
    }
}

/// <summary>The choice between the two files.</summary>
internal static class CsvKinds
{
    public const string Kind = "kind";

    private const string Units = "units";
    private const string People = "people";

    public static ChoiceField Field(Texts texts) =>
        new(Kind, texts["fld.csvKind"], [new Choice(texts["lbl.csv.units"], Units), new Choice(texts["lbl.csv.people"], People)])
        {
            Required = true,
            Style = ChoiceStyle.Expanded,
        };

    public static CsvFile? Chosen(FormValues values) =>
        values.Choice(Kind) switch
        {
            Units => CsvFile.Units,
            People => CsvFile.People,
            _ => null,
        };
}
