using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DutyBot.Teams.Activities;

public static class ActivityRoutes
{
    /// <summary>Where Azure's registration of the bot sends activities.</summary>
    public const string Messages = "/api/messages";

    /// <summary>
    /// The bot's endpoint. The host registers an <see cref="ActivityHandler"/> and a <see cref="FaultAnswer"/>, and calls
    /// <see cref="TeamsAuthentication.AddTeamsAuthentication"/> and <see cref="TeamsConnector.AddTeamsConnector"/>.
    /// </summary>
    public static IEndpointConventionBuilder MapActivities(this IEndpointRouteBuilder endpoints, string path = Messages)
    {
        var services = endpoints.ServiceProvider;
        var endpoint = ActivatorUtilities.CreateInstance<ActivityEndpoint>(
            services,
            ActivatorUtilities.CreateInstance<ActivityTurn>(services),
            ActivatorUtilities.CreateInstance<AnswerDelivery>(services)
        );
        return endpoints.MapPost(path, endpoint.Receive);
    }
}
