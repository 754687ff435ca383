using System.Collections.Immutable;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <content>
/// Who may act on a date. A delegation counts only while its grantor holds the right in person, so a delegate cannot pass it on
/// (D-03, NĐ 30/2020 art. 13.3).
/// </content>
public sealed partial record Organisation
{
    /// <summary>Whether the person may act for the unit: as its head, as acting head, or by the head's delegation.</summary>
    public Authority MayActAsHead(PersonId person, UnitId unit, LocalDate date) =>
        Authorise(person, date, DelegationScope.Headship, holder => HeadOf(unit, date) == holder);

    /// <summary>Whether the person may assign tasks and decide on them: an assigner, or by an assigner's delegation.</summary>
    public Authority MayAssign(PersonId person, LocalDate date) =>
        Authorise(person, date, DelegationScope.Assigning, holder => IsAssigner(holder, date));

    /// <summary>Whether the person may decide on what that assigner assigned: the assigner, or by that assigner's delegation.</summary>
    public Authority MayAssignFor(PersonId person, PersonId assigner, LocalDate date) =>
        Authorise(person, date, DelegationScope.Assigning, holder => holder == assigner && IsAssigner(holder, date));

    /// <summary>Whether the person may decide as leadership: a leader, or by a leader's delegation of everything.</summary>
    public Authority MayActAsLeader(PersonId person, LocalDate date) =>
        Authorise(person, date, DelegationScope.Everything, holder => Leaders(date).Contains(holder));

    /// <summary>Whether the person may act for the holder in everything: the holder, or by the holder's delegation.</summary>
    public Authority MayActFor(PersonId person, PersonId holder, LocalDate date) =>
        Authorise(person, date, DelegationScope.Everything, grantor => grantor == holder);

    /// <summary>In person: the head or a deputy of the leadership, or whoever was granted the role.</summary>
    public bool IsAssigner(PersonId person, LocalDate date) =>
        HasRole(person, Role.Assigner, date)
        || AppointmentsOf(person, date)
            .Any(a => Units[a.Unit].Kind == UnitKind.Leadership && (a.Position == Position.Deputy || HeadOf(a.Unit, date) == person));

    /// <summary>The heads of the leadership (the director), then those granted the role.</summary>
    public ImmutableArray<PersonId> Leaders(LocalDate date)
    {
        var heads = ActiveOf(UnitKind.Leadership, date).Select(u => HeadOf(u.Id, date)).OfType<PersonId>();
        return [.. heads.Concat(Roles.Where(r => r.Role == Role.Leader && r.Validity.Contains(date)).Select(r => r.Person)).Distinct()];
    }

    public bool HasRole(PersonId person, Role role, LocalDate date) =>
        Roles.Any(r => r.Person == person && r.Role == role && r.Validity.Contains(date));

    /// <summary>The delegation in force between the two on that date, whether or not the grantor still holds what was delegated.</summary>
    public Delegation? DelegationBy(PersonId grantor, PersonId person, LocalDate date) =>
        DelegationsByDelegate.GetValueOrDefault(person, []).FirstOrDefault(d => d.Grantor == grantor && d.Validity.Contains(date));

    private Authority Authorise(PersonId person, LocalDate date, DelegationScope scope, Func<PersonId, bool> holdsInPerson)
    {
        if (holdsInPerson(person))
        {
            return Authority.InOwnRight;
        }

        var delegation = DelegationsByDelegate
            .GetValueOrDefault(person, [])
            .FirstOrDefault(d => d.Validity.Contains(date) && d.Covers(scope) && holdsInPerson(d.Grantor));
        return delegation is null ? Authority.None : Authority.ByDelegation(delegation);
    }
}
