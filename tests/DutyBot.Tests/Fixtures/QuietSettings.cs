using System.Runtime.CompilerServices;

namespace DutyBot.Tests.Fixtures;

/// <summary>The tests start hundreds of programs. None of them watches its settings file: a system allows some hundred such watches in all.</summary>
internal static class QuietSettings
{
    [ModuleInitializer]
    public static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
