using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Auth;

/// <summary>A bot that would trust anybody, or nobody, does not start.</summary>
internal sealed class TeamsOptionsValidation(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(TeamsOptions options)
    {
        if (!options.HasIdentity)
        {
            if (!environment.IsDevelopment())
            {
                yield return $"Teams:AppId is missing. Without it every caller would be trusted, so the environment '{environment.EnvironmentName}' needs one.";
            }

            yield break;
        }

        if (!Guid.TryParse(options.AppId, out _))
        {
            yield return "Teams:AppId is not a GUID.";
        }

        if (!Guid.TryParse(options.TenantId, out _))
        {
            yield return "Teams:TenantId is missing or not a GUID; DutyBot serves exactly one Entra tenant.";
        }

        if (options.Credential == BotCredentialKind.ClientSecret && string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Teams:ClientSecret is missing; set it, or set Teams:Credential to ManagedIdentity.";
        }

        if (!IsSafe(options.OpenIdMetadata) || !IsSafe(options.TokenAuthority))
        {
            yield return "Teams:OpenIdMetadata and Teams:TokenAuthority must be https addresses.";
        }
    }

    internal static bool IsSafe(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);
}
