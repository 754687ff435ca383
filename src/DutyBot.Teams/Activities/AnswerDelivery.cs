using DutyBot.Teams.Connector;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DutyBot.Teams.Activities;

/// <summary>
/// Brings an answer to the person: in the response to an invoke, as a message in the same conversation otherwise. Then the response goes out
/// first, because Teams repeats an activity it waits too long for.
/// </summary>
internal sealed partial class AnswerDelivery(ConnectorClient connector, ILogger<AnswerDelivery> log)
{
    public async Task Deliver(HttpResponse response, Activity activity, ActivityAnswer answer)
    {
        if (answer is ActivityAnswer.NotForUs)
        {
            Log.NotForUs(log, activity.Id, activity.Type, activity.Name);
        }

        if (activity.IsInvoke)
        {
            await InvokeResponse.Write(response, activity, answer);
        }
        else if (AsMessage(answer) is { } message)
        {
            await response.CompleteAsync();
            await Send(activity, message);
        }
    }

    private async Task Send(Activity activity, OutgoingActivity message)
    {
        // The caller is gone and may not take the answer along; the connector's own limits end this.
        var outcome = await connector.Send(ConversationAddress.Of(activity), message, CancellationToken.None);
        if (!outcome.Succeeded)
        {
            Log.NotDelivered(log, activity.Id, activity.Conversation.Id, outcome.Failure);
        }
    }

    private static OutgoingActivity? AsMessage(ActivityAnswer answer) =>
        answer switch
        {
            ActivityAnswer.Card card => OutgoingActivity.OfCard(card.Utf8Json, card.Summary),
            ActivityAnswer.Dialog dialog => OutgoingActivity.OfCard(dialog.Utf8Json, dialog.Title),
            ActivityAnswer.Message message => OutgoingActivity.OfText(message.Text),
            ActivityAnswer.Error error => OutgoingActivity.OfText(error.Text),
            _ => null,
        };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Activity {ActivityId} is not for us: {Type} {Name}.")]
        public static partial void NotForUs(ILogger log, string? activityId, string type, string? name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {ActivityId} did not reach conversation {ConversationId}: {Failure}")]
        public static partial void NotDelivered(ILogger log, string? activityId, string conversationId, ConnectorFailure failure);
    }
}
