using DutyBot.Storage;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Host;
using NodaTime;

namespace DutyBot.Tests.Simulation;

/// <summary>What outlives every process: the store, Teams, the clock, and chance.</summary>
internal sealed class Town : IAsyncDisposable
{
    /// <summary>Monday, 23/11/2026, 08:00 in Vietnam.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly StorePair pair;

    /// <param name="sabotage">Puts something worse in the place of the store, to see whether it is found out.</param>
    public Town(int seed, Func<IDutyStore, IDutyStore>? sabotage = null)
    {
        Dice = new Dice(seed);
        pair = StorePair.Sqlite(folder.File("dutybot.db"));
        Store = sabotage?.Invoke(pair.Duties) ?? pair.Duties;
        SampleMonday.Seat(Mailroom.Answers);
    }

    public Dice Dice { get; }

    public VirtualTime Time { get; } = new(Begin);

    public IDutyStore Store { get; }

    public IAddressBook Addresses => pair.Addresses;

    public Mailroom Mailroom { get; } = new();

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>The hour of the day in Vietnam.</summary>
    public int Hour => Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Hour;

    public async ValueTask DisposeAsync()
    {
        await pair.DisposeAsync();
        folder.Dispose();
    }
}
