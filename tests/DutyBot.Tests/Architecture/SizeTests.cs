using DutyBot.Tests.Fixtures;

namespace DutyBot.Tests.Architecture;

/// <summary>The outer walls; the aim is far inside them: 15 lines a method, 150 lines a file.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 250;

    private const int LongestMethod = 60;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    /// <summary>Methods that may be longer (<c>Type.Method</c>), each with its reason.</summary>
    private static readonly Dictionary<string, string> LongMethods = [];

    [Fact]
    public void A_file_is_read_in_one_sitting() =>
        SourceTree.Code.Where(file => file.Lines.Count() > LongestFile).Select(file => file.Path).ShouldBe(LongFiles.Keys, ignoreOrder: true);

    [Fact]
    public void A_method_fits_one_screen()
    {
        var measured = House.Assemblies.Append(typeof(SizeTests).Assembly).SelectMany(MethodLength.Of);
        var tooLong = measured.Where(method => IsOurs(method.File) && method.Lines > LongestMethod).ToList();

        tooLong.Select(method => method.Name).Distinct().ShouldBe(LongMethods.Keys, ignoreOrder: true, string.Join('\n', tooLong));
    }

    [Fact]
    public void The_check_measures_from_brace_to_brace()
    {
        var measured = MethodLength.Of(typeof(SizeTests).Assembly).Single(method => method.Name == $"{nameof(SizeTests)}.{nameof(FourLines)}");

        // An optimised build has no line for a brace.
        measured.Lines.ShouldBeInRange(2, 4);
    }

    private static string FourLines(string text)
    {
        var twice = $"{text}{text}";
        return twice;
    }

    private static bool IsOurs(string file) => !Path.GetRelativePath(Repository.Path("artifacts"), file).StartsWith("obj", StringComparison.Ordinal);
}
