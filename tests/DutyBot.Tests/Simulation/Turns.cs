namespace DutyBot.Tests.Simulation;

/// <summary>
/// The one thread of a simulated office. Whatever runs comes to a turn before each step outwards and goes on when the office says so, so that the
/// order of all steps is the seed's.
/// </summary>
internal sealed class Turns(TimeProvider time, Weather weather) : SynchronizationContext
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly Queue<(SendOrPostCallback Call, object? State)> posted = new();
    private readonly List<Turn> waiting = [];

    /// <summary>Where a continuation came from that ran on a thread that the seed does not rule; such a run does not replay.</summary>
    public string? Stranger { get; private set; }

    public IReadOnlyList<Turn> Ready
    {
        get
        {
            var now = time.GetUtcNow();
            return [.. waiting.Where(turn => turn.From <= now)];
        }
    }

    /// <summary>When the next of those falls due that are held up.</summary>
    public DateTimeOffset? NextHeld => waiting.Count > 0 ? waiting.Min(turn => turn.From) : null;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (posted)
        {
            if (Environment.CurrentManagedThreadId != thread)
            {
                Stranger ??= Environment.StackTrace;
            }

            posted.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody waits in a simulated office.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Waits for the turn of a step, and learns what becomes of it.</summary>
    public Task<Fate> Come(Replica of, StepKind kind, string what, CancellationToken cancel)
    {
        var turn = new Turn(of, kind, what, time.GetUtcNow() + weather.Delay());
        if (!of.IsDead)
        {
            waiting.Add(turn);
        }

        if (cancel.CanBeCanceled)
        {
            turn.GivesUp(() => waiting.Remove(turn), cancel);
        }

        return turn.Given;
    }

    /// <summary>Begins something that runs as turns come.</summary>
    public void Begin(Func<Task> work, Action<Exception> whenItFails) => Post(_ => _ = Watched(work, whenItFails), null);

    /// <summary>Runs all that can run without another turn.</summary>
    public void RunPosted()
    {
        while (posted.TryDequeue(out var next))
        {
            SetSynchronizationContext(this);
            next.Call(next.State);
        }

        SetSynchronizationContext(null);
    }

    public void Give(Turn turn, Fate fate)
    {
        waiting.Remove(turn);
        turn.Give(fate);
    }

    /// <summary>Whatever a dead process was about to do is not done.</summary>
    public void Drop(Replica dead)
    {
        var its = waiting.Where(turn => turn.Of == dead).ToList();
        waiting.RemoveAll(turn => turn.Of == dead);
        // A request that nobody will answer ends, or whoever clears up after the process would wait for it. Nothing it leads to is given a turn.
        its.Where(turn => turn.Kind == StepKind.Teams).ToList().ForEach(turn => turn.Break());
    }

    private static async Task Watched(Func<Task> work, Action<Exception> whenItFails)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            whenItFails(fault);
        }
    }
}

/// <summary>Somebody waits before a step outwards.</summary>
/// <param name="From">Not before this instant (UTC): it is slow.</param>
internal sealed record Turn(Replica Of, StepKind Kind, string What, DateTimeOffset From)
{
    private readonly TaskCompletionSource<Fate> source = new();

    public Task<Fate> Given => source.Task;

    public void Give(Fate fate) => source.TrySetResult(fate);

    public void Break() => source.TrySetCanceled();

    /// <summary>Whoever waits may lose patience, as with a request that takes too long.</summary>
    public void GivesUp(Action forget, CancellationToken cancel) =>
        cancel.Register(() =>
        {
            forget();
            source.TrySetCanceled(cancel);
        });
}
