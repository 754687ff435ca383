using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Storage;

namespace DutyBot.Workers;

/// <summary>What the clock of a replica last did.</summary>
/// <param name="Replica">Machine and process.</param>
/// <param name="SweptAt">When it had looked through all that was due (UTC).</param>
/// <param name="OldestDue">Since when the oldest deadline has been due (UTC) that it could not handle; null when it handled all.</param>
internal sealed record ClockBeat(string Replica, DateTimeOffset SweptAt, DateTimeOffset? OldestDue);

/// <summary>One row in the store for all replicas: whichever looked last has written it.</summary>
internal sealed class Heartbeat(IAddressBook book, TimeProvider time)
{
    private const string Key = "clock|heartbeat";

    private static readonly string Self = $"{Environment.MachineName}/{Environment.ProcessId}";

    public async ValueTask<ClockBeat?> Latest(CancellationToken cancel) =>
        await book.Find(Key, cancel) is { } json ? JsonSerializer.Deserialize(json, HeartbeatJson.Default.ClockBeat) : null;

    public ValueTask Beat(DateTimeOffset? oldestDue, CancellationToken cancel) =>
        book.Remember(Key, JsonSerializer.Serialize(new ClockBeat(Self, time.GetUtcNow(), oldestDue), HeartbeatJson.Default.ClockBeat), cancel);
}

[JsonSerializable(typeof(ClockBeat))]
internal sealed partial class HeartbeatJson : JsonSerializerContext;
