using DutyBot.Storage;

namespace DutyBot.Tests.Simulation;

/// <summary>A hand of the outbox with the effects it has leased; what goes out to Teams meanwhile is the first of them.</summary>
internal sealed class Hand
{
    private static readonly AsyncLocal<Hand?> Flow = new();

    private readonly List<LeasedEffect> held = [];

    public static Hand? Current => Flow.Value;

    /// <summary>The effect that is being carried out.</summary>
    public LeasedEffect? Holding => held.FirstOrDefault();

    /// <summary>Not async: it holds for whoever calls it.</summary>
    public static Hand Takes() => Flow.Value = new Hand();

    public IReadOnlyList<LeasedEffect> Holds(IReadOnlyList<LeasedEffect> leased)
    {
        held.AddRange(leased);
        return leased;
    }

    public void PutsDown(LeasedEffect effect) => held.RemoveAll(other => other.Id == effect.Id && other.Duty == effect.Duty);
}
