namespace DutyBot.Domain.Urgings;

/// <summary>
/// One act of the Office by which it urges units to carry out their tasks (đôn đốc): to each unit one notice, with the tasks of that unit.
/// It is no due notice and no formal reminder, and counts as neither.
/// </summary>
public sealed record Urging
{
    public static Urging NotSent { get; } = new();

    /// <summary>Null until it is sent; it never changes afterwards.</summary>
    public UrgingEvent.Sent? Notice { get; private init; }

    public static Urging Evolve(Urging urging, UrgingEvent happened) => happened is UrgingEvent.Sent sent ? urging with { Notice = sent } : urging;
}
