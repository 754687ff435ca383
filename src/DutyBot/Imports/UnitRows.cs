using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;

namespace DutyBot.Imports;

/// <summary>A line of the file of units: from the day in it on, the unit is called so and stands there.</summary>
internal static partial class UnitRows
{
    public static ImportRow Read(CsvRow row, ImportMoment moment)
    {
        var id = new UnitId(row[CsvColumn.Id]);
        return moment.Organisation.UnitOn(id, row.Date(CsvColumn.From) ?? moment.Today) is { } held
            ? Changed(row, held, moment)
            : Created(row, id, moment.Act);
    }

    private static ImportRow Created(CsvRow row, UnitId id, Act act)
    {
        if (!Usable().IsMatch(id.Value))
        {
            return ImportRow.Refused(new Problem("E-IMPORT-UNIT-ID", null, ("text", id.Value)));
        }

        var unit = new NewUnit(
            id,
            row[CsvColumn.Name],
            row[CsvColumn.ShortName],
            row.Choice<UnitKind>(CsvColumn.Kind),
            Parent(row),
            row.Optional(CsvColumn.Code)
        );
        return new ImportRow([new CreateUnit(act, unit, row.Date(CsvColumn.From), row[CsvColumn.Basis])], IsNew: true, []);
    }

    private static ImportRow Changed(CsvRow row, UnitView held, ImportMoment moment) =>
        Fixed(row, held, moment).ToList() is { Count: > 0 } problems ? ImportRow.Refused(problems) : Differences(row, held, moment.Act);

    /// <summary>What no act can change once the unit is there.</summary>
    private static IEnumerable<Problem> Fixed(CsvRow row, UnitView held, ImportMoment moment)
    {
        if (row.Choice<UnitKind>(CsvColumn.Kind) is { } kind && kind != held.Kind)
        {
            yield return new Problem("E-IMPORT-KIND", null, ("text", CsvWords.Word(held.Kind, moment.Texts)));
        }

        if (row.Optional(CsvColumn.Code) is { } code && code != held.Code)
        {
            yield return new Problem("E-IMPORT-CODE", null, ("text", held.Code ?? "-"));
        }

        if (row.Date(CsvColumn.From) < held.Since)
        {
            yield return new Problem("E-UNIT-NOT-YET", null, ("unit", held.Id), ("date", held.Since));
        }
    }

    private static ImportRow Differences(CsvRow row, UnitView held, Act act)
    {
        var commands = ImmutableArray.CreateBuilder<OrganisationCommand>();
        var (named, from) = (row[CsvColumn.Name], row.Date(CsvColumn.From));
        var brief = ShortName(row, held, named);
        if (named != held.Name || brief != held.ShortName)
        {
            commands.Add(new RenameUnit(act, held.Id, named, brief, from, row[CsvColumn.Basis]));
        }

        var parent = row.Cells.ContainsKey(CsvColumn.Parent) ? Parent(row) : held.Parent;
        if (parent != held.Parent)
        {
            commands.Add(new MoveUnit(act, held.Id, parent, from, row[CsvColumn.Basis]));
        }

        ImportChange[] changes =
        [
            new(CsvColumn.Name, held.Name, named),
            new(CsvColumn.ShortName, held.ShortName, brief),
            new(CsvColumn.Parent, held.Parent?.Value ?? "", parent?.Value ?? ""),
        ];
        return new ImportRow(commands.ToImmutable(), IsNew: false, [.. changes.Where(change => change.Old != change.New)]);
    }

    // A file without short names says nothing about them.
    private static string ShortName(CsvRow row, UnitView held, string named) =>
        row.Optional(CsvColumn.ShortName) ?? (row.Cells.ContainsKey(CsvColumn.ShortName) ? named : held.ShortName);

    private static UnitId? Parent(CsvRow row) => row.Optional(CsvColumn.Parent) is { } id ? new UnitId(id) : null;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Usable();
}
