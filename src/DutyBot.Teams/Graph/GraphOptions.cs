namespace DutyBot.Teams.Graph;

/// <summary>Microsoft Graph, section <c>Graph</c> of the configuration; off unless switched on. DutyBot works without it.</summary>
public sealed record GraphOptions
{
    public const string Section = "Graph";

    public bool Enabled { get; init; }

    /// <summary>Service and version; other in national clouds (https://learn.microsoft.com/graph/deployments).</summary>
    public Uri BaseUrl { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>Where links open Teams; other in national clouds.</summary>
    public Uri TeamsUrl { get; init; } = new("https://teams.microsoft.com/");

    /// <summary>The <c>id</c> of the app's manifest, which the catalogue calls external id. It is not the bot's app id.</summary>
    public string? ManifestId { get; init; }

    /// <summary>What a token is asked for: always the service the requests go to.</summary>
    public string TokenScope => $"{BaseUrl.GetLeftPart(UriPartial.Authority)}/.default";
}
