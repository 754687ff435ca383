using DutyBot.Domain;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Storage.Copying;

/// <summary>All that a store holds under one duty, but for the rows of who owes what.</summary>
/// <param name="History">In a store whose import was cut off there may be events beyond <see cref="StoredDuty.Version"/>.</param>
/// <param name="Effects">Not settled yet, in recorded order.</param>
public sealed record DutyRecord(
    StoredDuty History,
    IReadOnlyList<OutstandingEffect> Effects,
    IReadOnlyList<BuriedEffect> Dead,
    IReadOnlyList<PostedCard> Cards
);

/// <summary>The place of an effect in its duty, the same in every store.</summary>
/// <param name="Event">The number of the first event of the append that recorded it.</param>
/// <param name="Position">From 0, within that append.</param>
public readonly record struct EffectPlace(long Event, int Position);

/// <summary>An effect that is still owed. Who holds a lease on it cannot settle it in the copy.</summary>
/// <param name="ReadyAt">Not offered before: its NotBefore, its next try, or the end of the lease it was under.</param>
/// <param name="Tries">How often it was leased.</param>
/// <param name="Error">Why the last try failed; null when none did.</param>
/// <param name="IsInDoubt">It was being sent when the source was stopped: the copy does not send it either.</param>
public sealed record OutstandingEffect(
    EffectPlace Place,
    string Id,
    string Lane,
    string Json,
    Instant RecordedAt,
    Instant ReadyAt,
    int Tries,
    string? Error,
    bool IsInDoubt = false
)
{
    /// <summary>It had been given up, and somebody made it live again.</summary>
    internal bool WasDead => Lane == DeadEffect.LaneOf(Id);
}

/// <summary>An effect that was given up.</summary>
public sealed record BuriedEffect(EffectPlace Place, string Id, string Json, int Tries, string Error);

/// <summary>What one import writes.</summary>
/// <param name="Title">What a person calls the duty.</param>
/// <param name="Now">When this is announced (see <see cref="OwedRow.IntendedAt"/>).</param>
/// <param name="Ended">Obligations that the target registered for its own version and that are open no more.</param>
/// <param name="Missing">Open obligations that the target has not registered.</param>
public sealed record DutyImport(
    DutyDifference Difference,
    string Title,
    Instant Now,
    IReadOnlyList<Obligation> Ended,
    IReadOnlyList<Obligation> Missing
)
{
    /// <summary>The target already holds all of it.</summary>
    public bool IsEmpty => Difference.IsEmpty && Ended.Count == 0 && Missing.Count == 0;
}
