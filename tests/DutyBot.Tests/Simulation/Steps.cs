namespace DutyBot.Tests.Simulation;

/// <summary>The way out of one process: each step waits for its turn and has its fate.</summary>
internal sealed class Steps(Replica replica, Turns turns)
{
    /// <exception cref="ServiceTrouble">The step failed, before or after it was carried out.</exception>
    /// <remarks>Never returns when the process dies in it.</remarks>
    public async Task<T> Take<T>(StepKind kind, string what, Func<ValueTask<T>> act, CancellationToken cancel)
    {
        var fate = await turns.Come(replica, kind, what, cancel);
        if (fate is Fate.Fails or Fate.IsThrottled)
        {
            throw Trouble(what);
        }

        var done = Outside(act);
        if (fate == Fate.FailsAfterwards)
        {
            throw Trouble(what);
        }

        return fate == Fate.DiesAfterwards ? await Never<T>() : done;
    }

    /// <summary>What a dead process waits for.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    /// <summary>The real store has threads of its own, which end here: whoever asked waits, and nobody else runs meanwhile.</summary>
    public static T Outside<T>(Func<ValueTask<T>> act)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return act().AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public static ServiceTrouble Trouble(string what)
    {
        Errand.Current?.MeetsTrouble();
        return new ServiceTrouble(what);
    }
}

/// <summary>One thing somebody asked of the program; a failure of a service excuses its failure.</summary>
internal sealed class Errand
{
    private static readonly AsyncLocal<Errand?> Flow = new();

    public static Errand? Current => Flow.Value;

    public bool HasMetTrouble { get; private set; }

    /// <summary>An act of a person was recorded on it.</summary>
    public bool HasRecorded { get; private set; }

    /// <summary>Not async: it holds for whoever calls it.</summary>
    public void Begin() => Flow.Value = this;

    public void MeetsTrouble() => HasMetTrouble = true;

    public void Records() => HasRecorded = true;
}
