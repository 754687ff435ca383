using DutyBot.Cards;
using DutyBot.Domain.Organisations;

namespace DutyBot.Administration;

/// <summary>A look at one area: in which words, which page of it, and what it may read.</summary>
/// <param name="Number">From 0.</param>
/// <param name="History">Everything that ever happened to the organisation, read when it is asked for.</param>
internal sealed record AdminPage(Scene Scene, int Number, Func<CancellationToken, ValueTask<IReadOnlyList<OrganisationEvent>>> History);
