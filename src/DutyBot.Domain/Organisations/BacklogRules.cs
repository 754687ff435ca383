using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>When the heads are told of what their units have left lying .</summary>
internal static class BacklogRules
{
    // Weeks that were missed are made up for by one round, on a working day and not before its hour.
    public static Decision<OrganisationEvent> Decide(Organisation organisation, PassDeadline command, DutyContext context)
    {
        var today = context.DateOf(command.Act);
        return
            organisation.NextBacklogDay is { } day
            && day <= today
            && organisation.Calendar.IsWorkingDay(today)
            && command.Act.At >= organisation.BacklogTimeOn(today)
            ? new BacklogTold(command.Act, today)
            : Decision<OrganisationEvent>.Nothing;
    }
}
