using DutyBot.Delivery;

namespace DutyBot.Tests.Delivery;

/// <summary>Features 54: what an ended message says of the person it was for, and when another way is taken.</summary>
public sealed class DeliveryErrorsTests
{
    [Theory]
    [InlineData("403 MessageWritesBlocked", nameof(Undelivered.Blocked), true)]
    [InlineData("403 BotNotInConversationRoster", nameof(Undelivered.NotInstalled), true)]
    [InlineData("404 ConversationNotFound", nameof(Undelivered.NotInstalled), true)]
    [InlineData("404 ", nameof(Undelivered.NotInstalled), true)]
    [InlineData("403 ", nameof(Undelivered.Refused), true)]
    [InlineData("no address", nameof(Undelivered.NoAddress), true)]
    [InlineData("unavailable", nameof(Undelivered.Unavailable), true)]
    [InlineData("400 BadSyntax", nameof(Undelivered.Refused), false)]
    [InlineData("413 MessageSizeTooBig", nameof(Undelivered.Refused), false)]
    [InlineData("outcome unknown", nameof(Undelivered.OutcomeUnknown), false)]
    [InlineData("nobody", null, false)]
    [InlineData("E-FORBIDDEN", null, false)]
    [InlineData("InvalidOperationException", null, false)]
    public void Only_what_certainly_did_not_arrive_because_of_the_chat_takes_another_way(string error, string? why, bool takesAnother)
    {
        DeliveryErrors.WhyOf(error)?.ToString().ShouldBe(why);
        DeliveryErrors.IsOfTheChat(error).ShouldBe(takesAnother);
    }
}
