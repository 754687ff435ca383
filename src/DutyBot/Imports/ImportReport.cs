using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams;
using NodaTime;

namespace DutyBot.Imports;

/// <summary>A plan in words: a sentence for the whole, then one for each line.</summary>
internal sealed class ImportReport(Organisation organisation, LocalDate today, Texts texts)
{
    private readonly Names names = new(organisation, organisation.Calendar, today, texts);

    /// <summary>What is wrong with the file as a whole.</summary>
    public IEnumerable<string> Of(CsvSheet sheet) =>
        sheet
            .Missing.Select(column => texts.Format("E-IMPORT-COLUMN", ("text", CsvWords.Word(column, texts))))
            .Concat(sheet.Ignored.Select(heading => texts.Format("n.importIgnored", ("text", heading))))
            .Concat(sheet.Repeated.Select(heading => texts.Format("n.importRepeated", ("text", heading))));

    public string Summary(ImportPlan plan) =>
        texts.Format(
            "n.importSummary",
            ("created", Count<ImportResult.Creates>(plan)),
            ("changed", Count<ImportResult.Changes>(plan)),
            ("same", Count<ImportResult.Same>(plan)),
            ("refused", Count<ImportResult.Refused>(plan))
        );

    public string Of(ImportLine line) =>
        texts.Format(
            "n.importLine",
            ("line", line.Line.ToString(CultureInfo.InvariantCulture)),
            ("subject", line.Subject),
            ("result", Of(line.Result))
        );

    public string Of(Problem problem) => names.Of(problem);

    private string Of(ImportResult result) =>
        result switch
        {
            ImportResult.Creates => texts["lbl.import.creates"],
            ImportResult.Changes changes => texts.Format("lbl.import.changes", ("changes", string.Join("; ", changes.What.Select(Of)))),
            ImportResult.Same => texts["lbl.import.same"],
            ImportResult.Refused refused => texts.Format("lbl.import.refused", ("problems", Of(refused.Problems))),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Not a result of a line."),
        };

    // The sentence around them brings the full stop.
    private string Of(ImmutableArray<Problem> problems) => string.Join(" ", problems.Select(Of)).TrimEnd('.');

    private string Of(ImportChange change) =>
        texts.Format("lbl.import.change", ("column", CsvWords.Word(change.Column, texts)), ("old", Shown(change.Old)), ("new", Shown(change.New)));

    private static string Shown(string text) => text.Length == 0 ? "-" : text;

    private static int Count<T>(ImportPlan plan)
        where T : ImportResult => plan.Lines.Count(line => line.Result is T);
}
