namespace DutyBot.Benchmarks.Clocks;

/// <summary>How many open deadlines, and how much to measure.</summary>
/// <param name="Sqlite">Open deadlines of each case; the first is what the others are compared with.</param>
/// <param name="AzureTables">Fewer: Azurite is slow to fill.</param>
/// <param name="Rounds">Each measures every case once, one after the other.</param>
/// <param name="Looks">Of one case and one round.</param>
internal sealed record ClockPlan(IReadOnlyList<int> Sqlite, IReadOnlyList<int> AzureTables, int Rounds, int Looks)
{
    public static ClockPlan Full { get; } = new([1_000, 100_000, 1_000_000], [1_000, 50_000], 15, 2_000);

    public static ClockPlan Quick { get; } = new([1_000, 3_000], [1_000], 3, 200);
}

/// <summary>Where the store of a case is.</summary>
/// <param name="Address">A file, or the connection string of Azurite.</param>
/// <param name="Prefix">Before the names of the tables; empty for a file.</param>
internal sealed record ClockPlace(string Address, string Prefix)
{
    public bool IsFile => Prefix.Length == 0;
}
