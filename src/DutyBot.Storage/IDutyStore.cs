using DutyBot.Domain;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Storage;

/// <summary>
/// The record of duties: histories, the effects they still owe the world, and who owes what until when.
/// Two adapters (SQLite, Azure Tables) keep this contract; <c>StoreContract</c> in the tests is its executable form.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>An append is all or nothing, and a wrong version is a value that changes nothing: of two writers one wins.</item>
/// <item>Whatever call the process dies in, no effect and no deadline is lost. A crash may leave a <i>superfluous</i> wake
/// (<see cref="DueObligations"/> or <see cref="DutiesToDrain"/> naming a duty with nothing to do), never a missing one.</item>
/// <item>An effect is offered to one worker at a time and again when its lease ends; effects of one duty and one lane are offered in the
/// order they were recorded, the next only after the one before is settled (done or dead).</item>
/// <item>No member but <see cref="AllDuties"/> scans a table: cost follows the duty or what is due, never what exists.</item>
/// <item>Texts are kept exactly (any Unicode but half a surrogate pair, up to 64 KiB and beyond; names, types and ids up to 1024 characters).
/// An append that cannot be one atomic write is refused with <see cref="ArgumentException"/> before anything is written: without an event, with
/// more than 99 events and effects, of 4 MiB or more, with a text beyond 480 Ki characters, with the same effect id or obligation name twice.</item>
/// <item>All members are safe to call from many threads. Failures of the service are exceptions, never swallowed.</item>
/// </list>
/// </remarks>
public interface IDutyStore
{
    /// <summary>Creates tables or files that do not exist yet. Safe to repeat.</summary>
    ValueTask Prepare(CancellationToken cancel);

    /// <summary>The whole history of a duty; a duty never written has no events and <see cref="DutyVersion.New"/>.</summary>
    ValueTask<StoredDuty> Load(DutyId duty, CancellationToken cancel);

    /// <summary>
    /// The current version and only the events whose number is greater than <paramref name="after"/>: one operation, whose cost follows what is new.
    /// </summary>
    /// <remarks>
    /// A part is no whole history. Without events its <see cref="StoredDuty.LastHash"/> is not that of the duty, and
    /// <see cref="HashChain.FirstBrokenLink"/> cannot judge it: put it behind what is known already.
    /// </remarks>
    /// <param name="after">The number of the last event that is known; 0 for the whole history. Greater than the version: no events.</param>
    ValueTask<StoredDuty> LoadSince(DutyId duty, long after, CancellationToken cancel);

    /// <summary>Adds events, effects and the obligations open after them in one atomic act.</summary>
    ValueTask<AppendResult> Append(DutyAppend append, CancellationToken cancel);

    /// <summary>Leases the effects of one duty that may be carried out now (due, unleased, first of their lane), in recorded order.</summary>
    ValueTask<IReadOnlyList<LeasedEffect>> LeaseEffects(DutyId duty, Instant now, Duration lease, CancellationToken cancel);

    /// <summary>
    /// Notes under the lease, before it is done, that what must not be done twice is now being done, and holds the lease until
    /// <paramref name="until"/>. Should the process die before it settles the effect, whoever leases it next finds it in doubt.
    /// </summary>
    /// <returns>
    /// The effect under its lease from now on, which is the one to settle; null when the lease was taken over meanwhile. Then nothing has changed,
    /// and it must not be done.
    /// </returns>
    ValueTask<LeasedEffect?> MarkSending(LeasedEffect effect, Instant until, CancellationToken cancel);

    /// <summary>What a duty still owes the world, in recorded order, whether it may be carried out now or not; changes nothing.</summary>
    ValueTask<IReadOnlyList<PendingEffect>> Pending(DutyId duty, CancellationToken cancel);

    /// <summary>
    /// Ends a lease, and with it the mark of <see cref="MarkSending"/>. A settlement by a worker whose lease was taken over meanwhile returns false
    /// and changes nothing.
    /// A posted card is remembered in the same atomic act as the effect is removed.
    /// </summary>
    ValueTask<bool> Settle(LeasedEffect effect, Settlement settlement, CancellationToken cancel);

    /// <summary>Duties that may have effects to carry out at <paramref name="now"/>, oldest first; the safety net behind the in-process nudge.</summary>
    ValueTask<IReadOnlyList<DutyId>> DutiesToDrain(Instant now, int atMost, CancellationToken cancel);

    /// <summary>Effects given up on, for the admin; <see cref="DeadEffect.Attempts"/> counts the last one too.</summary>
    ValueTask<IReadOnlyList<DeadEffect>> DeadEffects(int atMost, CancellationToken cancel);

    /// <summary>
    /// Makes an effect that was given up live again: it may be carried out at once, in a lane of its own, and its attempts are counted anew.
    /// </summary>
    /// <param name="asked">
    /// When it was asked for (UTC). What has lived again since, and died once more, is another death that nobody has asked about.
    /// </param>
    /// <returns>
    /// False when it is not dead (any more), or was revived for this asking already, and nothing has changed: of two who ask one revives it.
    /// </returns>
    ValueTask<bool> Revive(DutyId duty, string effect, Instant asked, Instant now, CancellationToken cancel);

    /// <summary>Forgets an effect that was given up.</summary>
    /// <returns>False when it is not dead (any more), and nothing has changed.</returns>
    ValueTask<bool> Forget(DutyId duty, string effect, CancellationToken cancel);

    /// <summary>The card last posted in a slot of a duty, so that it can be updated in place.</summary>
    ValueTask<PostedCard?> FindCard(DutyId duty, string slot, CancellationToken cancel);

    /// <summary>Obligations whose due instant is at or before <paramref name="now"/>, in order of time.</summary>
    ValueTask<IReadOnlyList<OwedRow>> DueObligations(Instant now, int atMost, CancellationToken cancel);

    /// <summary>
    /// Removes rows that the duty's own state disowns. A row younger than <see cref="StoreTiming.IntentGrace"/> is kept: the append that
    /// announced it may still be under way.
    /// </summary>
    ValueTask Discard(OwedRow row, Instant now, CancellationToken cancel);

    /// <summary>All that one owner owes, in order of due instant, undated last. May name obligations that are already met: ask the duty.</summary>
    ValueTask<IReadOnlyList<OwedRow>> OwedBy(Owner owner, CancellationToken cancel);

    /// <summary>Every history in ordinal order of the ids, for verification and copying only: this one scans.</summary>
    IAsyncEnumerable<DutyId> AllDuties(CancellationToken cancel);
}

/// <summary>Times the adapters keep.</summary>
public static class StoreTiming
{
    /// <summary>How long an announced obligation is kept although the duty does not know it; far beyond any request's time limit.</summary>
    public static readonly Duration IntentGrace = Duration.FromMinutes(10);

    /// <summary>How soon after an append <see cref="IDutyStore.DutiesToDrain"/> names the duty if its effects are still there.</summary>
    public static readonly Duration DrainAfter = Duration.FromSeconds(60);
}

/// <summary>The state of a history that a writer has seen. <paramref name="Number"/> is the number of its events.</summary>
/// <param name="Token">What the adapter needs to check the version in one operation (Azure: the ETag of the head); opaque to callers.</param>
public readonly record struct DutyVersion(long Number, string? Token = null)
{
    public static DutyVersion New => new(0);
}

/// <summary>An event as it is stored. <paramref name="Hash"/> covers the event and the hash before it (<see cref="HashChain"/>).</summary>
/// <param name="Number">1 for the first event of the duty.</param>
public sealed record StoredEvent(long Number, string Type, string Json, Instant At, string By, string Hash);

/// <summary>An event about to be stored.</summary>
/// <param name="By">The person's id, or <c>system</c>.</param>
public sealed record NewEvent(string Type, string Json, Instant At, string By);

public sealed record StoredDuty(DutyId Duty, DutyVersion Version, IReadOnlyList<StoredEvent> Events)
{
    public string LastHash => Events.Count == 0 ? HashChain.Seed : Events[^1].Hash;
}

/// <summary>An effect about to be stored; its id is derived by the caller from the event that causes it, so repeating is recognisable.</summary>
/// <param name="Lane">Effects of the same lane of a duty are carried out one after another.</param>
/// <param name="NotBefore">The instant (UTC) before which it is not offered (quiet hours); null for at once.</param>
public sealed record NewEffect(string Id, string Lane, string Json, Instant? NotBefore);

/// <param name="LastHash">The hash of the last event seen, so that an append needs no read.</param>
/// <param name="Title">What a person calls this duty; shown in the rows of <c>Deadlines</c>.</param>
/// <param name="Before">The obligations that were open at <paramref name="Expected"/>.</param>
/// <param name="After">The obligations open after these events; the adapter adds and removes the difference.</param>
public sealed record DutyAppend(
    DutyId Duty,
    DutyVersion Expected,
    string LastHash,
    string Title,
    Instant Now,
    IReadOnlyList<NewEvent> Events,
    IReadOnlyList<NewEffect> Effects,
    IReadOnlyList<Obligation> Before,
    IReadOnlyList<Obligation> After
);

public abstract record AppendResult
{
    private AppendResult() { }

    public sealed record Appended(DutyVersion Version, IReadOnlyList<StoredEvent> Events) : AppendResult;

    /// <summary>Somebody else wrote first: load and decide again.</summary>
    public sealed record Conflict : AppendResult;
}

/// <param name="Attempts">How often it was leased before; a worker that died over it counts.</param>
/// <param name="Lease">Opaque proof of the lease.</param>
/// <param name="IsInDoubt">Somebody marked it as being sent and did not settle it: whether that was done, nobody knows.</param>
public sealed record LeasedEffect(
    DutyId Duty,
    string Id,
    string Lane,
    string Json,
    int Attempts,
    Instant RecordedAt,
    string Lease,
    bool IsInDoubt = false
);

public abstract record Settlement
{
    private Settlement() { }

    /// <summary>Carried out; <paramref name="Card"/> is remembered under its slot when a card was posted.</summary>
    public sealed record Done(PostedCard? Card = null) : Settlement;

    /// <param name="IsInDoubt">The mark of <see cref="IDutyStore.MarkSending"/> stays: it may have been done.</param>
    public sealed record RetryAt(Instant At, string Error, bool IsInDoubt = false) : Settlement;

    /// <summary>Not tried: it has to wait for its turn. The lease does not count as an attempt.</summary>
    public sealed record PutOff(Instant At) : Settlement;

    /// <summary>Given up: kept for the admin, and its lane goes on.</summary>
    public sealed record Dead(string Error) : Settlement;
}

public sealed record PendingEffect(string Id, string Lane, string Json);

public sealed record DeadEffect(DutyId Duty, string Id, string Json, int Attempts, string Error)
{
    /// <summary>Its lane went on without it: made live again, it waits for nothing and nothing waits for it.</summary>
    internal static string LaneOf(string id) => $"again|{id}";

    /// <summary>When a new life is recorded to begin: after it was asked for, by whatever clock.</summary>
    internal static Instant Anew(Instant asked, Instant now) => Instant.Max(now, asked + Duration.Epsilon);
}

/// <param name="Slot">Which card of the duty this is, for example <c>assignment|unit|phong-ke-hoach</c>.</param>
/// <param name="Address">The conversation the card was posted to, as the channel layer wrote it down.</param>
public sealed record PostedCard(string Slot, string Address, string ActivityId);

/// <summary>A row of <c>Deadlines</c> or of <c>Register</c>.</summary>
/// <param name="IntendedAt">When the row was announced; see <see cref="IDutyStore.Discard"/>.</param>
public sealed record OwedRow(DutyId Duty, string Name, ObligationKind Kind, Owner Owner, Instant? Due, string Title, Instant IntendedAt);
