using System.Collections.Immutable;
using DutyBot.Domain;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace DutyBot.Teams.Graph;

/// <summary>
/// The people of the tenant, to propose from: what an admin confirms becomes the organisation, nothing is taken over by itself. Guests and
/// disabled accounts are never proposed (decision 4).
/// </summary>
public sealed class TenantDirectory
{
    private const int PageSize = 100;

    /// <summary>As many values as <c>in</c> takes.</summary>
    private const int PeoplePerQuestion = 15;

    private static readonly string[] Profile = ["id", "displayName", "jobTitle", "userPrincipalName", "accountEnabled", "userType"];

    private readonly GraphCalls calls;

    internal TenantDirectory(GraphCalls calls) => this.calls = calls;

    /// <summary>People whose name, mail address or sign-in name begins with the words, by name.</summary>
    /// <param name="words">As typed. Without any, nobody is found and nobody is asked.</param>
    public async Task<GraphAnswer<FoundPeople>> Find(string words, int most, CancellationToken cancel)
    {
        if (calls.IsOn && GraphQuery.Words(words).Length == 0)
        {
            return new FoundPeople([], HasMore: false);
        }

        var search = Search(GraphQuery.Words(words));
        return await calls.Ask<FoundPeople>(
            GraphFunctions.ReadUsers,
            async (graph, stop) =>
            {
                var found = await calls.Gather<UserCollectionResponse, DirectoryPerson>(
                    next => Page(graph, next, search, Math.Min(most + 1, PageSize), stop),
                    page => People(page.Value),
                    most
                );
                return new FoundPeople(found.Items, found.HasMore);
            },
            cancel
        );
    }

    /// <summary>These people as the directory has them; whoever it does not have, or has as a guest or disabled, is left out.</summary>
    public Task<GraphAnswer<FoundPeople>> Named(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        calls.Ask<FoundPeople>(
            GraphFunctions.ReadUsers,
            async (graph, stop) =>
            {
                var found = new List<DirectoryPerson>();
                foreach (var some in people.Distinct().Chunk(PeoplePerQuestion))
                {
                    var users = await graph.Users.GetAsync(
                        request =>
                        {
                            request.QueryParameters.Filter = OneOf(some);
                            request.QueryParameters.Select = Profile;
                        },
                        stop
                    );
                    found.AddRange(People(users?.Value));
                }

                return new FoundPeople([.. found], HasMore: false);
            },
            cancel
        );

    /// <summary>Who leads these people according to the directory, the one who leads most of them first.</summary>
    public Task<GraphAnswer<HeadProposals>> ProposeHeads(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        calls.Ask<HeadProposals>(
            GraphFunctions.ReadUsers,
            async (graph, stop) =>
            {
                var managers = new List<DirectoryPerson>();
                foreach (var some in people.Distinct().Chunk(PeoplePerQuestion))
                {
                    managers.AddRange(await Managers(graph, some, stop));
                }

                return HeadProposals.From(managers);
            },
            cancel
        );

    /// <summary>Members of a team, to propose as officers of the unit whose channel it holds.</summary>
    /// <param name="teamId">The team's Entra group id (<c>aadGroupId</c>).</param>
    public Task<GraphAnswer<FoundPeople>> MembersOf(string teamId, int most, CancellationToken cancel) =>
        calls.Ask<FoundPeople>(
            GraphFunctions.ReadMembers,
            async (graph, stop) =>
            {
                var members = graph.Teams[teamId].Members;
                var found = await calls.Gather<ConversationMemberCollectionResponse, DirectoryPerson>(
                    next => (next is null ? members : members.WithUrl(next)).GetAsync(cancellationToken: stop),
                    page => Members(page.Value),
                    most
                );
                return new FoundPeople(found.Items, found.HasMore);
            },
            cancel
        );

    private static string Search(string words) =>
        string.Join(" OR ", GraphQuery.Clause("displayName", words), GraphQuery.Clause("mail", words), GraphQuery.Clause("userPrincipalName", words));

    // Searching, and filtering by kind of account, need the directory's index, which "eventual" and the count ask for.
    private static Task<UserCollectionResponse?> Page(GraphServiceClient graph, string? next, string search, int size, CancellationToken cancel) =>
        next is not null
            ? graph.Users.WithUrl(next).GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), cancel)
            : graph.Users.GetAsync(
                request =>
                {
                    request.Headers.Add("ConsistencyLevel", "eventual");
                    request.QueryParameters.Count = true;
                    request.QueryParameters.Search = search;
                    request.QueryParameters.Filter = "accountEnabled eq true and userType eq 'Member'";
                    request.QueryParameters.Select = Profile;
                    request.QueryParameters.Orderby = ["displayName"];
                    request.QueryParameters.Top = size;
                },
                cancel
            );

    private static async Task<IEnumerable<DirectoryPerson>> Managers(GraphServiceClient graph, PersonId[] people, CancellationToken cancel)
    {
        var users = await graph.Users.GetAsync(
            request =>
            {
                request.Headers.Add("ConsistencyLevel", "eventual");
                request.QueryParameters.Count = true;
                request.QueryParameters.Filter = OneOf(people);
                request.QueryParameters.Select = ["id"];
                request.QueryParameters.Expand = [$"manager($select={string.Join(',', Profile)})"];
            },
            cancel
        );
        return People((users?.Value ?? throw new GraphUnusableException("NoAnswer")).Select(user => user.Manager).OfType<User>());
    }

    private static string OneOf(PersonId[] people) => $"id in ({string.Join(',', people.Select(person => GraphQuery.Literal(person.Value)))})";

    // The filter says the same to the service; a directory that does not keep to it must not let a guest in.
    private static IEnumerable<DirectoryPerson> People(IEnumerable<User>? users) =>
        from user in users ?? throw new GraphUnusableException("NoAnswer")
        where user is { Id: not null, DisplayName: not null, AccountEnabled: true, UserType: "Member" }
        select new DirectoryPerson(new PersonId(user.Id!), user.DisplayName!, user.JobTitle, user.UserPrincipalName);

    private static IEnumerable<DirectoryPerson> Members(IEnumerable<ConversationMember>? members) =>
        from member in (members ?? throw new GraphUnusableException("NoAnswer")).OfType<AadUserConversationMember>()
        where member is { UserId: not null, DisplayName: not null } && member.Roles?.Contains("guest") != true
        select new DirectoryPerson(new PersonId(member.UserId!), member.DisplayName!, null, null);
}

/// <param name="JobTitle">As the directory has it, which is not an appointment; null when it has none or was not asked.</param>
public sealed record DirectoryPerson(PersonId Id, string Name, string? JobTitle, string? UserPrincipalName);

/// <param name="HasMore">More fit the words than were asked for: better words are needed.</param>
public sealed record FoundPeople(ImmutableArray<DirectoryPerson> People, bool HasMore);

/// <param name="Leads">How many of the people asked about have this person as their manager.</param>
public sealed record HeadProposal(DirectoryPerson Person, int Leads);

/// <param name="Proposals">The one who leads most people first; of equals, by name. Empty when the directory knows no managers.</param>
public sealed record HeadProposals(ImmutableArray<HeadProposal> Proposals)
{
    internal static HeadProposals From(IEnumerable<DirectoryPerson> managers) =>
        new([
            .. managers
                .GroupBy(manager => manager.Id)
                .Select(same => new HeadProposal(same.First(), same.Count()))
                .OrderByDescending(proposal => proposal.Leads)
                .ThenBy(proposal => proposal.Person.Name, StringComparer.Ordinal),
        ]);
}
