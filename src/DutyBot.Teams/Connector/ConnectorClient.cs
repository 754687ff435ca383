using DutyBot.Teams.Activities;

namespace DutyBot.Teams.Connector;

/// <summary>
/// The seam outwards: messages, conversations and rosters over the Bot Connector's REST interface
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). Which calls are tried again, and why,
/// is said at <see cref="ConnectorRetries"/>.
/// </summary>
public sealed class ConnectorClient
{
    private readonly ConnectorCalls calls;

    internal ConnectorClient(ConnectorCalls calls)
    {
        this.calls = calls;
    }

    /// <summary>The same for a caller that has a queue: "too many requests" (429) is told at once instead of being waited for.</summary>
    public ConnectorClient ForQueue => new(calls.WithoutWaiting());

    /// <summary>A new message; in a thread it is a reply, in a bare channel a new post.</summary>
    public async Task<ConnectorOutcome<Sent>> Send(ConversationAddress to, OutgoingActivity activity, CancellationToken cancel)
    {
        var outcome = await calls.Send(HttpMethod.Post, Activities(to), activity.WriteTo, ConnectorJson.Default.Created, cancel);
        return outcome.Select(created => new Sent(to, created.Id));
    }

    /// <summary>Replaces a message of the bot; nobody is notified of it.</summary>
    public async Task<ConnectorOutcome<Sent>> Update(ConversationAddress at, string activityId, OutgoingActivity activity, CancellationToken cancel)
    {
        var path = $"{Activities(at)}/{Uri.EscapeDataString(activityId)}";
        var outcome = await calls.Send(HttpMethod.Put, path, activity.WriteTo, ConnectorJson.Default.Created, cancel);
        return outcome.Select(_ => new Sent(at, activityId));
    }

    /// <summary>A new post in a channel, and with it a new thread.</summary>
    public async Task<ConnectorOutcome<Sent>> PostToChannel(BotAddress bot, string channelId, OutgoingActivity activity, CancellationToken cancel)
    {
        var outcome = await calls.Send(
            HttpMethod.Post,
            Conversations(bot.ServiceUrl),
            json => NewConversation.OfChannel(json, bot, channelId, activity),
            ConnectorJson.Default.Created,
            cancel
        );
        return outcome.Select(created => new Sent(new ConversationAddress(bot.ServiceUrl, created.Id ?? channelId), created.ActivityId));
    }

    /// <summary>The 1:1 chat with a person; the same person always gives the same chat.</summary>
    /// <param name="memberId">The channel's id (<c>29:…</c>), from <see cref="GetMember"/> or <see cref="GetMembers"/>.</param>
    public async Task<ConnectorOutcome<ConversationAddress>> OpenChat(BotAddress bot, string memberId, CancellationToken cancel)
    {
        var outcome = await calls.Send(
            HttpMethod.Post,
            Conversations(bot.ServiceUrl),
            json => NewConversation.OfPerson(json, bot, memberId),
            ConnectorJson.Default.Opened,
            cancel
        );
        return outcome.Select(opened => new ConversationAddress(bot.ServiceUrl, opened.Id));
    }

    /// <summary>One person of a conversation's roster.</summary>
    /// <param name="memberId">The channel's id; Teams also takes the Entra object id, the Playground does not.</param>
    public Task<ConnectorOutcome<Member>> GetMember(ConversationAddress at, string memberId, CancellationToken cancel) =>
        calls.Get($"{Conversation(at)}/members/{Uri.EscapeDataString(memberId)}", ConnectorJson.Default.Member, cancel);

    /// <summary>A page of a conversation's roster; of a channel, the roster of its team.</summary>
    public Task<ConnectorOutcome<MemberPage>> GetMembers(ConversationAddress at, string? continuationToken, CancellationToken cancel)
    {
        var rest = continuationToken is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        return calls.Get($"{Conversation(at)}/pagedmembers?pageSize=500{rest}", ConnectorJson.Default.MemberPage, cancel);
    }

    /// <summary>The channels of a team that the bot was added to.</summary>
    public Task<ConnectorOutcome<TeamChannels>> GetChannels(string serviceUrl, string teamId, CancellationToken cancel) =>
        calls.Get($"{serviceUrl.TrimEnd('/')}/v3/teams/{Uri.EscapeDataString(teamId)}/conversations", ConnectorJson.Default.TeamChannels, cancel);

    /// <summary>The service URL has a path of its own, with or without a slash at its end.</summary>
    private static string Conversations(string serviceUrl) => $"{serviceUrl.TrimEnd('/')}/v3/conversations";

    private static string Conversation(ConversationAddress at) => $"{Conversations(at.ServiceUrl)}/{Uri.EscapeDataString(at.ConversationId)}";

    private static string Activities(ConversationAddress at) => $"{Conversation(at)}/activities";
}
