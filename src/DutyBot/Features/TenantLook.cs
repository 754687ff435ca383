using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Teams.Graph;

namespace DutyBot.Features;

/// <summary>
/// What Graph said during one visit: what a form was made of is what its answer is read against. Every question has null for an answer when there
/// is none, and says then in <see cref="Failure"/> why.
/// </summary>
/// <param name="desk">Null for a visit in which Graph cannot be asked.</param>
internal sealed class TenantLook(TenantDesk? desk)
{
    private readonly Dictionary<PersonId, DirectoryPerson> people = [];

    public static TenantLook None => new(null);

    /// <summary>Why the last question had no answer; null when it had one.</summary>
    public GraphFailure? Failure { get; private set; }

    /// <summary>Somebody whom an answer has named.</summary>
    public DirectoryPerson? PersonOf(PersonId person) => people.GetValueOrDefault(person);

    public async ValueTask<FoundPeople?> Find(string words, CancellationToken cancel) => Met(await Ask(d => d.Find(words, cancel)));

    public async ValueTask<FoundPeople?> Named(IReadOnlyCollection<PersonId> wanted, CancellationToken cancel) =>
        Met(await Ask(d => d.Named(wanted, cancel)));

    public async ValueTask<FoundPeople?> MembersOf(string aadGroupId, CancellationToken cancel) =>
        Met(await Ask(d => d.MembersOf(aadGroupId, cancel)));

    public async ValueTask<ImmutableArray<HeadProposal>?> ProposeHeads(IReadOnlyCollection<PersonId> led, CancellationToken cancel)
    {
        var found = await Ask(d => d.ProposeHeads(led, cancel));
        Meet(found?.Proposals.Select(proposal => proposal.Person) ?? []);
        return found?.Proposals;
    }

    public ValueTask<AutomaticReplies?> RepliesOf(PersonId person, CancellationToken cancel) => Ask(d => d.RepliesOf(person, cancel));

    public ValueTask<Installation?> InstallIn(string aadGroupId, CancellationToken cancel) => Ask(d => d.InstallIn(aadGroupId, cancel));

    private FoundPeople? Met(FoundPeople? found)
    {
        Meet(found?.People ?? []);
        return found;
    }

    private void Meet(IEnumerable<DirectoryPerson> met)
    {
        foreach (var person in met)
        {
            people[person.Id] = person;
        }
    }

    private async ValueTask<T?> Ask<T>(Func<TenantDesk, Task<GraphAnswer<T>>> question)
        where T : class
    {
        var answer = desk is null ? new GraphFailure.NotConfigured() : await question(desk);
        Failure = answer.Failure;
        return answer.Found;
    }
}
