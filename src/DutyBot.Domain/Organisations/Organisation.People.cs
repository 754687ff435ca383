using System.Collections.Immutable;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>Who holds which position on a date. The appointments of a unit that is not active do not count.</content>
public sealed partial record Organisation
{
    /// <summary>How many people were ever registered.</summary>
    public int PeopleCount => People.Count;

    public Person? PersonOf(PersonId id) => People.Find(id);

    /// <summary>The head in office, else who is acting; of several the one appointed last.</summary>
    public PersonId? HeadOf(UnitId unit, LocalDate date) =>
        AppointmentsIn(unit, date).FirstOrDefault(a => a.Position is Position.Head or Position.Acting)?.Person;

    /// <summary>Who headed the unit from one date to another, both included, without the days on which nobody did .</summary>
    public ImmutableArray<HeadPeriod> HeadsBetween(UnitId unit, LocalDate from, LocalDate to)
    {
        var periods = ImmutableArray.CreateBuilder<HeadPeriod>();
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            if (HeadOf(unit, date) is not { } head)
            {
                continue;
            }

            if (periods.Count > 0 && periods[^1].Head == head && periods[^1].To.PlusDays(1) == date)
            {
                periods[^1] = periods[^1] with { To = date };
            }
            else
            {
                periods.Add(new HeadPeriod(head, date, date));
            }
        }

        return periods.ToImmutable();
    }

    public ImmutableArray<PersonId> DeputiesOf(UnitId unit, LocalDate date) => Holding(Position.Deputy, unit, date);

    public ImmutableArray<PersonId> OfficersOf(UnitId unit, LocalDate date) => Holding(Position.Officer, unit, date);

    public ImmutableArray<PersonId> FocalPointsOf(UnitId unit, LocalDate date) => Holding(Position.FocalPoint, unit, date);

    /// <summary>Everyone appointed in the unit, highest position first.</summary>
    public ImmutableArray<PersonId> MembersOf(UnitId unit, LocalDate date) => [.. AppointmentsIn(unit, date).Select(a => a.Person).Distinct()];

    /// <summary>Whether the person has a current appointment in the unit .</summary>
    public bool IsMemberOf(PersonId person, UnitId unit, LocalDate date) => AppointmentsOf(person, date).Any(a => a.Unit == unit);

    /// <summary>The person's own unit: that of the highest position.</summary>
    public UnitId? UnitOf(PersonId person, LocalDate date) => Appointments.HighestOf(person, date, unit => IsActive(unit, date))?.Unit;

    public ImmutableArray<UnitId> UnitsOf(PersonId person, LocalDate date) => [.. AppointmentsOf(person, date).Select(a => a.Unit).Distinct()];

    public ImmutableArray<UnitId> UnitsLedBy(PersonId person, LocalDate date) =>
        [.. UnitsOf(person, date).Where(unit => HeadOf(unit, date) == person)];

    /// <summary>Registered people whose name, title or unit has the words of the query (D-08), by name.</summary>
    public ImmutableArray<Person> SearchPeople(string query, LocalDate date)
    {
        var words = SearchText.Words(query).Select(word => (Word: word, Units: UnitsWith(word, date))).OrderBy(word => word.Units.Count).ToArray();
        return
        [
            .. People.ByName.Where(person =>
                Array.TrueForAll(words, word => person.Folded.HasWord(word.Word) || IsOfOne(person.Id, word.Units, date))
            ),
        ];
    }

    // Looked at once for each word and not once for each person: there are far fewer units than people, and most words are in no unit's name.
    private HashSet<UnitId> UnitsWith(string word, LocalDate date) =>
        [.. Units.Values.Where(unit => unit.NameOn(date).Searched.HasWord(word)).Select(unit => unit.Id)];

    private bool IsOfOne(PersonId person, HashSet<UnitId> units, LocalDate date) =>
        units.Count > 0 && UnitOf(person, date) is { } unit && units.Contains(unit);

    /// <summary>The appointments of the person on the date, highest position first.</summary>
    public ImmutableArray<Appointment> PostsOf(PersonId person, LocalDate date) => [.. AppointmentsOf(person, date)];

    /// <summary>The appointments in the unit on the date, highest position first; also of a unit that is not active (yet, or any more).</summary>
    public ImmutableArray<Appointment> PostsIn(UnitId unit, LocalDate date) => [.. Appointments.In(unit, date)];

    /// <summary>The absence of the person on the date, the farther one first; null when they are there.</summary>
    public Absence? AbsenceOf(PersonId person, LocalDate date) =>
        Absences.GetValueOrDefault(person, []).Where(a => a.Validity.Contains(date)).OrderByDescending(a => a.Grade).FirstOrDefault();

    /// <summary>The absences of the person that are not over before the day, also those that begin later; by first day.</summary>
    public ImmutableArray<Absence> AbsencesSince(PersonId person, LocalDate day) =>
        [.. Absences.GetValueOrDefault(person, []).Where(a => a.Validity.IsNotOverBefore(day)).OrderBy(a => a.Validity.From)];

    private ImmutableDictionary<PersonId, ImmutableArray<Absence>> Absences { get; init; } =
        ImmutableDictionary<PersonId, ImmutableArray<Absence>>.Empty;

    private Organisation AfterPerson(OrganisationEvent evt) =>
        evt switch
        {
            PersonRegistered e => this with { People = People.With(new Person(e.Person, e.Name, e.Title, e.Upn)) },
            Appointed e => this with { Appointments = Appointments.With(new(e.Person, e.Unit, e.Position, new Validity(e.From, e.To))) },
            AppointmentEnded e => this with { Appointments = Appointments.Ended(e.Person, e.Unit, e.Position, e.LastDay) },
            StaffMoved e => this with { Appointments = Appointments.Moved(e.Unit, e.To, e.From) },
            _ => this,
        };

    private ImmutableArray<PersonId> Holding(Position position, UnitId unit, LocalDate date) =>
        [.. AppointmentsIn(unit, date).Where(a => a.Position == position).Select(a => a.Person).Distinct()];

    private IEnumerable<Appointment> AppointmentsIn(UnitId unit, LocalDate date) => IsActive(unit, date) ? Appointments.In(unit, date) : [];

    private IEnumerable<Appointment> AppointmentsOf(PersonId person, LocalDate date) =>
        Appointments.Of(person, date).Where(a => IsActive(a.Unit, date));
}
