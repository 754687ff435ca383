using System.Reflection;
using System.Runtime.CompilerServices;

namespace DutyBot.Tests.Architecture;

/// <summary>The four product assemblies and the types written in them.</summary>
internal static class House
{
    public static Assembly Domain { get; } = Assembly.Load("DutyBot.Domain");

    public static Assembly Storage { get; } = Assembly.Load("DutyBot.Storage");

    public static Assembly Teams { get; } = Assembly.Load("DutyBot.Teams");

    public static Assembly Host { get; } = Assembly.Load("DutyBot");

    public static IReadOnlyList<Assembly> Assemblies { get; } = [Domain, Storage, Teams, Host];

    /// <summary>Types a person wrote: no closures, no iterators, nothing from a source generator.</summary>
    public static IEnumerable<Type> TypesOf(params IEnumerable<Assembly> assemblies) =>
        assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("DutyBot", StringComparison.Ordinal) == true)
            .Where(type => !Enclosing(type).Any(IsGenerated));

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false);

    private static IEnumerable<Type> Enclosing(Type? type)
    {
        for (; type is not null; type = type.DeclaringType)
        {
            yield return type;
        }
    }
}
