using System.Collections.Immutable;
using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>
/// Who may act on a date. A delegation counts only while its grantor holds the right in person, so a delegate cannot pass it on
/// (D-03, NĐ 30/2020 art. 13.3).
/// </content>
public sealed partial record Organisation
{
    /// <summary>
    /// Whether the person may act for the unit: as its head, as acting head, by the head's delegation, or in the place of a head who is fully away.
    /// </summary>
    public Authority MayActAsHead(PersonId person, UnitId unit, LocalDate date) =>
        Authorise(person, date, DelegationScope.Headship, holder => HeadOf(unit, date) == holder) is { IsGranted: true } authority
            ? authority
            : InAbsence(person, StandInOfHead(unit, date));

    /// <summary>Whether the person may assign tasks and decide on them: an assigner, or by an assigner's delegation.</summary>
    public Authority MayAssign(PersonId person, LocalDate date) =>
        Authorise(person, date, DelegationScope.Assigning, holder => IsAssigner(holder, date));

    /// <summary>Whether the person may decide on what that assigner assigned: the assigner, or by that assigner's delegation.</summary>
    public Authority MayAssignFor(PersonId person, PersonId assigner, LocalDate date) =>
        Authorise(person, date, DelegationScope.Assigning, holder => holder == assigner && IsAssigner(holder, date));

    /// <summary>Whether the person may decide as leadership: a leader, by a leader's delegation of everything, or for a leader who is fully away.</summary>
    public Authority MayActAsLeader(PersonId person, LocalDate date) =>
        Leaders(date).OrderByDescending(leader => leader == person).Select(leader => MayActFor(person, leader, date)).FirstOrDefault(a => a.IsGranted)
        ?? Authority.None;

    /// <summary>
    /// Whether the person may act for the holder in everything: the holder, by the holder's delegation, or in the place of a leader who is fully
    /// away.
    /// </summary>
    public Authority MayActFor(PersonId person, PersonId holder, LocalDate date) =>
        Authorise(person, date, DelegationScope.Everything, grantor => grantor == holder) is { IsGranted: true } authority ? authority
        : Leaders(date).Contains(holder) ? InAbsence(person, StandInOfLeader(holder, date))
        : Authority.None;

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

    /// <summary>Everybody who ever decided for the leadership, or would have in the place of somebody who did; also those who have left.</summary>
    public IEnumerable<PersonId> EverLeading =>
        Units
            .Values.Where(unit => unit.Kind == UnitKind.Leadership)
            .SelectMany(unit => Appointments.EverIn(unit.Id))
            .Where(post => post.Position != Position.Officer)
            .Select(post => post.Person)
            .Concat(Roles.Where(grant => grant.Role == Role.Leader).Select(grant => grant.Person))
            .Distinct();

    public bool HasRole(PersonId person, Role role, LocalDate date) =>
        Roles.Any(r => r.Person == person && r.Role == role && r.Validity.Contains(date));

    /// <summary>The delegation in force between the two on that date, whether or not the grantor still holds what was delegated.</summary>
    public Delegation? DelegationBy(PersonId grantor, PersonId person, LocalDate date) =>
        DelegationsByDelegate.GetValueOrDefault(person, []).FirstOrDefault(d => d.Grantor == grantor && d.Validity.Contains(date));

    /// <summary>Those with the role, whoever granted it.</summary>
    public ImmutableArray<PersonId> Holders(Role role, LocalDate date) =>
        [.. Roles.Where(r => r.Role == role && r.Validity.Contains(date)).Select(r => r.Person).Distinct()];

    /// <summary>Whether the person holds in person what a delegation of this scope would pass on (D-03).</summary>
    public bool HoldsInPerson(PersonId person, DelegationScope scope, LocalDate date) =>
        scope switch
        {
            DelegationScope.Headship => !UnitsLedBy(person, date).IsEmpty,
            DelegationScope.Assigning => IsAssigner(person, date),
            _ => !UnitsLedBy(person, date).IsEmpty || IsAssigner(person, date) || Leaders(date).Contains(person),
        };

    /// <summary>What was delegated to the person on the date.</summary>
    public ImmutableArray<Delegation> DelegationsTo(PersonId person, LocalDate date) =>
        [.. DelegationsByDelegate.GetValueOrDefault(person, []).Where(d => d.Validity.Contains(date))];

    /// <summary>What the person delegated to others on the date.</summary>
    public ImmutableArray<Delegation> DelegationsBy(PersonId person, LocalDate date) =>
        [.. DelegationsByDelegate.Values.SelectMany(d => d).Where(d => d.Grantor == person && d.Validity.Contains(date))];

    /// <summary>What the person delegated to others and is not over before the day, also what begins later; by first day.</summary>
    public ImmutableArray<Delegation> DelegationsGivenSince(PersonId grantor, LocalDate day) =>
        Since(DelegationsByDelegate.Values.SelectMany(d => d).Where(d => d.Grantor == grantor), day);

    /// <summary>What was delegated to the person and is not over before the day, also what begins later; by first day.</summary>
    public ImmutableArray<Delegation> DelegationsReceivedSince(PersonId person, LocalDate day) =>
        Since(DelegationsByDelegate.GetValueOrDefault(person, []), day);

    private static ImmutableArray<Delegation> Since(IEnumerable<Delegation> delegations, LocalDate day) =>
        [
            .. delegations
                .Where(d => d.Validity.IsNotOverBefore(day))
                .OrderBy(d => d.Validity.From)
                .ThenBy(d => d.Delegate.Value, StringComparer.Ordinal),
        ];

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

    private Organisation AfterRight(OrganisationEvent evt) =>
        evt switch
        {
            Delegated e => WithDelegation(new(e.Grantor, e.Delegate, e.Scope, new Validity(e.From, e.To), e.Document)),
            DelegationEnded e => WithoutDelegation(e),
            RoleGranted e => WithRole(new RoleGrant(e.Person, e.Role, new Validity(e.From, null))),
            RoleWithdrawn e => this with { Roles = [.. Roles.Select(r => Withdraw(r, e))] },
            AbsenceRecorded e => WithAbsence(new(e.Person, e.Grade, new Validity(e.From, e.To))),
            AbsenceEnded e => this with
            {
                Absences = Absences.SetItem(
                    e.Person,
                    [
                        .. Absences
                            .GetValueOrDefault(e.Person, [])
                            .Select(a => Ended(a.Validity, e.From, e.LastDay) is { } left ? a with { Validity = left } : null)
                            .OfType<Absence>(),
                    ]
                ),
            },
            _ => this,
        };

    private Organisation WithDelegation(Delegation added)
    {
        var known = DelegationsByDelegate.GetValueOrDefault(added.Delegate, []);
        return known.Contains(added) ? this : this with { DelegationsByDelegate = DelegationsByDelegate.SetItem(added.Delegate, known.Add(added)) };
    }

    private Organisation WithoutDelegation(DelegationEnded e)
    {
        Delegation? Cut(Delegation d) =>
            d.Grantor != e.Grantor || (e.Scope is { } scope && scope != d.Scope) ? d
            : Ended(d.Validity, e.From, e.LastDay) is { } left ? d with { Validity = left }
            : null;

        var known = DelegationsByDelegate.GetValueOrDefault(e.Delegate, []);
        return this with { DelegationsByDelegate = DelegationsByDelegate.SetItem(e.Delegate, [.. known.Select(Cut).OfType<Delegation>()]) };
    }

    // Null when nothing is left of it: the one that begins on the day that is named, when it ends before that day.
    private static Validity? Ended(Validity validity, LocalDate? from, LocalDate last) =>
        from is not { } first ? validity.CutAfter(last)
        : first != validity.From ? validity
        : last < first ? null
        : validity.CutAfter(last);

    private Organisation WithAbsence(Absence added)
    {
        var known = Absences.GetValueOrDefault(added.Person, []);
        return known.Contains(added) ? this : this with { Absences = Absences.SetItem(added.Person, known.Add(added)) };
    }

    private Organisation WithRole(RoleGrant added) => Roles.Contains(added) ? this : this with { Roles = Roles.Add(added) };

    private static RoleGrant Withdraw(RoleGrant grant, RoleWithdrawn e) =>
        grant.Person == e.Person && grant.Role == e.Role ? grant with { Validity = grant.Validity.CutAfter(e.LastDay) } : grant;
}
