namespace DutyBot.Tests.Simulation;

/// <summary>What becomes of a step: a call to the store or to Teams.</summary>
internal enum Fate
{
    Goes,

    /// <summary>Nothing was carried out, and the caller is told so.</summary>
    Fails,

    /// <summary>It was carried out, and the caller hears of a failure.</summary>
    FailsAfterwards,

    /// <summary>The process dies before it.</summary>
    Dies,

    /// <summary>The process dies when it is carried out and before the caller hears of it.</summary>
    DiesAfterwards,

    /// <summary>Teams: too many requests. The store: as <see cref="Fails"/>.</summary>
    IsThrottled,
}

/// <summary>Whose step it is.</summary>
internal enum StepKind
{
    Read,
    Write,
    Teams,
}

/// <summary>How bad it is now, drawn by the seed: calm days, and storms in which everything may happen.</summary>
internal sealed class Weather(Dice dice)
{
    /// <summary>Over for good: what is owed must now be carried out.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The share of steps that do not simply go.</summary>
    public double Roughness { get; private set; }

    public void Change() =>
        Roughness = IsOver
            ? 0
            : dice.Number(4) switch
            {
                0 => 0.06,
                1 => 0.02,
                2 => 0.005,
                _ => 0,
            };

    public void End()
    {
        IsOver = true;
        Roughness = 0;
    }

    public Fate Draw(StepKind kind)
    {
        if (Roughness == 0 || !dice.Chance(Roughness))
        {
            return Fate.Goes;
        }

        return (kind, dice.Number(10)) switch
        {
            (_, 0) => Fate.Dies,
            (StepKind.Write or StepKind.Teams, 1) => Fate.DiesAfterwards,
            (StepKind.Write or StepKind.Teams, 2 or 3) => Fate.FailsAfterwards,
            (StepKind.Teams, 4 or 5 or 6) => Fate.IsThrottled,
            _ => Fate.Fails,
        };
    }

    /// <summary>How long a step is held up.</summary>
    public TimeSpan Delay() => Roughness > 0 && dice.Chance(Roughness / 2) ? TimeSpan.FromSeconds(dice.Between(1, 300)) : TimeSpan.Zero;
}
