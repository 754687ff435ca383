namespace DutyBot.Delivery;

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
}
