using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Organisations;
using NodaTime;
using NodaTime.Text;

namespace DutyBot.Imports;

/// <summary>A file as it was read: its rows by column, what is wrong with it as a whole, and the headings that mean nothing here.</summary>
/// <param name="Repeated">Headings of a column that stands there already: the first one is read.</param>
internal sealed record CsvSheet(
    ImmutableArray<CsvRow> Rows,
    ImmutableArray<CsvColumn> Missing,
    ImmutableArray<string> Ignored,
    ImmutableArray<string> Repeated
)
{
    public static CsvSheet Read(string text, CsvFile file)
    {
        var records = CsvText.Read(text).ToList();
        var headings = records.Count == 0 ? [] : records[0].Cells;
        var columns = headings.Select(heading => CsvWords.Read(heading, file.Columns)).ToList();
        ImmutableArray<CsvColumn> missing = [.. file.Required.Where(column => !columns.Contains(column))];
        return new(
            missing.IsEmpty ? [.. records.Skip(1).Select(record => RowOf(record, columns))] : [],
            missing,
            [.. headings.Where((heading, at) => columns[at] is null && heading.Length > 0)],
            [.. headings.Where((_, at) => columns[at] is { } column && columns.IndexOf(column) < at)]
        );
    }

    private static CsvRow RowOf(CsvRecord record, List<CsvColumn?> columns)
    {
        var cells = record.Cells.Zip(columns).Where(cell => cell.Second is not null).GroupBy(cell => cell.Second!.Value, cell => cell.First);
        var surplus = record.Cells.Skip(columns.Count).Any(cell => cell.Length > 0);
        return new CsvRow(record.Line, cells.ToDictionary(cell => cell.Key, cell => cell.First()), record.IsBroken || surplus);
    }
}

/// <param name="IsBroken">The line cannot be divided into the columns of the heading.</param>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<CsvColumn, string> Cells, bool IsBroken)
{
    /// <summary>Longest text of a cell, in characters: whatever is imported at once stays far below what one write can hold.</summary>
    public const int MostCharacters = 500;

    private static readonly LocalDatePattern Typed = LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy");

    public string this[CsvColumn column] => Cells.GetValueOrDefault(column, "");

    public string? Optional(CsvColumn column) => this[column] is { Length: > 0 } text ? text : null;

    public LocalDate? Date(CsvColumn column) =>
        Optional(column) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso.Value
        : Typed.Parse(text) is { Success: true } typed ? typed.Value
        : null;

    public T? Choice<T>(CsvColumn column)
        where T : struct, Enum => Optional(column) is { } text ? CsvWords.Read(text, Enum.GetValues<T>()) : null;

    /// <summary>What cannot be read, whatever it may mean.</summary>
    public IEnumerable<Problem> Unreadable()
    {
        if (IsBroken)
        {
            yield return new Problem("E-IMPORT-LINE");
        }

        foreach (var cell in Cells.Where(cell => cell.Value.Length > MostCharacters))
        {
            yield return new Problem("E-TOO-LONG", null, ("n", cell.Value.Length), ("max", MostCharacters));
        }

        foreach (var secret in Cells.Values.Select(text => SecrecyMarks.Check(text)).OfType<Problem>().Take(1))
        {
            yield return secret;
        }

        foreach (var column in new[] { CsvColumn.From, CsvColumn.Until }.Where(column => Optional(column) is not null && Date(column) is null))
        {
            yield return new Problem("E-BAD-DATE", null, ("text", this[column]));
        }

        var words = new[]
        {
            (CsvColumn.Kind, Choice<UnitKind>(CsvColumn.Kind) is null),
            (CsvColumn.Position, Choice<Position>(CsvColumn.Position) is null),
        };
        foreach (var (column, _) in words.Where(word => word.Item2 && Optional(word.Item1) is not null))
        {
            yield return new Problem("E-BAD-CHOICE", null, ("text", this[column]));
        }
    }
}
