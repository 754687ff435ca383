namespace DutyBot.Teams.Auth;

/// <summary>How a button answers with a form.</summary>
public enum FormStyle
{
    /// <summary>A card only the presser sees; works everywhere.</summary>
    Card,

    /// <summary>A dialog; for hosts that have dialogs (Teams, not the Playground).</summary>
    Dialog,
}

public enum BotCredentialKind
{
    ManagedIdentity,
    ClientSecret,
}

/// <summary>The bot's identity and its trust, section <c>Teams</c> of the configuration; checked when the program starts.</summary>
public sealed record TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's app id. Without one every caller is trusted, which is possible in the environment Development only.</summary>
    public string? AppId { get; init; }

    /// <summary>The one tenant DutyBot serves; guests and other tenants are refused.</summary>
    public string? TenantId { get; init; }

    /// <summary>Where the Bot Connector publishes its keys; other in sovereign clouds.</summary>
    public Uri OpenIdMetadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    public string Issuer { get; init; } = "https://api.botframework.com";

    public string BotName { get; init; } = "DutyBot";

    public FormStyle Forms { get; init; }

    public BotCredentialKind Credential { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>What the bot asks a token for when it speaks to the Bot Connector.</summary>
    public string TokenScope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>Where that token comes from; other in sovereign clouds.</summary>
    public Uri TokenAuthority { get; init; } = new("https://login.microsoftonline.com/");

    public bool HasIdentity => !string.IsNullOrWhiteSpace(AppId);

    /// <summary>The secret stays out of whatever prints the options.</summary>
    public override string ToString() => $"bot {AppId} of tenant {TenantId}";
}
