using System.Globalization;
using DutyBot.Benchmarks.Servers;

namespace DutyBot.Benchmarks.Replies;

/// <summary>All samples of a run; what is quoted is medians, and of ratios the median of those of each round.</summary>
internal sealed class Figures
{
    private readonly Dictionary<(Variant, int), List<Sample>> samples = [];

    public void Add(Variant variant, int callers, Sample sample)
    {
        if (!samples.TryGetValue((variant, callers), out var list))
        {
            samples[(variant, callers)] = list = [];
        }

        list.Add(sample);
    }

    public void Print(TextWriter output)
    {
        foreach (var callers in ReplyPlan.Callers)
        {
            output.WriteLine();
            output.WriteLine($"{callers} caller(s)           CPU ms/1000   x A    x E     p50 ms   x A     p99 ms   x A    KB/reply  bytes out");
            foreach (var variant in Variant.All)
            {
                output.WriteLine(Line(variant, callers));
            }
        }

        output.WriteLine();
        foreach (var variant in Variant.All.Where(variant => variant.IsDurable && !variant.FreshTokens))
        {
            output.WriteLine($"{variant.Name}, operations per reply: {Text(samples[(variant, 1)][^1].Operations)}");
        }
    }

    public static string Text(IReadOnlyDictionary<string, double> operations) =>
        string.Join(
            ", ",
            operations
                .OrderBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value:0.00}"))
        );

    private string Line(Variant variant, int callers)
    {
        var list = samples[(variant, callers)];
        // A fresh token is compared with a fresh token.
        var jwt = variant.FreshTokens ? Variant.JwtFresh : Variant.Jwt;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{variant.Name, -22} {Median(list.Select(s => s.Cpu)), 9:0.0} {Ratio(variant, Variant.Floor, callers, s => s.Cpu), 7:0.00} {Ratio(variant, jwt, callers, s => s.Cpu), 6:0.00} {Median(list.Select(s => s.P50)), 9:0.000} {Ratio(variant, Variant.Floor, callers, s => s.P50), 6:0.00} {Median(list.Select(s => s.P99)), 9:0.000} {Ratio(variant, Variant.Floor, callers, s => s.P99), 6:0.00} {Median(list.Select(s => s.Kilobytes)), 9:0.0} {list[^1].Answer, 9}"
        );
    }

    private double Ratio(Variant variant, Variant to, int callers, Func<Sample, double> of) =>
        Median(samples[(variant, callers)].Zip(samples[(to, callers)], (one, other) => of(one) / of(other)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
