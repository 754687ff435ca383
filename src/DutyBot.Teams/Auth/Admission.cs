using DutyBot.Teams.Activities;

namespace DutyBot.Teams.Auth;

/// <summary>Why a valid token does not open the door for this activity; each is answered with 403.</summary>
internal enum Refusal
{
    ServiceUrl,
    Channel,
    Endorsement,
    Tenant,
    Guest,
}

/// <summary>
/// Compares what an activity says with what its token proves
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, connector to bot, steps 3 and 4).
/// </summary>
internal static class Admission
{
    private const string Teams = "msteams";

    public static Refusal? Refuse(Activity activity, Caller caller, TeamsOptions options)
    {
        if (options.HasIdentity)
        {
            if (!SameAddress(caller.ServiceUrl, activity.ServiceUrl))
            {
                return Refusal.ServiceUrl;
            }

            if (activity.ChannelId != Teams)
            {
                return Refusal.Channel;
            }

            if (caller.Endorsements is { } endorsements && !endorsements.Contains(Teams))
            {
                return Refusal.Endorsement;
            }
        }

        return RefuseStranger(activity, options.TenantId);
    }

    private static Refusal? RefuseStranger(Activity activity, string? ours)
    {
        if (!string.IsNullOrEmpty(ours))
        {
            var named = false;
            foreach (var tenant in activity.Tenants)
            {
                named = true;
                if (!tenant.Equals(ours, StringComparison.OrdinalIgnoreCase))
                {
                    return Refusal.Tenant;
                }
            }

            if (!named)
            {
                return Refusal.Tenant;
            }
        }

        return activity.From.UserRole is "guest" or "anonymous" ? Refusal.Guest : null;
    }

    private static bool SameAddress(string? claimed, string actual) =>
        claimed is not null && claimed.AsSpan().TrimEnd('/').Equals(actual.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
