using System.Collections.Immutable;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <content>How far the office has come with DutyBot.</content>
public sealed partial record Organisation
{
    /// <summary>Whether a task was ever assigned.</summary>
    public bool HasAssignedTask { get; private init; }

    /// <summary>Whether the app is in the team, as far as Teams has said so.</summary>
    public bool HasTeam(string teamId) => Teams.ContainsKey(teamId);

    /// <summary>The teams the app is in, by id: as each was called when the app was added.</summary>
    public ImmutableSortedDictionary<string, string> Teams { get; private init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private Organisation AfterBeginning(OrganisationEvent evt) =>
        evt switch
        {
            TeamJoined e => this with { Teams = Teams.SetItem(e.TeamId, e.Name ?? e.TeamId) },
            TeamLeft e => this with { Teams = Teams.Remove(e.TeamId) },
            FirstTaskAssigned => this with { HasAssignedTask = true },
            _ => this,
        };
}
