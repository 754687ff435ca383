using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Teams.Graph;

namespace DutyBot.Administration;

/// <summary>A look at one area: in which words, which page of it, and what it may read.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Graph">Whether each function of Graph works, asked of it when it is asked for; null while Graph is switched off.</param>
/// <param name="History">Everything that ever happened to the organisation, read when it is asked for.</param>
/// <param name="Affected">The running terms that were counted by an earlier calendar, looked for when it is asked for.</param>
internal sealed record AdminPage(
    Scene Scene,
    int Number,
    Func<CancellationToken, ValueTask<IReadOnlyList<OrganisationEvent>>> History,
    Func<CancellationToken, ValueTask<ImmutableArray<GraphFunctionState>?>> Graph,
    Func<CancellationToken, ValueTask<ImmutableArray<AffectedDuty>>> Affected
);
