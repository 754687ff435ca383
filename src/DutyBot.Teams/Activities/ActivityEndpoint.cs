using DutyBot.Teams.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DutyBot.Teams.Activities;

/// <summary>Token, body, door, handler, answer: the whole way of an activity, in this order.</summary>
internal sealed partial class ActivityEndpoint(Doorkeeper door, ActivityTurn turn, AnswerDelivery delivery, ILogger<ActivityEndpoint> log)
{
    public async Task Receive(HttpContext request)
    {
        if (await door.Identify(request) is not { } caller)
        {
            await request.ChallengeAsync(ConnectorTokens.Scheme);
        }
        else if (await Read(request) is { } activity)
        {
            await Receive(request, activity, caller);
        }
    }

    private async Task Receive(HttpContext request, Activity activity, Caller caller)
    {
        if (door.Refuse(activity, caller) is { } refusal)
        {
            Log.Refused(log, activity.Id, activity.ChannelId, refusal);
            request.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = await turn.Take(activity, request);
        await delivery.Deliver(request.Response, activity, answer);
    }

    private async ValueTask<Activity?> Read(HttpContext request)
    {
        var reader = request.Request.BodyReader;
        if (await ActivityBody.Read(reader, request.RequestAborted) is not { } body)
        {
            Log.TooLong(log, ActivityBody.Limit);
            request.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var isActivity = Activity.TryParse(body, out var activity, out var malformedAt);
        reader.AdvanceTo(body.End);
        if (!isActivity)
        {
            Log.Malformed(log, malformedAt);
            request.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return activity;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {ActivityId} from channel {ChannelId} was refused: {Refusal}.")]
        public static partial void Refused(ILogger log, string? activityId, string channelId, Refusal refusal);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A body that is not an activity was refused; it went wrong at {Path}.")]
        public static partial void Malformed(ILogger log, string path);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A body longer than {Limit} bytes was refused.")]
        public static partial void TooLong(ILogger log, int limit);
    }
}
