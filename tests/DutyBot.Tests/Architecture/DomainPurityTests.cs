using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DutyBot.Tests.Architecture;

/// <summary>Domain is pure: the same history and the same command give the same answer, today and in ten years.</summary>
public sealed class DomainPurityTests
{
    private static readonly string[] BannedNamespaces = ["System.IO", "System.Net", "System.Threading.Tasks", "System.Diagnostics.Metrics"];

    private static readonly string[] BannedTypes =
    [
        "System.Console",
        "System.Random",
        "System.TimeProvider",
        "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process",
        "System.Threading.Thread",
        "System.Threading.Timer",
    ];

    [Fact]
    public void Domain_knows_no_tasks_no_files_no_network_no_clock_and_no_chance() => Impurities(House.Domain).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_an_impure_assembly() => Impurities(House.Storage).ShouldContain("System.Threading.Tasks.ValueTask");

    [Fact]
    public void What_Domain_shows_cannot_be_changed_from_outside() => TypeShapes.Mutable(House.TypesOf(House.Domain)).ShouldBeEmpty();

    /// <summary>Every type the compiled code mentions, also inside method bodies and private signatures, judged by name.</summary>
    private static List<string> Impurities(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var pe = new PEReader(stream);
        var metadata = pe.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
                .Where(type => IsBanned(type.Namespace, type.Name))
                .Select(type => $"{type.Namespace}.{type.Name}"),
        ];
    }

    private static bool IsBanned(string space, string name) =>
        BannedNamespaces.Any(banned => space == banned || space.StartsWith($"{banned}.", StringComparison.Ordinal))
        || BannedTypes.Contains($"{space}.{name}");
}
