using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using DutyBot.Domain;
using NodaTime;

namespace DutyBot.Storage.AzureTables;

/// <summary>
/// The wakes of the outbox, in <c>Deadlines</c>: a duty that has effects has a wake, written before the append that records them. This process remembers which
/// duties it has covered, so that further appends soon after cost nothing.
/// </summary>
internal sealed class AzureWakes(AzureTableSet tables, AzureOutbox outbox)
{
    private const int RememberedAtMost = 10_000;
    private const int ExaminedAtOnce = 8;

    /// <summary>With the one they are moved to, what one transaction holds; more are left for the next time.</summary>
    private const int MovedAtOnce = 99;

    /// <summary>A wake covers what is begun in the first half of its time: the append is then over when the wake is examined.</summary>
    private static readonly Duration CoversFor = StoreTiming.DrainAfter / 2;

    private readonly ConcurrentDictionary<DutyId, Instant> covered = new();

    /// <summary>The wake that must exist before this append is begun, or null when there is one. Tell <see cref="Written"/> when it does.</summary>
    public TableTransactionAction? Needed(DutyAppend append) =>
        append.Effects.Count == 0 || IsCovered(append) ? null : Announced(append.Duty, append.Now);

    public static TableTransactionAction Announced(DutyId duty, Instant now)
    {
        var due = now + StoreTiming.DrainAfter;
        return Put(duty, AzureKeys.AnnouncedWake(due, duty), due, now);
    }

    public void Written(DutyAppend append)
    {
        if (covered.Count >= RememberedAtMost)
        {
            covered.Clear();
        }

        covered[append.Duty] = append.Now;
    }

    public async Task<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel)
    {
        var (from, before) = AzureKeys.WakesUntil(now);
        var shards = await Task.WhenAll(AzureKeys.AllShards.Select(shard => tables.Deadlines.Range(shard, from, before, cancel, atMost)));
        var wakes = shards.SelectMany(rows => rows).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(atMost);
        var named = new List<DutyId>();
        foreach (var some in wakes.GroupBy(wake => DutyId.Parse(wake.GetString("Duty"))).Chunk(ExaminedAtOnce))
        {
            var ready = await Task.WhenAll(some.Select(ofDuty => Examine(ofDuty.Key, [.. ofDuty.Take(MovedAtOnce)], now, cancel)));
            named.AddRange(some.Select(ofDuty => ofDuty.Key).Where((_, i) => ready[i]));
        }

        return named;
    }

    private bool IsCovered(DutyAppend append) =>
        covered.TryGetValue(append.Duty, out var since) && since <= append.Now && append.Now <= since + CoversFor;

    /// <summary>Moves the wakes of a duty to when they are next needed, in one atomic act, and says whether there is something to do now.</summary>
    private async Task<bool> Examine(DutyId duty, List<TableEntity> wakes, Instant now, CancellationToken cancel)
    {
        var firsts = AzureOutbox.FirstOfLanes(await outbox.Pending(duty, cancel, ["RowKey", "Lane", "ReadyAt"])).Select(AzureOutbox.ReadyAt).ToList();
        var announced = wakes.Max(wake => SortableTime.Read(wake.GetString("IntendedAt")));
        try
        {
            await tables.Deadlines.SubmitTransactionAsync(Moved(duty, wakes, Next(firsts, announced, now), announced), cancel);
        }
        catch (TableTransactionFailedException failure) when (failure.IsLost())
        {
            // Another replica examined the same wakes and moved them.
        }

        return firsts.Any(readyAt => readyAt <= now);
    }

    /// <summary>
    /// When to look again; null for never. As long as effects are left there is a later wake; without any, the wake goes when it is older than
    /// any append that counted on it could be.
    /// </summary>
    private static Instant? Next(List<Instant> firsts, Instant announced, Instant now)
    {
        if (firsts.Count > 0)
        {
            return Instant.Max(firsts.Min(), now + StoreTiming.DrainAfter);
        }

        var outlived = announced + StoreTiming.IntentGrace;
        return now < outlived ? outlived : null;
    }

    private static IEnumerable<TableTransactionAction> Moved(DutyId duty, List<TableEntity> wakes, Instant? next, Instant announced)
    {
        foreach (var wake in wakes)
        {
            yield return new TableTransactionAction(TableTransactionActionType.Delete, wake, wake.ETag);
        }

        if (next is { } due)
        {
            yield return Put(duty, AzureKeys.MovedWake(due, duty), due, announced);
        }
    }

    private static TableTransactionAction Put(DutyId duty, string key, Instant due, Instant intendedAt) =>
        new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(AzureKeys.Shard(duty), key)
            {
                ["Duty"] = duty.Value,
                ["Due"] = due.ToDateTimeOffset(),
                ["IntendedAt"] = SortableTime.Write(intendedAt),
            }
        );
}
