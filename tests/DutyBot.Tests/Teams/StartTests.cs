using DutyBot.Tests.Fixtures;
using Microsoft.Extensions.Options;

namespace DutyBot.Tests.Teams;

/// <summary>A bot that would trust anybody does not start, and says what is missing.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string?> Complete = new() { ["AppId"] = LocalIssuer.AppId, ["TenantId"] = LocalIssuer.TenantId };

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_development_an_app_id_is_required(string environment)
    {
        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => BotHost.Start([], environment: environment));

        refusal.Message.ShouldBe($"Teams:AppId is missing. Without it every caller would be trusted, so the environment '{environment}' needs one.");
    }

    [Theory]
    [InlineData("AppId", "dutybot", "Teams:AppId is not a GUID.")]
    [InlineData("TenantId", "", "Teams:TenantId is missing or not a GUID; DutyBot serves exactly one Entra tenant.")]
    [InlineData("Credential", "ClientSecret", "Teams:ClientSecret is missing; set it, or set Teams:Credential to ManagedIdentity.")]
    [InlineData("OpenIdMetadata", "http://example.org/", "Teams:OpenIdMetadata and Teams:TokenAuthority must be https addresses.")]
    public async Task A_setting_that_cannot_work_stops_the_start(string key, string value, string message)
    {
        var settings = new Dictionary<string, string?>(Complete) { [key] = value };

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => BotHost.Start(settings, environment: "Development"));

        refusal.Message.ShouldBe(message);
    }
}
