using System.Text.Json.Serialization;
using NodaTime;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// What happens to the organisation: units over time, people, appointments, delegations, roles (D-03, D-04, D-06). The discriminators are
/// stored and never change. A "last day" belongs to the period it ends.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TenantNamed), "tenant-named")]
[JsonDerivedType(typeof(LanguageSet), "language-set")]
[JsonDerivedType(typeof(UnitCreated), "unit-created")]
[JsonDerivedType(typeof(UnitRenamed), "unit-renamed")]
[JsonDerivedType(typeof(UnitEnded), "unit-ended")]
[JsonDerivedType(typeof(ChannelBound), "channel-bound")]
[JsonDerivedType(typeof(PersonRegistered), "person-registered")]
[JsonDerivedType(typeof(Appointed), "appointed")]
[JsonDerivedType(typeof(AppointmentEnded), "appointment-ended")]
[JsonDerivedType(typeof(Delegated), "delegated")]
[JsonDerivedType(typeof(DelegationEnded), "delegation-ended")]
[JsonDerivedType(typeof(RoleGranted), "role-granted")]
[JsonDerivedType(typeof(RoleWithdrawn), "role-withdrawn")]
public abstract record OrganisationEvent
{
    private OrganisationEvent(Act act)
    {
        Act = act;
    }

    public Act Act { get; }

    public sealed record TenantNamed(Act Act, string Name) : OrganisationEvent(Act);

    public sealed record LanguageSet(Act Act, Language Language) : OrganisationEvent(Act);

    public sealed record UnitCreated(Act Act, UnitId Unit, string Name, string ShortName, UnitKind Kind, UnitId? Parent, LocalDate From, string Basis)
        : OrganisationEvent(Act);

    public sealed record UnitRenamed(Act Act, UnitId Unit, string Name, string ShortName, LocalDate From, string Basis) : OrganisationEvent(Act);

    /// <param name="At">The first day on which the unit no longer exists.</param>
    public sealed record UnitEnded(Act Act, UnitId Unit, LocalDate At, UnitId? Successor, string Basis) : OrganisationEvent(Act);

    public sealed record ChannelBound(Act Act, UnitId Unit, string ChannelId) : OrganisationEvent(Act);

    /// <summary>Also records that a person's name, title or address has changed.</summary>
    public sealed record PersonRegistered(Act Act, PersonId Person, string Name, string Title, string? Upn) : OrganisationEvent(Act);

    /// <param name="To">The last day, where it is known in advance.</param>
    public sealed record Appointed(Act Act, PersonId Person, UnitId Unit, Position Position, LocalDate From, LocalDate? To) : OrganisationEvent(Act);

    public sealed record AppointmentEnded(Act Act, PersonId Person, UnitId Unit, Position Position, LocalDate LastDay) : OrganisationEvent(Act);

    /// <summary>Ủy quyền: written and limited in time (NĐ 30/2020 art. 13.3); <paramref name="To"/> is the last day.</summary>
    public sealed record Delegated(Act Act, PersonId Grantor, PersonId Delegate, DelegationScope Scope, LocalDate From, LocalDate To, string Document)
        : OrganisationEvent(Act);

    public sealed record DelegationEnded(Act Act, PersonId Grantor, PersonId Delegate, LocalDate LastDay) : OrganisationEvent(Act);

    public sealed record RoleGranted(Act Act, PersonId Person, Role Role, LocalDate From) : OrganisationEvent(Act);

    public sealed record RoleWithdrawn(Act Act, PersonId Person, Role Role, LocalDate LastDay) : OrganisationEvent(Act);
}
