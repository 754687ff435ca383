using DutyBot.Teams.Auth;
using Microsoft.Extensions.Options;

namespace DutyBot.Teams.Graph;

/// <summary>A switched-on Graph that could not work stops the start; a switched-off one is not looked at.</summary>
internal sealed class GraphOptionsValidation(IOptions<TeamsOptions> teams) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var problems = options.Enabled ? Problems(options).ToList() : [];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(GraphOptions options)
    {
        if (!teams.Value.HasIdentity)
        {
            yield return "Graph:Enabled needs Teams:AppId: Graph is asked with the bot's own identity. Set it, or set Graph:Enabled to false.";
        }

        if (!Guid.TryParse(options.ManifestId, out _))
        {
            yield return "Graph:ManifestId is missing or not a GUID; it is the id in the app's manifest.json.";
        }

        if (!TeamsOptionsValidation.IsSafe(options.BaseUrl) || options.BaseUrl.Query.Length > 0)
        {
            yield return "Graph:BaseUrl must be an https address with the version, for example https://graph.microsoft.com/v1.0.";
        }

        if (!TeamsOptionsValidation.IsSafe(options.TeamsUrl))
        {
            yield return "Graph:TeamsUrl must be an https address.";
        }
    }
}
