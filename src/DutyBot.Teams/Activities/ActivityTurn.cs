using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DutyBot.Teams.Activities;

/// <summary>Runs the handler; the one boundary where a fault ends. The log gets the fault's types and places, for messages may quote content.</summary>
internal sealed partial class ActivityTurn(ActivityHandler handler, FaultAnswer faultAnswer, ILogger<ActivityTurn> log)
{
    public async Task<ActivityAnswer> Take(Activity activity, HttpContext request)
    {
        try
        {
            return await handler(activity, request.RequestAborted);
        }
        catch (Exception fault) when (!request.RequestAborted.IsCancellationRequested)
        {
            var correlationId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? request.TraceIdentifier;
            Log.Fault(log, activity.Id, activity.Type, activity.Name, correlationId, Describe(fault));
            return faultAnswer(activity, correlationId);
        }
    }

    private static string Describe(Exception fault)
    {
        var places = new StringBuilder();
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            places.Append(cause.GetType().FullName).AppendLine().AppendLine(cause.StackTrace);
        }

        return places.ToString();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Activity {ActivityId} ({Type} {Name}) failed, correlation {CorrelationId}: {Fault}")]
        public static partial void Fault(ILogger log, string? activityId, string type, string? name, string correlationId, string fault);
    }
}
