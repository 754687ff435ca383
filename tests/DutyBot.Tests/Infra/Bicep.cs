using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Infra;

/// <summary>What the compiler answered. Warnings are on <paramref name="Said"/> too.</summary>
internal sealed record Compiled(int Code, string Json, string Said);

/// <summary>The pinned Bicep compiler. It asks the network for nothing: modules are files, and restoring is off.</summary>
internal static class Bicep
{
    private static readonly string Program = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(pair => pair.Key == nameof(Bicep))
        .Value!.Replace('\\', '/');

    public static string Folder { get; } = Repository.Path("infra");

    public static Task<Compiled> Build(string file) => Run("build", file);

    public static Task<Compiled> BuildParameters(string file) => Run("build-params", file);

    private static async Task<Compiled> Run(string command, string file)
    {
        RequireLinux();
        var start = new ProcessStartInfo(Program, [command, file, "--no-restore", "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DUTYBOT_REGISTRY"] = "registryofthetests";
        start.Environment["DUTYBOT_IMAGE"] = "dutybot:0.1.0";
        using var bicep = Process.Start(start)!;
        var said = bicep.StandardError.ReadToEndAsync();
        var json = await bicep.StandardOutput.ReadToEndAsync();
        await bicep.WaitForExitAsync();
        return new Compiled(bicep.ExitCode, json, await said);
    }

    private static void RequireLinux()
    {
        var isLinux = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64;
        if (!isLinux && Program.Contains("linux-x64", StringComparison.OrdinalIgnoreCase))
        {
            throw new PlatformNotSupportedException(
                "The templates of infra/ are compiled by the package Azure.Bicep.CommandLine.linux-x64, which runs on Linux x64 only: run these tests there, or build them with BicepPath set to the Bicep CLI of this machine."
            );
        }
    }
}
