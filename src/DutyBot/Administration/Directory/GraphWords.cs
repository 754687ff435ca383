using System.Collections.Immutable;
using DutyBot.Teams;
using DutyBot.Teams.Graph;

namespace DutyBot.Administration;

/// <summary>What is missing when Graph has no answer, and what an office does instead.</summary>
internal static class GraphWords
{
    /// <summary>The reason and the way without, a paragraph each.</summary>
    public static IReadOnlyList<string> Without(GraphFailure? failure, GraphFunction function, Texts texts) =>
        failure is null ? [] : [Why(failure, texts), texts[function.Missing]];

    public static string Why(GraphFailure failure, Texts texts) =>
        failure switch
        {
            GraphFailure.NotConfigured => texts["graph.off"],
            GraphFailure.ConsentMissing { Permission: var permission } => texts.Format("graph.noConsent", ("permission", permission)),
            GraphFailure.Throttled => texts["graph.busy"],
            GraphFailure.NotFound => texts["graph.notFound"],
            GraphFailure.Failed { Code: var code } => texts.Format("graph.failed", ("code", code)),
            _ => texts["graph.off"],
        };

    public static string Names(ImmutableArray<GraphConsent> consents) => string.Join(", ", consents.Select(consent => consent.Name));
}
