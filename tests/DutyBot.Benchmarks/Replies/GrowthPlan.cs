namespace DutyBot.Benchmarks.Replies;

/// <summary>How much a store holds beside what is answered, and how much to measure.</summary>
/// <param name="Few">Duties; what the others are compared with.</param>
/// <param name="Rounds">Each measures both stores once, one after the other.</param>
/// <param name="Requests">Of one store, one round and one number of callers.</param>
internal sealed record GrowthPlan(int Few, int Many, TimeSpan WarmUp, int Rounds, int Requests)
{
    public static GrowthPlan Full { get; } = new(10_000, 1_000_000, TimeSpan.FromSeconds(15), 9, 1_000);

    public static GrowthPlan Quick { get; } = new(100, 2_000, TimeSpan.FromSeconds(2), 3, 200);

    private const int MostWarmUpAnswers = 20_000;

    public int WarmUpAnswers => (int)Math.Min(MostWarmUpAnswers, WarmUp.TotalSeconds * 1_500);

    public int Answers => WarmUpAnswers + Rounds * Requests * ReplyPlan.Callers.Length;
}
