using DutyBot.Options;
using DutyBot.Teams.Connector;
using Microsoft.Extensions.Options;

namespace DutyBot.Delivery;

/// <summary>
/// Keeps what goes out within what Teams allows, per conversation and for the app in the tenant. Whoever asks first goes first; a conversation that
/// may not be written to now sends its callers away with a time, so that it holds nobody else up.
/// </summary>
internal sealed class Pacer(IOptions<DeliveryOptions> options, BackOff backOff, TimeProvider time)
{
    /// <summary>So many conversations refused at one time are no longer about a conversation but about the app.</summary>
    private const int RefusedMeansAll = 3;

    private const int RememberedConversations = 20_000;

    /// <summary>Nobody waits here longer than this for the app's own turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Pace> conversations = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private DateTimeOffset nextSlot;

    // A tick more than a part of a second: rounded down, there would be one too many in it.
    private TimeSpan Interval =>
        options.Value.IsPaced ? TimeSpan.FromTicks((TimeSpan.TicksPerSecond / options.Value.RequestsPerSecond) + 1) : TimeSpan.Zero;

    /// <summary>Waits for the app's turn. Null when the message may go now, otherwise in what time to come again.</summary>
    public async ValueTask<TimeSpan?> Turn(string conversation, CancellationToken cancel)
    {
        var turn = Ask(conversation);
        if (!turn.IsGiven)
        {
            return turn.Wait;
        }

        if (turn.Wait > TimeSpan.Zero)
        {
            await Task.Delay(turn.Wait, time, cancel);
        }

        return null;
    }

    /// <summary>Takes a turn without waiting for it.</summary>
    public PaceTurn Ask(string conversation)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var slot = nextSlot > now ? nextSlot : now;
            var pace = PaceOf(conversation, now);
            var earliest = options.Value.IsPaced ? pace.EarliestAt(slot) : Later(pace.HeldUntil, slot);
            if (earliest > slot)
            {
                return new PaceTurn(IsGiven: false, pace.Promise(earliest) - now);
            }

            if (slot - now > Patience)
            {
                return new PaceTurn(IsGiven: false, slot - now);
            }

            pace.Sent(slot);
            nextSlot = slot + Interval;
            return new PaceTurn(IsGiven: true, slot - now);
        }
    }

    /// <summary>What Teams said to the message that had the turn.</summary>
    public void Saw(string conversation, ConnectorOutcome<Sent> outcome)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var pace = PaceOf(conversation, now);
            if (outcome is { Succeeded: false, Failure: ConnectorFailure.Throttled throttled })
            {
                Hold(conversation, pace, now, throttled.RetryAfter ?? backOff.After(pace.Refusals).ToTimeSpan());
            }
            else
            {
                pace.Accepted();
                refused.Remove(conversation);
            }
        }
    }

    private void Hold(string conversation, Pace pace, DateTimeOffset now, TimeSpan wait)
    {
        pace.Refused(now + wait);
        refused.RemoveWhere(known => PaceOf(known, now).HeldUntil <= now);
        refused.Add(conversation);
        if (refused.Count >= RefusedMeansAll)
        {
            nextSlot = Later(nextSlot, now + wait);
        }
    }

    private Pace PaceOf(string conversation, DateTimeOffset now)
    {
        if (conversations.TryGetValue(conversation, out var known))
        {
            return known;
        }

        if (conversations.Count >= RememberedConversations)
        {
            foreach (var idle in conversations.Where(pace => pace.Value.IsIdleAt(now)).Select(pace => pace.Key).ToList())
            {
                conversations.Remove(idle);
            }
        }

        return conversations[conversation] = new Pace();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <param name="IsGiven">False when the message has to come again.</param>
/// <param name="Wait">Until the turn, or until one may ask again.</param>
internal readonly record struct PaceTurn(bool IsGiven, TimeSpan Wait);
