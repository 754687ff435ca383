using DutyBot.Teams.Connector;

namespace DutyBot.Delivery;

/// <summary>Why a message to a person did not arrive.</summary>
internal enum Undelivered
{
    /// <summary>The person has blocked the bot (403 <c>MessageWritesBlocked</c>).</summary>
    Blocked,

    /// <summary>The app is not there (any more): 403 <c>BotNotInConversationRoster</c>, or 404.</summary>
    NotInstalled,

    /// <summary>No chat with the person is known, and none could be opened.</summary>
    NoAddress,

    /// <summary>Refused for another reason.</summary>
    Refused,

    /// <summary>The service did not serve, for hours.</summary>
    Unavailable,

    /// <summary>It may have arrived.</summary>
    OutcomeUnknown,
}

/// <summary>Why something was not sent, as the store keeps it; words for people are made of it.</summary>
internal static class DeliveryErrors
{
    /// <summary>Nobody holds the office it is for.</summary>
    public const string Nobody = "nobody";

    /// <summary>It may have arrived; sending it again could double it.</summary>
    public const string OutcomeUnknown = "outcome unknown";

    /// <summary>No chat and no channel is known to reach them by.</summary>
    public const string NoAddress = "no address";

    public const string Unavailable = "unavailable";

    /// <summary>A no of the service: its status and its own word.</summary>
    public static string Of(ConnectorFailure.Refused refused) => $"{(int)refused.Status} {refused.Code}";

    /// <summary>Null for what says nothing of whether the person can be reached.</summary>
    public static Undelivered? WhyOf(string error) =>
        error switch
        {
            NoAddress => Undelivered.NoAddress,
            OutcomeUnknown => Undelivered.OutcomeUnknown,
            Unavailable => Undelivered.Unavailable,
            _ when error.EndsWith("MessageWritesBlocked", StringComparison.Ordinal) => Undelivered.Blocked,
            _ when error.EndsWith("BotNotInConversationRoster", StringComparison.Ordinal) => Undelivered.NotInstalled,
            _ when error.StartsWith("404 ", StringComparison.Ordinal) => Undelivered.NotInstalled,
            [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ' ', ..] => Undelivered.Refused,
            _ => null,
        };

    /// <summary>
    /// Whether it certainly did not arrive, and that because of the chat it was to go to: then another way is worth taking. A message that the
    /// service found malformed would fare no better there, and one of unknown fate may have arrived.
    /// </summary>
    public static bool IsOfTheChat(string error) =>
        error is NoAddress or Unavailable || error.StartsWith("403 ", StringComparison.Ordinal) || error.StartsWith("404 ", StringComparison.Ordinal);
}
