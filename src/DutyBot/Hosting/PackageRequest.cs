using System.Text.RegularExpressions;
using DutyBot.Teams.Graph;

namespace DutyBot.Hosting;

/// <summary>What an office says of itself when it packages the app, as it was typed.</summary>
/// <param name="AppId">Application (client) id of the bot's Entra registration: <c>Teams:AppId</c>.</param>
/// <param name="ManifestId">The app's own id in the catalogue: <c>Graph:ManifestId</c>. Without one it follows from the app id.</param>
/// <param name="GrantedOnInstallation">Resource-specific permissions that the package asks for; none by default.</param>
internal sealed partial record PackageRequest(
    string AppId,
    string Host,
    string? ManifestId,
    string? DeveloperName,
    string? PrivacyUrl,
    string? TermsUrl,
    string? Version,
    IReadOnlyList<string> GrantedOnInstallation,
    string Out
)
{
    private const int LongestDeveloperName = 32;

    private const int LongestUrl = 2048;

    /// <summary>Those that do instead of a permission for the whole organisation.</summary>
    public static IReadOnlyList<string> Grantable { get; } =
    [.. GraphFunctions.All.SelectMany(function => function.Needs).Select(need => need.ResourceSpecific).OfType<string>().Distinct()];

    /// <summary>Why no package can be made of this; empty if one can.</summary>
    public IEnumerable<string> Refusals() => [.. OfIds(), .. OfAddresses(), .. OfTheRest()];

    private IEnumerable<string> OfIds()
    {
        if (!IsId(AppId))
        {
            yield return $"--app-id takes the bot's application (client) id, a GUID in the form {Guid.Empty} with its own digits. Given: {AppId}";
        }

        if (ManifestId is { } manifest && !IsId(manifest))
        {
            yield return $"--manifest-id takes the app's id in the catalogue, a GUID in the form {Guid.Empty} with its own digits. Given: {manifest}";
        }
        else if (string.Equals(ManifestId, AppId, StringComparison.OrdinalIgnoreCase))
        {
            yield return "--manifest-id is the app's id in the catalogue and must differ from --app-id, which is the bot's.";
        }
    }

    private IEnumerable<string> OfAddresses()
    {
        if (!HostName.IsMatch(Host) || Host.Length > 253)
        {
            yield return "--host takes the bare name of the bot's host, such as dutybot.tinh.gov.vn: no https://, port, path, wildcard or IP address, "
                + $"and a name with accents as xn--. Given: {Host}";
        }
        else if (Host.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"--host must exist: names under .example are reserved for development. Given: {Host}";
        }

        foreach (var (option, url) in new[] { ("--privacy-url", PrivacyUrl), ("--terms-url", TermsUrl) })
        {
            if (url is not null && !IsHttps(url))
            {
                yield return $"{option} takes an address that begins with https://, at most {LongestUrl} characters. Given: {url}";
            }
        }
    }

    private IEnumerable<string> OfTheRest()
    {
        if (DeveloperName is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestDeveloperName))
        {
            yield return $"--developer-name takes 1 to {LongestDeveloperName} characters, because Teams shows no more. Given: {name.Length}";
        }

        if (Version is { } version && !VersionNumber.IsMatch(version))
        {
            yield return $"--package-version takes three numbers, such as 1.0.2. Given: {version}";
        }

        foreach (var permission in GrantedOnInstallation.Except(Grantable))
        {
            yield return $"--grant-on-installation takes {string.Join(" or ", Grantable)}, and no more than DutyBot uses. Given: {permission}";
        }
    }

    /// <summary>The ids of the sources are nobody's: their first block is all ones.</summary>
    private static bool IsId(string text) =>
        Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty && !text.StartsWith("11111111-0000-", StringComparison.Ordinal);

    private static bool IsHttps(string text) =>
        text.Length <= LongestUrl && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;

    /// <summary>Labels of letters, digits and inner hyphens; the last begins with a letter, which no IP address does.</summary>
    [GeneratedRegex(
        @"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex HostName { get; }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}\z")]
    private static partial Regex VersionNumber { get; }
}
