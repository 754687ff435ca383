using System.Collections.Immutable;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// The organisation over all time, built from its events. Immutable; every question names a date, because units, heads and rights change
/// and the past stays as it was (R-15, D-04, D-06).
/// </summary>
public sealed partial record Organisation
{
    private Organisation() { }

    public static Organisation Empty { get; } = new();

    public string Name { get; private init; } = "";

    public Language Language { get; private init; } = Language.Vietnamese;

    private ImmutableDictionary<UnitId, Unit> Units { get; init; } = ImmutableDictionary<UnitId, Unit>.Empty;

    private ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    private Appointments Appointments { get; init; } = Appointments.None;

    private ImmutableDictionary<PersonId, ImmutableArray<Delegation>> DelegationsByDelegate { get; init; } =
        ImmutableDictionary<PersonId, ImmutableArray<Delegation>>.Empty;

    private ImmutableArray<RoleGrant> Roles { get; init; } = [];

    /// <summary>Never fails: what names an unknown unit, or repeats what is known, changes nothing.</summary>
    public static Organisation Evolve(Organisation state, OrganisationEvent evt) =>
        evt switch
        {
            TenantNamed e => state with { Name = e.Name },
            LanguageSet e => state with { Language = e.Language },
            UnitCreated e => state.WithUnit(e),
            UnitRenamed e => state.Change(e.Unit, u => u.Renamed(new UnitName(e.From, e.Name, e.ShortName))),
            UnitEnded e => state.Change(e.Unit, u => u with { EndedAt = e.At, Successor = e.Successor }),
            ChannelBound e => state.Change(e.Unit, u => u with { Channel = e.ChannelId }),
            PersonRegistered e => state with { People = state.People.SetItem(e.Person, new Person(e.Person, e.Name, e.Title, e.Upn)) },
            Appointed e => state with { Appointments = state.Appointments.With(new(e.Person, e.Unit, e.Position, new Validity(e.From, e.To))) },
            AppointmentEnded e => state with { Appointments = state.Appointments.Ended(e.Person, e.Unit, e.Position, e.LastDay) },
            Delegated e => state.WithDelegation(new(e.Grantor, e.Delegate, e.Scope, new Validity(e.From, e.To), e.Document)),
            DelegationEnded e => state.WithoutDelegation(e),
            RoleGranted e => state.WithRole(new RoleGrant(e.Person, e.Role, new Validity(e.From, null))),
            RoleWithdrawn e => state with { Roles = [.. state.Roles.Select(r => Withdraw(r, e))] },
            _ => state,
        };

    public static Organisation From(IEnumerable<OrganisationEvent> events) => events.Aggregate(Empty, Evolve);

    private Organisation WithUnit(UnitCreated e) =>
        Units.ContainsKey(e.Unit)
            ? this
            : this with
            {
                Units = Units.Add(e.Unit, new Unit(e.Unit, e.Kind, e.Parent, e.From, [new UnitName(e.From, e.Name, e.ShortName)])),
            };

    private Organisation Change(UnitId id, Func<Unit, Unit> change) =>
        Units.TryGetValue(id, out var unit) ? this with { Units = Units.SetItem(id, change(unit)) } : this;

    private Organisation WithDelegation(Delegation added)
    {
        var known = DelegationsByDelegate.GetValueOrDefault(added.Delegate, []);
        return known.Contains(added) ? this : this with { DelegationsByDelegate = DelegationsByDelegate.SetItem(added.Delegate, known.Add(added)) };
    }

    private Organisation WithoutDelegation(DelegationEnded e)
    {
        Delegation Cut(Delegation d) => d.Grantor == e.Grantor ? d with { Validity = d.Validity.CutAfter(e.LastDay) } : d;

        var known = DelegationsByDelegate.GetValueOrDefault(e.Delegate, []);
        return this with { DelegationsByDelegate = DelegationsByDelegate.SetItem(e.Delegate, [.. known.Select(Cut)]) };
    }

    private Organisation WithRole(RoleGrant added) => Roles.Contains(added) ? this : this with { Roles = Roles.Add(added) };

    private static RoleGrant Withdraw(RoleGrant grant, RoleWithdrawn e) =>
        grant.Person == e.Person && grant.Role == e.Role ? grant with { Validity = grant.Validity.CutAfter(e.LastDay) } : grant;
}
