using DutyBot.Teams.Activities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Auth;

/// <summary>
/// Who may speak to the bot. It looks at the token and at the activity and at nothing else: a header such as
/// <c>x-ms-agents-playground</c> can be forged by anyone.
/// </summary>
internal sealed class Doorkeeper(IOptions<TeamsOptions> options)
{
    private readonly TeamsOptions options = options.Value;

    /// <summary>The verified sender, or null when the request carries no valid token (401).</summary>
    public async ValueTask<Caller?> Identify(HttpContext request)
    {
        if (!options.HasIdentity)
        {
            return Caller.Anonymous;
        }

        var result = await request.AuthenticateAsync(ConnectorTokens.Scheme);
        return result.Succeeded ? request.Features.GetRequiredFeature<Caller>() : null;
    }

    /// <summary>Why this sender may not send this activity (403), or null.</summary>
    public Refusal? Refuse(Activity activity, Caller caller) => Admission.Refuse(activity, caller, options);
}
