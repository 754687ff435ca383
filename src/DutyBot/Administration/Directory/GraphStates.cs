using System.Collections.Immutable;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Teams.Graph;

namespace DutyBot.Administration;

/// <summary>Which functions of Graph work, tried with what the admin who asks may see anyway.</summary>
internal sealed class GraphStates(GraphCheck check, Addresses addresses)
{
    /// <returns>Null while Graph is switched off.</returns>
    public async ValueTask<ImmutableArray<GraphFunctionState>?> For(PersonId admin, CancellationToken cancel)
    {
        if (!check.IsOn)
        {
            return null;
        }

        var team = (await addresses.Teams(cancel)).Select(known => known.AadGroupId).OfType<string>().FirstOrDefault();
        return await check.Run(admin, team, cancel);
    }
}

/// <summary>What the areas of the administration may read besides the organisation as it stands.</summary>
internal sealed record AdminSources(Duties.DutyDesk Desk, Duties.RunningTerms Terms, GraphStates? Graph, Delivery.Deliveries? Sent);
