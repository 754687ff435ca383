using DutyBot.Domain.Organisations;
using NodaTime;

namespace DutyBot.Domain.Authorisation;

/// <summary>What somebody must be, on the date of the act, to be allowed something (1.4, 1.6).</summary>
public enum Capacity
{
    /// <summary>The clock, or another duty on its own account: no person acts.</summary>
    System,

    /// <summary>Another duty passes on what a person did there, where it was judged; no request carries such a command.</summary>
    OtherDuty,

    /// <summary>May give tasks to units, in person or by delegation.</summary>
    Assigner,

    /// <summary>The assigner of this very task while still in office, or that assigner's delegate .</summary>
    AssignerOfTask,

    /// <summary>Decides for the leadership, in person, by delegation of everything, or as the next in line for a leader who is fully away.</summary>
    Leader,

    /// <summary>Head or acting head of the unit that leads, the head's delegate, or whoever stands in for a head who is fully away.</summary>
    LeadHead,

    /// <summary>Appointed focal point (đầu mối) of the unit that leads.</summary>
    FocalPoint,

    /// <summary>Head or acting head of the unit that is asked, the head's delegate, or whoever stands in for a head who is fully away.</summary>
    ConsultedHead,

    /// <summary>Anybody appointed to the unit that is asked.</summary>
    ConsultedMember,

    /// <summary>The person whose own right or absence it is, or who was reminded.</summary>
    Oneself,

    /// <summary>Heads the Office, in person, acting or by delegation.</summary>
    OfficeHead,

    /// <summary>Who issued this very reminder while still in the office it was issued in, or that person's delegate .</summary>
    IssuerOfReminder,

    /// <summary>Holds the role of the personnel body.</summary>
    PersonnelBody,

    /// <summary>Quản trị: manages units, people and roles.</summary>
    Admin,
}

/// <summary>Who has which capacity, from the organisation on the date of the act, never from card data (D-06).</summary>
internal static class Capacities
{
    /// <summary>The act as it would be recorded in that capacity, naming on whose behalf; several when the person acts for several.</summary>
    public static IEnumerable<Act> In(Capacity capacity, Act act, Circumstances duty, Organisation organisation, LocalDate on) =>
        (capacity, act.By) switch
        {
            (Capacity.OtherDuty, _) or (Capacity.System, null) => [act],
            (Capacity.System, _) or (_, null) => [],
            (_, { } person) => Of(capacity, person, duty, organisation, on).Where(authority => authority.IsGranted).Select(act.Under),
        };

    /// <summary>The act as it is recorded under that authority.</summary>
    public static Act Under(this Act act, Authority authority) => act with { OnBehalfOf = authority.OnBehalfOf, InAbsence = authority.IsInAbsence };

    private static IEnumerable<Authority> Of(Capacity capacity, PersonId person, Circumstances duty, Organisation organisation, LocalDate on) =>
        capacity switch
        {
            Capacity.Assigner => [organisation.MayAssign(person, on)],
            Capacity.AssignerOfTask when duty.Assigner is { } assigner => [organisation.MayAssignFor(person, assigner, on)],
            Capacity.Leader => organisation
                .Leaders(on)
                .OrderByDescending(leader => leader == person)
                .Select(leader => organisation.MayActFor(person, leader, on)),
            Capacity.LeadHead when duty.LeadUnit is { } unit => [organisation.MayActAsHead(person, unit, on)],
            Capacity.FocalPoint when duty.LeadUnit is { } unit => [InPerson(organisation.FocalPointsOf(unit, on).Contains(person))],
            Capacity.ConsultedHead when duty.ConsultedUnit is { } unit => [organisation.MayActAsHead(person, unit, on)],
            Capacity.ConsultedMember when duty.ConsultedUnit is { } unit => [InPerson(organisation.IsMemberOf(person, unit, on))],
            Capacity.OfficeHead when organisation.OfficeOn(on) is { } office => [organisation.MayActAsHead(person, office.Id, on)],
            Capacity.IssuerOfReminder when duty.Issuer is { } issuer => [ActsForIssuer(person, issuer, organisation, on)],
            Capacity.PersonnelBody => [InPerson(organisation.HasRole(person, Role.PersonnelBody, on))],
            Capacity.Oneself => [InPerson(duty.Subject == person)],
            Capacity.Admin => [InPerson(organisation.HasRole(person, Role.Admin, on))],
            _ => [],
        };

    private static Authority ActsForIssuer(PersonId person, PersonId issuer, Organisation organisation, LocalDate on) =>
        organisation.Leaders(on).Contains(issuer) ? organisation.MayActFor(person, issuer, on)
        : organisation.OfficeOn(on) is { } office && organisation.HeadOf(office.Id, on) == issuer ? organisation.MayActAsHead(person, office.Id, on)
        : Authority.None;

    private static Authority InPerson(bool granted) => granted ? Authority.InOwnRight : Authority.None;
}
