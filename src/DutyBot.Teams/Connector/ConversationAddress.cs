using DutyBot.Teams.Activities;

namespace DutyBot.Teams.Connector;

/// <summary>Where a message goes: a chat, a channel (always a new post there), or a thread of a channel.</summary>
/// <param name="ServiceUrl">Of the latest activity from this conversation; it may change.</param>
public sealed record ConversationAddress(string ServiceUrl, string ConversationId)
{
    /// <summary>The conversation the activity came from; in a channel that is its thread.</summary>
    public static ConversationAddress Of(Activity activity) => new(activity.ServiceUrl, activity.Conversation.Id);

    /// <summary>The thread under a post of this channel.</summary>
    /// <param name="rootId">The activity id of the post.</param>
    public ConversationAddress Thread(string rootId) => this with { ConversationId = $"{ConversationId}{Conversation.RootMark}{rootId}" };
}

/// <summary>The bot itself as a channel knows it; needed to begin a conversation.</summary>
/// <param name="BotId"><c>28:…</c>, the recipient of every incoming activity.</param>
public sealed record BotAddress(string ServiceUrl, string BotId, string TenantId);

/// <summary>A message that exists now.</summary>
/// <param name="Conversation">For a new channel post: its thread.</param>
/// <param name="ActivityId">Needed to edit it; null when the channel did not say.</param>
public sealed record Sent(ConversationAddress Conversation, string? ActivityId);
