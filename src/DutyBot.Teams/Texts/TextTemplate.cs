using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DutyBot.Teams;

/// <summary>A text cut at its placeholders once, so that filling it costs one string.</summary>
internal sealed class TextTemplate
{
    // Literals[i] stands before Names[i]; the last literal closes the text.
    private readonly ImmutableArray<string> literals;

    private TextTemplate(string source, ImmutableArray<string> literals, ImmutableArray<string> names) =>
        (Source, this.literals, Names) = (source, literals, names);

    public string Source { get; }

    public ImmutableArray<string> Names { get; }

    public static TextTemplate Parse(string source)
    {
        var literals = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        for (var open = source.IndexOf('{'); open >= 0; open = source.IndexOf('{', at))
        {
            var close = source.IndexOf('}', open);
            literals.Add(source[at..open]);
            names.Add(close > open ? source[(open + 1)..close] : throw new FormatException($"A brace is not closed in '{source}'."));
            at = close + 1;
        }

        literals.Add(source[at..]);
        return new TextTemplate(source, literals.ToImmutable(), names.ToImmutable());
    }

    public string Fill(string key, ReadOnlySpan<(string Name, object Value)> arguments, TextValues values)
    {
        foreach (var (name, _) in arguments)
        {
            if (!Names.Contains(name))
            {
                throw new ArgumentException($"Text '{key}' has no placeholder '{name}'.");
            }
        }

        var text = new DefaultInterpolatedStringHandler(Source.Length, Names.Length, CultureInfo.InvariantCulture, stackalloc char[256]);
        for (var i = 0; i < Names.Length; i++)
        {
            text.AppendLiteral(literals[i]);
            text.AppendLiteral(values.Write(Find(key, Names[i], arguments)));
        }

        text.AppendLiteral(literals[^1]);
        return text.ToStringAndClear();
    }

    private static object Find(string key, string name, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        throw new ArgumentException($"Text '{key}' needs a value for '{name}'.");
    }
}
