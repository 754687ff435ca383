namespace DutyBot.Tests.Simulation;

/// <summary>All chance of a simulated office: the same seed throws the same.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>At least 0, less than <paramref name="below"/>.</summary>
    public int Number(int below) => random.Next(below);

    public int Between(int from, int to) => random.Next(from, to + 1);

    public bool Chance(double share) => random.NextDouble() < share;

    public double Share() => random.NextDouble();

    public T Pick<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];

    public void Fill(Span<byte> bytes) => random.NextBytes(bytes);
}
