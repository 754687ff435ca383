using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams;
using NodaTime;
using NodaTime.Text;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Imports;

/// <summary>The organisation on a day, as the two files; read again they change nothing.</summary>
internal sealed class OrganisationCsv(IReadOnlyList<OrganisationEvent> history, LocalDate date, Texts texts)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dd/MM/yyyy");

    private readonly Organisation organisation = Organisation.From(history);

    public static string Text(LocalDate? date) => date is { } day ? Day.Format(day) : "";

    public string Units()
    {
        var changes = history.Select(Change).OfType<UnitChange>().Where(change => change.From <= date).ToLookup(change => change.Unit);
        return Write(CsvFile.Units, ParentsFirst().Select(unit => Row(unit, changes[unit.Id].OrderBy(change => change.From).LastOrDefault())));
    }

    public string People() => Write(CsvFile.People, organisation.SearchPeople("", date).SelectMany(Rows));

    // An empty organisation takes them in this order: a unit can only begin under one that is there.
    private IEnumerable<UnitView> ParentsFirst()
    {
        var units = organisation.UnitsOn(date);
        var known = units.Select(unit => unit.Id).ToHashSet();
        var under = units.ToLookup(unit => unit.Parent is { } parent && known.Contains(parent) ? parent.Value : "");
        var open = new Stack<UnitView>(under[""].Reverse());
        while (open.TryPop(out var unit))
        {
            yield return unit;
            foreach (var child in under[unit.Id.Value].Reverse())
            {
                open.Push(child);
            }
        }
    }

    private string[] Row(UnitView unit, UnitChange? last) =>
        [
            unit.Id.Value,
            unit.Name,
            unit.ShortName,
            CsvWords.Word(unit.Kind, texts),
            unit.Parent?.Value ?? "",
            Text(last?.From ?? unit.Since),
            last?.Basis ?? "",
            unit.Code ?? "",
        ];

    private IEnumerable<string[]> Rows(Person person)
    {
        string[] who = [person.Id.Value, person.Name, person.Title, person.Upn ?? ""];
        var posts = organisation.PostsOf(person.Id, date);
        return posts.IsEmpty
            ?
            [
                [.. who, "", "", "", ""],
            ]
            : posts.Select(post => (string[])[.. who, .. Post(post)]);
    }

    private string[] Post(Appointment post) =>
        [post.Unit.Value, CsvWords.Word(post.Position, texts), Text(post.Validity.From), Text(post.Validity.To)];

    private string Write(CsvFile file, IEnumerable<string[]> rows) =>
        CsvText.Write(
            rows.Prepend([.. file.Columns.Select(column => CsvWords.Word(column, texts))]),
            texts.Language == Language.Vietnamese ? ';' : ','
        );

    private static UnitChange? Change(OrganisationEvent happened) =>
        happened switch
        {
            UnitCreated e => new(e.Unit, e.From, e.Basis),
            UnitRenamed e => new(e.Unit, e.From, e.Basis),
            UnitMoved e => new(e.Unit, e.From, e.Basis),
            _ => null,
        };

    private sealed record UnitChange(UnitId Unit, LocalDate From, string Basis);
}
