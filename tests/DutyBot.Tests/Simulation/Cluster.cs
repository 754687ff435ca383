namespace DutyBot.Tests.Simulation;

/// <summary>The processes that run over one store: two on a good day, none on a bad one.</summary>
internal sealed class Cluster(Town town, Turns turns, Findings findings)
{
    private const int Wanted = 2;

    private readonly List<Replica> all = [];

    public IReadOnlyList<Replica> Alive => [.. all.Where(replica => !replica.IsDead)];

    public int Deaths => all.Count - Alive.Count;

    /// <summary>One of those that live, as a load balancer would choose.</summary>
    public Replica? Any() => Alive is { Count: > 0 } alive ? town.Dice.Pick(alive) : null;

    /// <summary>Something an official does; it goes on when a process dies.</summary>
    public void Begin(Func<Task> work) => turns.Begin(work, fault => findings.Add($"An official could not go on: {fault}"));

    public void StartMissing()
    {
        while (Alive.Count < Wanted)
        {
            var replica = new Replica($"r{all.Count + 1}", turns, town);
            all.Add(replica);
            replica.Start(
                turns,
                fault =>
                {
                    if (!replica.IsDead)
                    {
                        findings.Add($"A worker of {replica.Name} ended: {fault}");
                    }
                }
            );
        }
    }

    public void KillAll()
    {
        foreach (var replica in Alive)
        {
            replica.Die(turns);
        }
    }

    /// <summary>What the processes wrote down, warnings and above.</summary>
    public IEnumerable<string> Logs => all.SelectMany(replica => replica.Logs.Own.Select(line => $"{replica.Name} {line.Level} {line.Line}"));

    public async Task End()
    {
        foreach (var replica in all)
        {
            if (!replica.IsDead)
            {
                replica.Die(turns);
            }

            await replica.DisposeAsync();
        }
    }
}
