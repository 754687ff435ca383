using System.Text.Json;
using System.Text.Json.Serialization;
using DutyBot.Domain;
using DutyBot.Domain.Inboxes;
using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>What last became of the messages to a person; instants in seconds since 1970, UTC. Never a word of what they said.</summary>
/// <param name="DeliveredAt">The last delivery, or one of the day before it: see <see cref="DeliveryLedger"/>.</param>
/// <param name="FailedAt">When a message last ended without arriving, and with <paramref name="Why"/> why.</param>
/// <param name="Since">When the first of those ended that did not arrive in a row; null while all is well.</param>
/// <param name="Failures">How many in a row did not arrive; of several replicas at once one may be missed.</param>
internal sealed record DeliveryState(long? DeliveredAt, long? FailedAt, Undelivered? Why, long? Since, int Failures)
{
    public static DeliveryState Nothing { get; } = new(null, null, null, null, 0);

    [JsonIgnore]
    public bool IsTrouble => Failures > 0;

    /// <summary>Teams said so of this very person: the next message will not arrive either.</summary>
    [JsonIgnore]
    public bool IsOutOfReach => IsTrouble && Why is (Undelivered.Blocked or Undelivered.NotInstalled);
}

/// <summary>
/// The delivery ledger (features 54): one small row for each person in the address book. An ordinary delivery writes nothing: a row is written when a
/// message did not arrive, when one arrives after that, and when the last delivery it tells of is a day old.
/// </summary>
internal sealed partial class DeliveryLedger(RecentAddresses recent, IAddressBook book, DutyDesk desk, Office office, ILogger<DeliveryLedger> log)
{
    private const string Prefix = "delivery|";
    private static readonly Duration Stale = Duration.FromDays(1);

    public async ValueTask<DeliveryState> Of(PersonId person, CancellationToken cancel) =>
        await recent.Find(KeyOf(person), cancel) is { } json ? Read(json) : DeliveryState.Nothing;

    /// <summary>Of everybody a message ever went to; read from the store, one range.</summary>
    public async ValueTask<IReadOnlyDictionary<PersonId, DeliveryState>> All(CancellationToken cancel) =>
        (await book.FindAll(Prefix, cancel)).ToDictionary(entry => new PersonId(entry.Key[Prefix.Length..]), entry => Read(entry.Json));

    /// <summary>A message has arrived. It must not be sent again because this could not be written down: that is logged, and left to the next one.</summary>
    public async ValueTask Delivered(PersonId person, CancellationToken cancel)
    {
        try
        {
            var state = await Of(person, cancel);
            var now = office.Now;
            if (state.IsTrouble || state.DeliveredAt is not { } last || now - Instant.FromUnixTimeSeconds(last) >= Stale)
            {
                await Back(person, state, state with { DeliveredAt = now.ToUnixTimeSeconds(), Since = null, Failures = 0 }, cancel);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogNotWritten(fault, person.Value);
        }
    }

    /// <summary>A message has ended without arriving.</summary>
    public async ValueTask Failed(PersonId person, Undelivered why, CancellationToken cancel)
    {
        var state = await Of(person, cancel);
        var now = office.Now.ToUnixTimeSeconds();
        var failed = state with { FailedAt = now, Why = why, Since = state.Since ?? now, Failures = state.Failures + 1 };
        await Remember(person, failed, cancel);
    }

    /// <summary>The person has written to the bot, or installed it.</summary>
    public async ValueTask Heard(PersonId person, CancellationToken cancel)
    {
        if (await Of(person, cancel) is { IsTrouble: true } state)
        {
            await Back(person, state, state with { Since = null, Failures = 0 }, cancel);
        }
    }

    // What did not arrive is sent again first: a process that dies in between says it once more, which changes nothing.
    private async ValueTask Back(PersonId person, DeliveryState before, DeliveryState after, CancellationToken cancel)
    {
        if (before.IsTrouble && !(await desk.Inbox(person, cancel)).Missed.IsEmpty)
        {
            await desk.Execute(DutyId.InboxOf(person), new InboxCommand.Hear(Act.OfSystem(office.Now), person), cancel);
        }

        await Remember(person, after, cancel);
    }

    private ValueTask Remember(PersonId person, DeliveryState state, CancellationToken cancel) =>
        recent.Remember(KeyOf(person), JsonSerializer.Serialize(state, LedgerJson.Default.DeliveryState), cancel);

    private static DeliveryState Read(string json) => JsonSerializer.Deserialize(json, LedgerJson.Default.DeliveryState)!;

    private static string KeyOf(PersonId person) => $"{Prefix}{person}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "That a message to {Person} arrived could not be written down.")]
    private partial void LogNotWritten(Exception fault, string person);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryState))]
internal sealed partial class LedgerJson : JsonSerializerContext;
