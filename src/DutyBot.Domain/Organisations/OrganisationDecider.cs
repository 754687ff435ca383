using System.Collections.Immutable;
using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>
/// Decides what may happen to the organisation. Who may do it stands in <see cref="Matrix"/>; an act that repeats what is already so changes
/// nothing.
/// </summary>
public static class OrganisationDecider
{
    /// <summary>Most events of one act; what is larger is done in several (an append takes at most 99 events and effects).</summary>
    public const int MostEvents = 90;

    /// <summary>Most duties whose terms are counted anew by one act: each is an effect of the same write, and their names travel in a button.</summary>
    public const int MostRecounted = 40;

    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context)
    {
        context = context with { Organisation = organisation };
        return context.Permits(command, out _, out var refusal) ? Decided(organisation, command, context) : refusal;
    }

    private static Decision<OrganisationEvent> Decided(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            All c => Decide(organisation, c, context),
            NameTenant c => Rename(organisation, c),
            SetLanguage c => organisation.Language == c.Language ? Decision<OrganisationEvent>.Nothing : new LanguageSet(c.Act, c.Language),
            CreateUnit or RenameUnit or MoveUnit or BindChannel or UnbindChannel => UnitChangeRules.Decide(organisation, command, context),
            PassDeadline { Obligation: OrganisationObligations.Reachability } or SendTestMessage or RetryLetter or DismissLetter =>
                ReachabilityRules.Decide(organisation, command, context),
            PassDeadline { Obligation: OrganisationObligations.Backlog } c => BacklogRules.Decide(organisation, c, context),
            MergeUnits or SplitUnit or DissolveUnit or PassDeadline => ReorganisationRules.Decide(organisation, command, context),
            RegisterPerson or Appoint or EndAppointment => AppointmentRules.Decide(organisation, command, context),
            OrganisationCommand.DelegateRights or EndDelegation or RecordAbsence or EndAbsence or GrantRole or WithdrawRole => RightRules.Decide(
                organisation,
                command,
                context
            ),
            JoinTeam or LeaveTeam or NoteFirstTask => BeginningRules.Decide(organisation, command),
            _ => SettingRules.Decide(organisation, command, context),
        };

    private static Decision<OrganisationEvent> Rename(Organisation organisation, NameTenant command) =>
        Wording.NotSaid(command.Name, OrganisationFields.Name, "E-NAME-REQUIRED") is { } problem ? problem
        : organisation.Name == command.Name.Trim() ? Decision<OrganisationEvent>.Nothing
        : new TenantNamed(command.Act, command.Name.Trim());

    private static Decision<OrganisationEvent> Decide(Organisation organisation, All several, DutyContext context)
    {
        var events = ImmutableArray.CreateBuilder<OrganisationEvent>();
        foreach (var command in several.Commands)
        {
            var decision = Decide(organisation, command, context with { Organisation = organisation });
            if (!decision.IsAccepted)
            {
                return decision;
            }

            organisation = decision.Events.Aggregate(organisation, Organisation.Evolve);
            events.AddRange(decision.Events);
        }

        return events.Count <= MostEvents
            ? new Decision<OrganisationEvent>(events.ToImmutable(), [])
            : new Problem("E-TOO-MANY-CHANGES", null, ("n", MostEvents));
    }
}
