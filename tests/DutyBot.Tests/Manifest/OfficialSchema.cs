using System.Diagnostics;
using System.Text.Json;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Manifest;

/// <summary>What Microsoft's own schemas say about the files of an app package.</summary>
/// <param name="Newest">The newest manifest version the schemas know, for example <c>1.30</c>.</param>
internal sealed record OfficialSchema(string Newest, IReadOnlyList<string> Errors)
{
    public static async Task<OfficialSchema> Check(params string[] files)
    {
        await NodePeers.File("@microsoft/app-manifest");
        var start = new ProcessStartInfo("node", [Repository.Path("tests", "validate-manifest.mjs"), .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<OfficialSchema>(output, JsonSerializerOptions.Web)!;
    }
}
