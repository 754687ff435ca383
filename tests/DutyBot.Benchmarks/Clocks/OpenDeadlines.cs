using DutyBot.Benchmarks.Rounds;
using DutyBot.Domain.Calendar;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Benchmarks.Clocks;

/// <summary>
/// Open rounds of four units each, written through the store's own append: a reply that is due and a notice before it for each unit. Some rounds
/// fall due a few at a time, the same in every case; all others only after the benchmark.
/// </summary>
internal static class OpenDeadlines
{
    public const int OfRound = 8;

    /// <summary>How often some fall due.</summary>
    public const int Batches = 5;
    private const int RoundsOfBatch = 13;
    private const int DaysBetween = 10;
    private const int FirstLater = (Batches + 2) * DaysBetween;
    private const int LaterDays = 200;

    /// <summary>Appends that wait for the disk together.</summary>
    private const int AtOnce = 1_000;

    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 23, 1, 0);

    /// <summary>When all of a batch is due, from 0.</summary>
    public static Instant DueAt(int batch) => VietnamCalendar.Default.EndOfDay(BatchDay(batch)) + Duration.FromSeconds(1);

    public static async Task Write(IDutyStore store, int deadlines, TimeProvider time, int atOnce = AtOnce)
    {
        await SampleRounds.Found(store, time);
        var context = SampleRounds.Context(Start);
        LocalDate[] later = [.. Enumerable.Range(FirstLater, LaterDays).Select(Day)];
        await Parallel.ForAsync(
            0,
            deadlines / OfRound,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (number, cancel) =>
            {
                var day = number < Batches * RoundsOfBatch ? BatchDay(number / RoundsOfBatch) : later[number % LaterDays];
                await store.Append(SampleRounds.First(number, context, Start, day), cancel);
            }
        );
    }

    private static LocalDate BatchDay(int batch) => Day((batch + 1) * DaysBetween);

    private static LocalDate Day(int workingDays) => VietnamCalendar.Default.AddWorkingDays(VietnamCalendar.Default.DateOf(Start), workingDays);
}
