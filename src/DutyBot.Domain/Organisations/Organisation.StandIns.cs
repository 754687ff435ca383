using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <content>
/// Who stands in on a date for somebody who is fully away: whoever has their delegation, else the next in line, and only people who are there.
/// Nobody stands in for a person who is away but finishes what they have.
/// </content>
public sealed partial record Organisation
{
    /// <summary>For the head of the unit: the head's delegate, else who is acting, else the first deputy. Null when the head is there, or nobody stands in.</summary>
    public StandIn? StandInOfHead(UnitId unit, LocalDate date) =>
        HeadOf(unit, date) is { } head ? StandInOf(head, date, () => InLineForHead(head, unit, date)) : null;

    /// <summary>For a leader: the delegate of everything, else another leader, else the first deputy of the leadership.</summary>
    public StandIn? StandInOfLeader(PersonId leader, LocalDate date) => StandInOf(leader, date, () => InLineForLeader(leader, date));

    /// <summary>
    /// For a person who is addressed by name: as leader, assigner or head. Nobody stands in for an officer: the head of the unit, who answers for
    /// it, is told whatever an officer is told.
    /// </summary>
    public StandIn? StandInOf(PersonId person, LocalDate date) => StandInOf(person, date, () => InLineFor(person, date));

    /// <summary>Everybody the person stands in for on the date.</summary>
    public ImmutableArray<PersonId> StoodInForBy(PersonId person, LocalDate date) =>
        [.. Absences.Keys.Where(absent => StandInOf(absent, date)?.Person == person).OrderBy(absent => absent.Value, StringComparer.Ordinal)];

    private StandIn? StandInOf(PersonId person, LocalDate date, Func<IEnumerable<PersonId>> line) =>
        AbsenceOf(person, date) is not { Grade: AbsenceGrade.FullyAway } absence ? null
        : line().Where(next => next != person && AbsenceOf(next, date) is null).Select(next => (PersonId?)next).FirstOrDefault() is { } found
            ? new StandIn(found, absence)
        : null;

    private IEnumerable<PersonId> InLineForHead(PersonId head, UnitId unit, LocalDate date) =>
        DelegatesOf(head, DelegationScope.Headship, date).Concat(Holding(Position.Acting, unit, date)).Concat(DeputiesOf(unit, date));

    private IEnumerable<PersonId> InLineForLeader(PersonId leader, LocalDate date) =>
        DelegatesOf(leader, DelegationScope.Everything, date)
            .Concat(Leaders(date))
            .Concat(ActiveOf(UnitKind.Leadership, date).SelectMany(unit => DeputiesOf(unit.Id, date)));

    private IEnumerable<PersonId> InLineFor(PersonId person, LocalDate date)
    {
        var leads = Leaders(date).Contains(person);
        var asLeader = leads ? InLineForLeader(person, date) : [];
        var asAssigner = !leads && IsAssigner(person, date) ? DelegatesOf(person, DelegationScope.Assigning, date).Concat(Leaders(date)) : [];
        var asHead = UnitsLedBy(person, date).SelectMany(unit => InLineForHead(person, unit, date));
        return asLeader.Concat(asAssigner).Concat(asHead);
    }

    private ImmutableArray<PersonId> DelegatesOf(PersonId grantor, DelegationScope scope, LocalDate date) =>
        [.. DelegationsBy(grantor, date).Where(delegation => delegation.Covers(scope)).Select(delegation => delegation.Delegate)];

    private static Authority InAbsence(PersonId person, StandIn? standIn) =>
        standIn?.Person == person ? Authority.InAbsenceOf(standIn!.For.Person) : Authority.None;
}
