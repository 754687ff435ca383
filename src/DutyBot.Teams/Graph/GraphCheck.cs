using System.Collections.Immutable;
using DutyBot.Domain;

namespace DutyBot.Teams.Graph;

/// <summary>Whether something that needs Graph works now.</summary>
/// <param name="Missing">The permissions that nobody has consented to.</param>
/// <param name="NotTried">Those that nothing has needed yet, or about which Graph gave no answer.</param>
public sealed record GraphFunctionState(GraphFunction Function, ImmutableArray<GraphConsent> Missing, ImmutableArray<GraphConsent> NotTried)
{
    public bool Works => Missing.IsEmpty && NotTried.IsEmpty;
}

/// <summary>
/// Finds out which permissions are given, by asking for the least there is to see with each: Graph tells an app its permissions only with one
/// more permission. A feed cannot be tried without writing into it, so it is known once it was needed.
/// </summary>
public sealed class GraphCheck
{
    /// <summary>All questions go out together, and a card waits behind them.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly GraphCalls calls;
    private readonly string manifestId;

    internal GraphCheck(GraphCalls calls, string manifestId) => (this.calls, this.manifestId) = (calls, manifestId);

    public bool IsOn => calls.IsOn;

    /// <param name="person">Whose own entries are looked at.</param>
    /// <param name="teamId">The Entra group id of a team that the app is in; null when none is known.</param>
    public async Task<ImmutableArray<GraphFunctionState>> Run(PersonId person, string? teamId, CancellationToken cancel)
    {
        await Task.WhenAll(Questions(person, teamId).Select(question => Ask(question, cancel)));
        return [.. GraphFunctions.All.Select(StateOf)];
    }

    private GraphFunctionState StateOf(GraphFunction function) =>
        new(
            function,
            [.. function.Needs.Where(consent => calls.IsGiven(consent) == false)],
            [.. function.Needs.Where(consent => calls.IsGiven(consent) is null)]
        );

    private Task Ask(
        (GraphConsent Permission, Func<Microsoft.Graph.GraphServiceClient, CancellationToken, Task> Look) question,
        CancellationToken cancel
    ) =>
        calls.Ask<Looked>(
            question.Permission,
            async (graph, stop) =>
            {
                await question.Look(graph, stop);
                return new Looked();
            },
            cancel,
            limit: Limit
        );

    private IEnumerable<(GraphConsent, Func<Microsoft.Graph.GraphServiceClient, CancellationToken, Task>)> Questions(PersonId person, string? teamId)
    {
        var app = $"teamsApp/externalId eq {GraphQuery.Literal(manifestId)}";
        // Whoever may read only names and addresses is answered too, without this.
        yield return (
            GraphFunctions.ReadUsers,
            async (graph, stop) =>
            {
                var user = await graph.Users[person.Value].GetAsync(q => q.QueryParameters.Select = ["id", "accountEnabled"], stop);
                _ = user?.AccountEnabled ?? throw new GraphUnusableException("NoAccountEnabled");
            }
        );
        yield return (
            GraphFunctions.ReadMailboxSettings,
            (graph, stop) => graph.Users[person.Value].MailboxSettings.GetAsync(q => q.QueryParameters.Select = ["automaticRepliesSetting"], stop)
        );
        yield return (
            GraphFunctions.ReadCatalogue,
            (graph, stop) =>
                graph.AppCatalogs.TeamsApps.GetAsync(q => q.QueryParameters.Filter = $"externalId eq {GraphQuery.Literal(manifestId)}", stop)
        );
        yield return (
            GraphFunctions.InstallForPeople,
            (graph, stop) => graph.Users[person.Value].Teamwork.InstalledApps.GetAsync(q => q.QueryParameters.Filter = app, stop)
        );
        if (teamId is not null)
        {
            yield return (GraphFunctions.ReadMembers, (graph, stop) => graph.Teams[teamId].Members.GetAsync(q => q.QueryParameters.Top = 1, stop));
            yield return (
                GraphFunctions.InstallInTeams,
                (graph, stop) => graph.Teams[teamId].InstalledApps.GetAsync(q => q.QueryParameters.Filter = app, stop)
            );
        }
    }

    private sealed record Looked;
}
