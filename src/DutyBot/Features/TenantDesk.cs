using DutyBot.Domain;
using DutyBot.Teams.Graph;

namespace DutyBot.Features;

/// <summary>Microsoft Graph as the forms ask it: each question is over before the person who waits for the card is told that something went wrong.</summary>
internal sealed class TenantDesk(TenantDirectory directory, MailboxHints mailboxes, TeamsApps apps, TimeProvider time)
{
    /// <summary>Teams gives up on an answer after some ten seconds (T5); Graph is not all that has to be asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As many as one looks through; whoever finds more says more of the name.</summary>
    private const int MostFound = 20;

    /// <summary>Members of a team that are proposed at once.</summary>
    public const int MostMembers = 40;

    public Task<GraphAnswer<FoundPeople>> Find(string words, CancellationToken cancel) =>
        Within(stop => directory.Find(words, MostFound, stop), cancel);

    public Task<GraphAnswer<FoundPeople>> Named(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        Within(stop => directory.Named(people, stop), cancel);

    public Task<GraphAnswer<HeadProposals>> ProposeHeads(IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        Within(stop => directory.ProposeHeads(people, stop), cancel);

    public Task<GraphAnswer<FoundPeople>> MembersOf(string aadGroupId, CancellationToken cancel) =>
        Within(stop => directory.MembersOf(aadGroupId, MostMembers * 10, stop), cancel);

    public Task<GraphAnswer<AutomaticReplies>> RepliesOf(PersonId person, CancellationToken cancel) =>
        Within(stop => mailboxes.RepliesOf(person, stop), cancel);

    /// <summary>Has a limit of its own.</summary>
    public Task<GraphAnswer<Installation>> InstallIn(string aadGroupId, CancellationToken cancel) => apps.InstallIn(aadGroupId, cancel);

    private async Task<GraphAnswer<T>> Within<T>(Func<CancellationToken, Task<GraphAnswer<T>>> question, CancellationToken cancel)
        where T : class
    {
        using var limited = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limited.Token);
        try
        {
            return await question(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GraphFailure.Failed("Timeout");
        }
    }
}
