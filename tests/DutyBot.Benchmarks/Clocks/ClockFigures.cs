using System.Globalization;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>Medians, and of ratios the median of those of each round, against the case with the fewest deadlines.</summary>
internal static class ClockFigures
{
    private const double Mega = 1024 * 1024;

    public static void Print(TextWriter output, string name, IReadOnlyList<ClockCase> cases)
    {
        output.WriteLine();
        output.WriteLine(
            $"{name, -10} open   look us  x few   x CPU  beat us  x few     due  sweep ms  x few   x CPU   heap MB  growth   RSS MB  growth  file MB"
        );
        foreach (var one in cases)
        {
            output.WriteLine(Costs(one, cases[0]));
        }

        foreach (var one in cases.Where(one => !one.Place.IsFile))
        {
            output.WriteLine(OnTheWire(one));
        }
    }

    private static string Costs(ClockCase one, ClockCase few)
    {
        var (first, last) = (one.Looks[0], one.Sweeps[^1]);
        var file = one.Place.IsFile ? new FileInfo(one.Place.Address).Length / Mega : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Deadlines, 15:N0} {Wall(one.Looks), 9:0.0} {Ratio(one.Looks, few.Looks, s => s.Wall), 6:0.00} {Ratio(one.Looks, few.Looks, s => s.Cpu), 7:0.00} {Wall(one.Beats), 8:0} {Ratio(one.Beats, few.Beats, s => s.Wall), 6:0.00} {Median(one.Sweeps.Select(s => (double)s.Passed)), 7:0} {Wall(one.Sweeps) / 1000, 9:0.0} {Ratio(one.Sweeps, few.Sweeps, s => s.Wall), 6:0.00} {Ratio(one.Sweeps, few.Sweeps, s => s.Cpu), 7:0.00} {last.Heap / Mega, 9:0.0} {(last.Heap - first.Heap) / Mega, 7:0.0} {last.Resident / Mega, 8:0} {(last.Resident - first.Resident) / Mega, 7:0} {file, 8:0}"
        );
    }

    private static string OnTheWire(ClockCase one)
    {
        double PerDue(Func<ClockSample, double> of) => Median(one.Sweeps.Select(sweep => of(sweep) / sweep.Passed));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Deadlines:N0} open: a look {one.Looks[^1].Requests:0} requests, {one.Looks[^1].Rows:0} rows; each that was due {PerDue(s => s.Requests):0.0} requests, {PerDue(s => s.Rows):0.0} rows"
        );
    }

    private static double Wall(IReadOnlyList<ClockSample> samples) => Median(samples.Select(sample => sample.Wall));

    private static double Ratio(IReadOnlyList<ClockSample> ones, IReadOnlyList<ClockSample> others, Func<ClockSample, double> of) =>
        Median(ones.Zip(others, (one, other) => of(one) / of(other)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
