using System.Text.RegularExpressions;

namespace DutyBot.Tests.Architecture;

/// <summary>What may stand in a file of this repository. Patterns are written so that they do not match themselves.</summary>
internal static partial class SourceText
{
    /// <summary>Places that match, as <c>path:line</c>.</summary>
    public static IEnumerable<string> Matches(SourceFile file, Regex pattern) =>
        file.Lines.Where(line => pattern.IsMatch(line.Text)).Select(line => $"{file.Path}:{line.Number}");

    /// <summary>The parts of a path or of a type's full name that say nothing about what is inside.</summary>
    public static IEnumerable<string> Drawers(string name) => name.Split('.', '/').Where(part => Drawer().IsMatch(part));

    [GeneratedRegex(@"#pragma\s+warning\s+[d]isable")]
    public static partial Regex SilencedWarning();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K)\b")]
    public static partial Regex Unfinished();

    /// <summary><c>catch (Exception …)</c>, filtered or not, and <c>catch</c> alone.</summary>
    [GeneratedRegex(@"^\s*(\}\s*)?catch\s*(\(\s*(System\.)?Exception\b.*|\{.*|$)")]
    public static partial Regex CatchAll();

    /// <summary>Folders of one machine. App Service keeps its data under <c>/home/site</c> and <c>/home/data</c>, which are nobody's.</summary>
    [GeneratedRegex(@"(?<![\w.])/(work|[r]oot|Users)/|(?<![\w.])/home/(?!site\b|data\b|LogFiles\b)\w|\b[A-Za-z]:\\+Users\b")]
    public static partial Regex MachinePath();

    /// <summary>Where packages come from is the business of each machine's own configuration.</summary>
    [GeneratedRegex(@"[r]egistry\.(npmjs|yarnpkg|npmmirror)|[a]pi\.nuget\.org|/[a]rtifactory/|""[r]esolved"":")]
    public static partial Regex PackageRegistry();

    [GeneratedRegex(@"^(Common|Shared|Misc)$|(Helper|Util|Utility|Utilitie|Manager)s?(\.cs)?$")]
    private static partial Regex Drawer();
}
