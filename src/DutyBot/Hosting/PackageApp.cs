using System.CommandLine;

namespace DutyBot.Hosting;

/// <summary><c>dutybot package-app</c>: the Teams app package of one organisation.</summary>
internal static class PackageApp
{
    private const int Refused = 2;

    private static readonly Option<string> AppId = new("--app-id")
    {
        Description = "Application (client) id of the bot's Entra registration (Teams:AppId).",
        Required = true,
    };

    private static readonly Option<string> Host = new("--host")
    {
        Description = "Host name of the bot, such as dutybot.tinh.gov.vn.",
        Required = true,
    };

    private static readonly Option<string?> ManifestId = new("--manifest-id")
    {
        Description = "The app's id in the organisation's catalogue (Graph:ManifestId). Default: derived from the app id, always the same.",
    };

    private static readonly Option<string?> DeveloperName = new("--developer-name")
    {
        Description = "The agency that runs the bot. Default: DutyBot",
    };

    private static readonly Option<string?> PrivacyUrl = new("--privacy-url") { Description = "Privacy page. Default: https://<host>/privacy" };

    private static readonly Option<string?> TermsUrl = new("--terms-url") { Description = "Terms of use. Default: https://<host>/terms" };

    private static readonly Option<string?> Version = new("--package-version")
    {
        Description = "Version of the package; Teams takes an update only if it is higher. Default: that of the sources.",
    };

    private static readonly Option<string[]> Grants = new("--grant-on-installation")
    {
        Description = $"Permissions asked for on installation: {string.Join(", ", PackageRequest.Grantable)}. Default: none",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Out = new("--out") { Description = "File to write.", DefaultValueFactory = _ => "dutybot.zip" };

    public static Command Command()
    {
        var command = new Command("package-app", "Make the Teams app package with the organisation's own ids and host name.")
        {
            AppId,
            Host,
            ManifestId,
            DeveloperName,
            PrivacyUrl,
            TermsUrl,
            Version,
            Grants,
            Out,
        };
        command.SetAction((parsed, cancel) => Run(Read(parsed), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static PackageRequest Read(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(AppId),
            parsed.GetRequiredValue(Host),
            parsed.GetValue(ManifestId),
            parsed.GetValue(DeveloperName),
            parsed.GetValue(PrivacyUrl),
            parsed.GetValue(TermsUrl),
            parsed.GetValue(Version),
            parsed.GetValue(Grants) ?? [],
            parsed.GetRequiredValue(Out)
        );

    private static async Task<int> Run(PackageRequest request, InvocationConfiguration console, CancellationToken cancel)
    {
        var refusals = request.Refusals().ToList();
        if (refusals.Count > 0)
        {
            return await Refuse(console, string.Join(Environment.NewLine, refusals));
        }

        var package = OfficePackage.Of(request);
        var bytes = package.Zip();
        try
        {
            await File.WriteAllBytesAsync(request.Out, bytes, cancel);
        }
        catch (IOException failure)
        {
            return await Refuse(console, $"--out cannot be written: {failure.Message}");
        }
        catch (UnauthorizedAccessException failure)
        {
            return await Refuse(console, $"--out cannot be written: {failure.Message}");
        }

        await console.Output.WriteLineAsync($"{Path.GetFullPath(request.Out)}: version {package.Version}, for {package.Host}.");
        await console.Output.WriteLineAsync($"Graph:ManifestId, if Microsoft Graph is used: {package.Id}");
        return 0;
    }

    private static async Task<int> Refuse(InvocationConfiguration console, string why)
    {
        await console.Error.WriteLineAsync(why);
        return Refused;
    }
}
