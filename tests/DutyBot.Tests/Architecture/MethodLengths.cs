using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DutyBot.Tests.Architecture;

/// <param name="File">As the compiler wrote it down: an absolute path.</param>
/// <param name="Lines">From the opening to the closing brace, lambdas included, local functions on their own.</param>
internal sealed record MethodLength(string Name, string File, int Line, int Lines)
{
    /// <summary>Measures compiled methods by the line numbers in the assembly's debug information, which knows what is code and what is text.</summary>
    public static IReadOnlyList<MethodLength> Of(Assembly assembly)
    {
        using var stream = System.IO.File.OpenRead(assembly.Location);
        using var pe = new PEReader(stream);
        pe.TryOpenAssociatedPortablePdb(assembly.Location, System.IO.File.OpenRead, out var provider, out _)
            .ShouldBeTrue($"{assembly.GetName().Name} has no debug information to measure by");
        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            return [.. symbols.MethodDebugInformation.Select(method => Measure(pe.GetMetadataReader(), symbols, method)).OfType<MethodLength>()];
        }
    }

    private static MethodLength? Measure(MetadataReader metadata, MetadataReader symbols, MethodDebugInformationHandle method)
    {
        var definition = metadata.GetMethodDefinition(method.ToDefinitionHandle());
        var points = symbols.GetMethodDebugInformation(method).GetSequencePoints().Where(point => !point.IsHidden).ToList();
        // A constructor also runs the initialisers of fields, wherever in the file they stand, so its lines say nothing.
        if (points.Count == 0 || metadata.GetString(definition.Name).StartsWith('.'))
        {
            return null;
        }

        var type = metadata.GetTypeDefinition(definition.GetDeclaringType());
        var first = points.Min(point => point.StartLine);
        return new MethodLength(
            $"{metadata.GetString(type.Name)}.{metadata.GetString(definition.Name)}",
            symbols.GetString(symbols.GetDocument(points[0].Document).Name),
            first,
            points.Max(point => point.EndLine) - first + 1
        );
    }
}
