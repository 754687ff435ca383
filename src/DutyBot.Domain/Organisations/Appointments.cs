using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>All appointments, found by unit and by person without looking at the others.</summary>
internal sealed class Appointments
{
    private readonly ImmutableDictionary<UnitId, ImmutableArray<Appointment>> byUnit;
    private readonly ImmutableDictionary<PersonId, ImmutableArray<Appointment>> byPerson;

    private Appointments(
        ImmutableDictionary<UnitId, ImmutableArray<Appointment>> byUnit,
        ImmutableDictionary<PersonId, ImmutableArray<Appointment>> byPerson
    )
    {
        this.byUnit = byUnit;
        this.byPerson = byPerson;
    }

    public static Appointments None { get; } =
        new(ImmutableDictionary<UnitId, ImmutableArray<Appointment>>.Empty, ImmutableDictionary<PersonId, ImmutableArray<Appointment>>.Empty);

    /// <summary>Those in the unit on the date, by position and then the latest first.</summary>
    public IEnumerable<Appointment> In(UnitId unit, LocalDate date) => On(byUnit.GetValueOrDefault(unit, []), date);

    /// <summary>Those in the unit at any time.</summary>
    public IEnumerable<Appointment> EverIn(UnitId unit) => byUnit.GetValueOrDefault(unit, []);

    /// <summary>Those of the person on the date, by position and then the latest first.</summary>
    public IEnumerable<Appointment> Of(PersonId person, LocalDate date) => On(byPerson.GetValueOrDefault(person, []), date);

    /// <summary>The first of <see cref="Of"/> in a unit that is active; without sorting, because a search asks it for everybody.</summary>
    public Appointment? HighestOf(PersonId person, LocalDate date, Func<UnitId, bool> isActive)
    {
        Appointment? highest = null;
        foreach (var held in byPerson.GetValueOrDefault(person, []))
        {
            if (held.Validity.Contains(date) && IsAbove(held, highest) && isActive(held.Unit))
            {
                highest = held;
            }
        }

        return highest;
    }

    public Appointments With(Appointment added)
    {
        var ofUnit = byUnit.GetValueOrDefault(added.Unit, []);
        return ofUnit.Contains(added)
            ? this
            : new(
                byUnit.SetItem(added.Unit, ofUnit.Add(added)),
                byPerson.SetItem(added.Person, byPerson.GetValueOrDefault(added.Person, []).Add(added))
            );
    }

    /// <summary>One that begins on the day after its last is taken back: it was replaced on its first day.</summary>
    public Appointments Ended(PersonId person, UnitId unit, Position position, LocalDate lastDay)
    {
        bool IsMeant(Appointment a) => a.Person == person && a.Unit == unit && a.Position == position;

        ImmutableArray<Appointment> Cut(ImmutableArray<Appointment> held) =>
            [
                .. held.Where(a => !IsMeant(a) || a.Validity.From != lastDay.PlusDays(1))
                    .Select(a => IsMeant(a) ? a with { Validity = a.Validity.CutAfter(lastDay) } : a),
            ];

        return new(
            byUnit.SetItem(unit, Cut(byUnit.GetValueOrDefault(unit, []))),
            byPerson.SetItem(person, Cut(byPerson.GetValueOrDefault(person, [])))
        );
    }

    /// <summary>Everybody who would still be in the one unit on the day is in the other from it on; a head or acting head becomes a deputy.</summary>
    public Appointments Moved(UnitId unit, UnitId to, LocalDate from)
    {
        var moved = this;
        foreach (var held in byUnit.GetValueOrDefault(unit, []).Where(a => a.Validity.To is not { } last || last >= from))
        {
            var position = held.Position is Position.Head or Position.Acting ? Position.Deputy : held.Position;
            var first = LocalDate.Max(held.Validity.From, from);
            moved = moved.Ended(held.Person, unit, held.Position, from.PlusDays(-1));
            moved = moved.byUnit.GetValueOrDefault(to, []).Any(a => a.Person == held.Person && a.Validity.Contains(first))
                ? moved
                : moved.With(held with { Unit = to, Position = position, Validity = held.Validity with { From = first } });
        }

        return moved;
    }

    private static bool IsAbove(Appointment held, Appointment? other) =>
        other is null || held.Position < other.Position || (held.Position == other.Position && held.Validity.From > other.Validity.From);

    private static IEnumerable<Appointment> On(ImmutableArray<Appointment> appointments, LocalDate date) =>
        appointments.Where(a => a.Validity.Contains(date)).OrderBy(a => a.Position).ThenByDescending(a => a.Validity.From);
}
