using DutyBot.Domain.Documents;
using static DutyBot.Domain.Organisations.OrganisationCommand;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>What the program itself notes of an office that begins: the teams it was added to, and that the first task was assigned.</summary>
internal static class BeginningRules
{
    public static Decision<OrganisationEvent> Decide(Organisation organisation, OrganisationCommand command) =>
        command switch
        {
            JoinTeam c => organisation.HasTeam(c.TeamId) ? Decision<OrganisationEvent>.Nothing : new TeamJoined(c.Act, c.TeamId, Recordable(c.Name)),
            LeaveTeam c => organisation.HasTeam(c.TeamId) ? new TeamLeft(c.Act, c.TeamId) : Decision<OrganisationEvent>.Nothing,
            NoteFirstTask c => organisation.HasAssignedTask ? Decision<OrganisationEvent>.Nothing : new FirstTaskAssigned(c.Act),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not about a beginning."),
        };

    // A team is named by whoever made it; what looks marked is not kept.
    private static string? Recordable(string? name) => SecrecyMarks.Check(name, OrganisationFields.Name) is null ? name : null;
}
