using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using static DutyBot.Domain.Organisations.OrganisationRules;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>Delegations and roles (D-03, D-06).</summary>
internal static class RightRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            OrganisationCommand.DelegateRights c => Decide(organisation, c, context.DateOf(c.Act)),
            EndDelegation { One: { } one } c => Decide(organisation, c, one, context.DateOf(c.Act)),
            EndDelegation c => Decide(organisation, c),
            RecordAbsence or EndAbsence => AbsenceRules.Decide(organisation, command, context),
            GrantRole c => Decide(organisation, c),
            WithdrawRole c => Decide(organisation, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not about a right."),
        };

    // D-03, NĐ 30/2020 art. 13.3: written, limited in time, by whoever holds the right in person.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand.DelegateRights command, LocalDate today)
    {
        if (
            command is { To: { } to, From: { } on, Grantor: { } by, Scope: { } scope }
            && organisation.DelegationsTo(to, on).Contains(new(by, to, scope, new Validity(on, command.Until), command.Document.Trim()))
        )
        {
            return Decision<OrganisationEvent>.Nothing;
        }

        return OrganisationRules.Decide(
            [
                organisation.Unregistered(command.Act, command.Grantor, Fields.Grantor),
                organisation.Unknown(command.To, Fields.Delegate),
                command.To == command.Grantor ? new Problem("E-DELEGATE-SELF", Fields.Delegate) : null,
                command.Scope is null ? new Problem("E-SCOPE-REQUIRED", Fields.Scope) : null,
                NoDate(command.From),
                NoDate(command.Until, Fields.Until),
                NotAPeriod(command.From, command.Until),
                PeriodPast(command.Until, today),
                NoBasis(command.Document),
                SubDelegation(organisation, command),
            ],
            () =>
                [
                    new Delegated(
                        command.Act,
                        command.Grantor!.Value,
                        command.To!.Value,
                        command.Scope!.Value,
                        command.From!.Value,
                        command.Until!.Value,
                        command.Document.Trim()
                    ),
                ]
        );
    }

    private static Problem? SubDelegation(Organisation organisation, OrganisationCommand.DelegateRights command) =>
        command is { Grantor: { } grantor, Scope: { } scope, From: { } from } && !organisation.HoldsInPerson(grantor, scope, from)
            ? new Problem("E-SUBDELEGATION", command.Act.By == grantor ? Fields.Scope : Fields.Grantor)
            : null;

    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndDelegation command)
    {
        if (command is not { Grantor: { } grantor, To: { } to, LastDay: { } last })
        {
            return command.LastDay is null ? NoDate(command.LastDay, Fields.Until)! : new Problem("E-NO-SUCH-DELEGATION", Fields.Delegate);
        }

        var held = organisation.DelegationsTo(to, last).Where(d => d.Grantor == grantor).ToList();
        return held.Count == 0 ? new Problem("E-NO-SUCH-DELEGATION", Fields.Delegate)
            : held.All(d => d.Validity.To == last) ? Decision<OrganisationEvent>.Nothing
            : new DelegationEnded(command.Act, grantor, to, last);
    }

    // One that is withdrawn is gone: to withdraw it again changes nothing.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, EndDelegation command, OneDelegation one, LocalDate today)
    {
        if (command is not { Grantor: { } grantor, To: { } to, LastDay: { } last })
        {
            return NoDate(command.LastDay, Fields.Until) ?? new Problem("E-NO-SUCH-DELEGATION", Fields.Delegate);
        }

        var meant = organisation
            .DelegationsReceivedSince(to, today)
            .FirstOrDefault(d => d.Grantor == grantor && d.Scope == one.Scope && d.Validity.From == one.From);
        return meant is null || meant.Validity.To == last ? Decision<OrganisationEvent>.Nothing
            : meant.Validity.To < last ? new Problem("E-NO-SUCH-DELEGATION", Fields.Until)
            : EndedInThePast(last, meant.Validity.From, today) is { } past ? past
            : new DelegationEnded(command.Act, grantor, to, last, one.From, one.Scope);
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, GrantRole command) =>
        command is { Person: { } person, Role: { } role, From: { } from } && organisation.HasRole(person, role, from)
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    organisation.Unknown(command.Person),
                    command.Role is null ? new Problem("E-ROLE-REQUIRED", Fields.Role) : null,
                    NoDate(command.From),
                ],
                () => [new RoleGranted(command.Act, command.Person!.Value, command.Role!.Value, command.From!.Value)]
            );

    private static Decision<OrganisationEvent> Decide(Organisation organisation, WithdrawRole command)
    {
        if (command is not { Person: { } person, Role: { } role, LastDay: { } last })
        {
            return command.LastDay is null ? NoDate(command.LastDay, Fields.Until)! : new Problem("E-ROLE-REQUIRED", Fields.Role);
        }

        var after = last.PlusDays(1);
        return !organisation.HasRole(person, role, after) ? Decision<OrganisationEvent>.Nothing
            : !organisation.HasRole(person, role, last) ? new Problem("E-PERIOD", Fields.Until)
            : role == Role.Admin && organisation.Holders(Role.Admin, after).All(holder => holder == person)
                ? new Problem("E-LAST-ADMIN", Fields.Person)
            : new RoleWithdrawn(command.Act, person, role, last);
    }
}
