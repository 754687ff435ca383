using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Teams.Graph;

namespace DutyBot.Administration;

/// <summary>A look at one area: in which words, which page of it, and what it may read.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Graph">Whether each function of Graph works, asked of it when it is asked for; null while Graph is switched off.</param>
/// <param name="Letters">What was given up sending, read when it is asked for.</param>
/// <param name="History">Everything that ever happened to the organisation, read when it is asked for.</param>
/// <param name="Affected">The running terms that were counted by an earlier calendar, looked for when it is asked for.</param>
/// <param name="Ledger">What last became of the messages to each person, read when it is asked for.</param>
internal sealed record AdminPage(
    Scene Scene,
    int Number,
    Func<CancellationToken, ValueTask<IReadOnlyList<OrganisationEvent>>> History,
    Func<CancellationToken, ValueTask<ImmutableArray<GraphFunctionState>?>> Graph,
    Func<CancellationToken, ValueTask<ImmutableArray<AffectedDuty>>> Affected,
    Func<CancellationToken, ValueTask<IReadOnlyList<DeadEffect>>> Letters,
    Func<CancellationToken, ValueTask<IReadOnlyDictionary<PersonId, DeliveryState>>> Ledger
);
