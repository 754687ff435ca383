namespace DutyBot.Teams.Activities;

/// <summary>A person or a bot on the channel.</summary>
/// <param name="Id">The channel's own id (<c>29:…</c> for people, <c>28:…</c> for bots); it differs between bots.</param>
/// <param name="AadObjectId">The Entra object id: the only one that says who a person is.</param>
/// <param name="UserRole"><c>user</c>, <c>guest</c> or <c>anonymous</c> where the channel says so.</param>
public sealed record Account(
    string Id,
    string? Name = null,
    string? AadObjectId = null,
    string? Role = null,
    string? UserRole = null,
    string? TenantId = null
);

public enum ConversationKind
{
    Unknown,
    Personal,
    GroupChat,
    Channel,
}

/// <param name="Id">In a channel the thread is part of it: <c>19:…@thread.tacv2;messageid=1732323723500</c>.</param>
public sealed record Conversation(string Id, string? ConversationType = null, bool? IsGroup = null, string? TenantId = null, string? Name = null)
{
    internal const string RootMark = ";messageid=";

    public ConversationKind Kind =>
        ConversationType switch
        {
            "personal" => ConversationKind.Personal,
            "groupChat" => ConversationKind.GroupChat,
            "channel" => ConversationKind.Channel,
            _ => ConversationKind.Unknown,
        };

    /// <summary>The id without the thread: the channel, or the chat itself.</summary>
    public string BaseId => Id.IndexOf(RootMark, StringComparison.Ordinal) is >= 0 and var mark ? Id[..mark] : Id;

    /// <summary>The activity id of the post that started the thread, or null outside a thread.</summary>
    public string? ThreadRoot => Id.IndexOf(RootMark, StringComparison.Ordinal) is >= 0 and var mark ? Id[(mark + RootMark.Length)..] : null;
}

/// <summary>Only mentions matter; other kinds (<c>clientInfo</c>) have neither <paramref name="Mentioned"/> nor <paramref name="Text"/>.</summary>
/// <param name="Text">As it stands in the message: <c>&lt;at&gt;Name&lt;/at&gt;</c>.</param>
public sealed record Entity(string? Type = null, Account? Mentioned = null, string? Text = null);

public sealed record ChannelData(
    TenantInfo? Tenant = null,
    TeamInfo? Team = null,
    ChannelInfo? Channel = null,
    string? EventType = null,
    ChannelSettings? Settings = null
);

public sealed record TenantInfo(string? Id = null);

/// <param name="Id">Also the id of the team's General channel.</param>
public sealed record TeamInfo(string? Id = null, string? Name = null, string? AadGroupId = null);

/// <param name="Type"><c>standard</c>, <c>private</c> or <c>shared</c>, where the host says it.</param>
public sealed record ChannelInfo(string? Id = null, string? Name = null, string? Type = null);

/// <param name="SelectedChannel">The channel the app was added from.</param>
public sealed record ChannelSettings(ChannelInfo? SelectedChannel = null);
