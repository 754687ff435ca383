namespace DutyBot.Benchmarks.Replies;

/// <summary>How long to warm up and how much to measure.</summary>
/// <param name="WarmUp">Per server. .NET needs some 15 s until what it compiled is as good as it will get.</param>
/// <param name="Rounds">Each measures every variant once, one after the other.</param>
/// <param name="Requests">Of one variant, one round and one number of callers.</param>
internal sealed record ReplyPlan(TimeSpan WarmUp, int Rounds, int Requests)
{
    public static ReplyPlan Full { get; } = new(TimeSpan.FromSeconds(15), 5, 2_000);

    public static ReplyPlan Quick { get; } = new(TimeSpan.FromSeconds(3), 3, 500);

    /// <summary>How many callers wait for an answer at a time.</summary>
    public static readonly int[] Callers = [1, 16];
}
