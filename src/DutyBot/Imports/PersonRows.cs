using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;

namespace DutyBot.Imports;

/// <summary>A line of the file of people: who somebody is and, where it names a unit, one position there. Several lines give several positions.</summary>
internal static class PersonRows
{
    public static ImportRow Read(CsvRow row, ImportMoment moment)
    {
        if (!Guid.TryParseExact(row[CsvColumn.Person], "D", out var guid))
        {
            return ImportRow.Refused(new Problem("E-IMPORT-PERSON-ID", null, ("text", row[CsvColumn.Person])));
        }

        var held = moment.Organisation.PersonOf(new PersonId(guid.ToString("D")));
        var wanted = Wanted(row, new PersonId(guid.ToString("D")), held);
        var (post, change) = Post(row, wanted.Id, moment);
        return new ImportRow(
            [new RegisterPerson(moment.Act, wanted.Id, wanted.Name, wanted.Title, wanted.Upn), .. post],
            IsNew: held is null,
            held is null ? [] : [.. Changes(held, wanted), .. change]
        );
    }

    // A file without a column says nothing about what would stand in it.
    private static Person Wanted(CsvRow row, PersonId id, Person? held) =>
        new(
            id,
            row[CsvColumn.Name],
            row.Cells.TryGetValue(CsvColumn.Title, out var title) ? title : held?.Title ?? "",
            row.Cells.ContainsKey(CsvColumn.Upn) ? row.Optional(CsvColumn.Upn) : held?.Upn
        );

    private static IEnumerable<ImportChange> Changes(Person held, Person wanted) =>
        new ImportChange[]
        {
            new(CsvColumn.Name, held.Name, wanted.Name),
            new(CsvColumn.Title, held.Title, wanted.Title),
            new(CsvColumn.Upn, held.Upn ?? "", wanted.Upn ?? ""),
        }.Where(change => change.Old != change.New);

    private static (ImmutableArray<OrganisationCommand> Post, ImmutableArray<ImportChange> Change) Post(
        CsvRow row,
        PersonId person,
        ImportMoment moment
    )
    {
        if (row.Optional(CsvColumn.Unit) is not { } unit)
        {
            return ([], []);
        }

        var wanted = new Appoint(
            moment.Act,
            person,
            new UnitId(unit),
            row.Choice<Position>(CsvColumn.Position),
            row.Date(CsvColumn.From),
            row.Date(CsvColumn.Until)
        );
        var held = Held(wanted, moment.Organisation);
        return held?.Validity == new Validity(wanted.From ?? default, wanted.To) ? ([], [])
            : held is not null && EndsEarlier(held, wanted.To) ? ([Ended(held, wanted)], [Until(held, wanted.To)])
            : ([wanted], [Appointed(wanted, row, moment)]);
    }

    // The same position from the same day on; with the same last day before any other.
    private static Appointment? Held(Appoint wanted, Organisation organisation) =>
        wanted is { Unit: { } unit, From: { } from }
            ? organisation
                .PostsIn(unit, from)
                .Where(post => post.Person == wanted.Person && post.Position == wanted.Position && post.Validity.From == from)
                .OrderByDescending(post => post.Validity.To == wanted.To)
                .FirstOrDefault()
            : null;

    private static bool EndsEarlier(Appointment held, LocalDate? to) =>
        to is { } last && last >= held.Validity.From && (held.Validity.To is not { } end || last < end);

    private static EndAppointment Ended(Appointment held, Appoint wanted) => new(wanted.Act, held.Person, held.Unit, held.Position, wanted.To);

    private static ImportChange Until(Appointment held, LocalDate? to) =>
        new(CsvColumn.Until, OrganisationCsv.Text(held.Validity.To), OrganisationCsv.Text(to));

    private static ImportChange Appointed(Appoint wanted, CsvRow row, ImportMoment moment) =>
        new(
            CsvColumn.Position,
            string.Join(
                ", ",
                moment
                    .Organisation.PostsOf(wanted.Person!.Value, wanted.From ?? moment.Today)
                    .Select(post => $"{CsvWords.Word(post.Position, moment.Texts)} {post.Unit}")
            ),
            $"{row[CsvColumn.Position]} {row[CsvColumn.Unit]} {OrganisationCsv.Text(wanted.From)}-{OrganisationCsv.Text(wanted.To)}"
        );
}
