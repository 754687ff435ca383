using NodaTime;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;
using Fields = DutyBot.Domain.Organisations.OrganisationFields;

namespace DutyBot.Domain.Organisations;

/// <summary>When whether everybody can be reached is checked, where a test message may go, and what becomes of what could not be sent .</summary>
internal static class ReachabilityRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command, DutyContext context) =>
        command switch
        {
            PassDeadline c => Decide(organisation, c, context),
            SendTestMessage c => Decide(organisation, c, context),
            RetryLetter c => organisation.HasPressed(c.Press)
                ? Decision<OrganisationEvent>.Nothing
                : new LetterRetried(c.Act, c.Press, c.Of, c.Letter),
            DismissLetter c => Decide(organisation, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not about who can be reached."),
        };

    // Days that were missed are made up for by one check, and that too on a working day and not before its hour.
    private static Decision<OrganisationEvent> Decide(Organisation organisation, PassDeadline command, DutyContext context)
    {
        var today = context.DateOf(command.Act);
        return
            organisation.NextCheckDay is { } day
            && day <= today
            && organisation.Calendar.IsWorkingDay(today)
            && command.Act.At >= organisation.CheckTimeOn(today)
            ? new ReachabilityChecked(command.Act, today)
            : Decision<OrganisationEvent>.Nothing;
    }

    private static Decision<OrganisationEvent> Decide(Organisation organisation, DismissLetter command) =>
        organisation.HasPressed(command.Press) ? Decision<OrganisationEvent>.Nothing
        : Wording.NotSaid(command.Reason, Fields.Reason, "E-DISMISS-REASON") is { } problem ? problem
        : new LetterDismissed(command.Act, command.Press, command.Of, command.Letter, command.Reason.Trim());

    private static Decision<OrganisationEvent> Decide(Organisation organisation, SendTestMessage command, DutyContext context) =>
        organisation.HasPressed(command.Press)
            ? Decision<OrganisationEvent>.Nothing
            : OrganisationRules.Decide(
                [
                    (command.Unit is null) == (command.Person is null) ? new Problem("E-TEST-ONE", Fields.Unit) : null,
                    command.Unit is { } unit ? organisation.NotThere(unit, context.DateOf(command.Act)) : null,
                    command.Person is { } person ? organisation.Unknown(person) : null,
                ],
                () => [new TestMessageAsked(command.Act, command.Press, command.Unit, command.Person)]
            );
}
