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

    private People People { get; init; } = People.Nobody;

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
            UnitCreated or UnitRenamed or UnitMoved or UnitEnded or UnitHandedOver or ChannelBound or ChannelUnbound => state.AfterUnit(evt),
            PersonRegistered or Appointed or AppointmentEnded or StaffMoved => state.AfterPerson(evt),
            Delegated or DelegationEnded or RoleGranted or RoleWithdrawn or AbsenceRecorded or AbsenceEnded => state.AfterRight(evt),
            ReachabilityChecked or TestMessageAsked or LetterRetried or LetterDismissed => state.AfterReach(evt),
            BacklogTold e => state.AfterBacklog(e),
            TeamJoined or TeamLeft or FirstTaskAssigned => state.AfterBeginning(evt),
            _ => state.AfterSetting(evt),
        };

    public static Organisation From(IEnumerable<OrganisationEvent> events) => events.Aggregate(Empty, Evolve);
}
