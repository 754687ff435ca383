using System.Net;
using DutyBot.Domain;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace DutyBot.Teams.Graph;

/// <summary>How an installation ended.</summary>
public abstract record Installation
{
    private Installation() { }

    public sealed record Installed : Installation;

    public sealed record AlreadyThere : Installation;

    /// <summary>The organisation's app permission policy does not allow the app to this person.</summary>
    public sealed record BlockedByPolicy : Installation;

    /// <summary>Nobody has published the app to the organisation's catalogue.</summary>
    public sealed record NotInCatalogue : Installation;
}

/// <param name="Id">The id of the conversation at the Bot Connector.</param>
public sealed record AppChat(string Id);

/// <summary>Installs DutyBot itself, and no other app, so that people can be reached who never opened it. Repeating it changes nothing.</summary>
public sealed class TeamsApps
{
    /// <summary>Of each question: a card waits behind it, under a lease.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly GraphCalls calls;
    private readonly string manifestId;

    internal TeamsApps(GraphCalls calls, string manifestId) => (this.calls, this.manifestId) = (calls, manifestId);

    public bool IsOn => calls.IsOn;

    public Task<GraphAnswer<Installation>> InstallFor(PersonId person, CancellationToken cancel) =>
        Install(
            GraphFunctions.InstallForPeople,
            (graph, app, stop) =>
                graph
                    .Users[person.Value]
                    .Teamwork.InstalledApps.PostAsync(new UserScopeTeamsAppInstallation { AdditionalData = app }, cancellationToken: stop),
            cancel
        );

    /// <param name="teamId">The team's Entra group id (<c>aadGroupId</c>).</param>
    public Task<GraphAnswer<Installation>> InstallIn(string teamId, CancellationToken cancel) =>
        Install(
            GraphFunctions.InstallInTeams,
            (graph, app, stop) =>
                graph.Teams[teamId].InstalledApps.PostAsync(new TeamsAppInstallation { AdditionalData = app }, cancellationToken: stop),
            cancel
        );

    /// <summary>The 1:1 chat of the bot with a person it is installed for; not found until Teams has made one.</summary>
    public Task<GraphAnswer<AppChat>> ChatWith(PersonId person, CancellationToken cancel) =>
        calls.Ask<AppChat>(
            GraphFunctions.InstallForPeople,
            async (graph, stop) =>
            {
                var apps = graph.Users[person.Value].Teamwork.InstalledApps;
                var found = await apps.GetAsync(
                    request => request.QueryParameters.Filter = $"teamsApp/externalId eq {GraphQuery.Literal(manifestId)}",
                    stop
                );
                var installed = found?.Value ?? throw new GraphUnusableException("NoAnswer");
                var id = installed.FirstOrDefault()?.Id ?? throw new GraphRefusedException(Nothing);
                var chat = await apps[id].Chat.GetAsync(request => request.QueryParameters.Select = ["id"], stop);
                return chat?.Id is { } chatId ? new AppChat(chatId) : null;
            },
            cancel,
            limit: Limit
        );

    /// <summary>An empty list is the same answer as a 404.</summary>
    private static GraphRefusal Nothing { get; } = new(HttpStatusCode.NotFound, "NotInstalled", false, false, null);

    private async Task<GraphAnswer<Installation>> Install(
        GraphConsent permission,
        Func<GraphServiceClient, Dictionary<string, object>, CancellationToken, Task> post,
        CancellationToken cancel
    )
    {
        var catalogued = await calls.Ask<CataloguedApp>(GraphFunctions.ReadCatalogue, Catalogued, cancel, limit: Limit);
        if (!catalogued.Succeeded)
        {
            return catalogued.Failure;
        }

        return catalogued.Found.Id is not { } app
            ? new Installation.NotInCatalogue()
            : await calls.Ask<Installation>(
                permission,
                async (graph, stop) =>
                {
                    await post(graph, Bound(app), stop);
                    return new Installation.Installed();
                },
                cancel,
                Outcome,
                Limit
            );
    }

    private async Task<CataloguedApp?> Catalogued(GraphServiceClient graph, CancellationToken cancel)
    {
        var apps = await graph.AppCatalogs.TeamsApps.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = $"externalId eq {GraphQuery.Literal(manifestId)}";
                request.QueryParameters.Select = ["id"];
            },
            cancel
        );
        return apps?.Value is { } found ? new CataloguedApp(found.FirstOrDefault()?.Id) : null;
    }

    private Dictionary<string, object> Bound(string app) =>
        new() { ["teamsApp@odata.bind"] = $"{calls.BaseUrl.AbsoluteUri.TrimEnd('/')}/appCatalogs/teamsApps/{Uri.EscapeDataString(app)}" };

    private static Installation? Outcome(GraphRefusal refusal) =>
        refusal switch
        {
            { Status: HttpStatusCode.Conflict } => new Installation.AlreadyThere(),
            { IsBlockedByPolicy: true } => new Installation.BlockedByPolicy(),
            _ => null,
        };

    /// <param name="Id">Of the catalogue; null when the app is not in it.</param>
    private sealed record CataloguedApp(string? Id);
}
