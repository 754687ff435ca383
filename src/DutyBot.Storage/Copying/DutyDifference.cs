using DutyBot.Domain;

namespace DutyBot.Storage.Copying;

/// <summary>
/// What a target lacks of a duty, or holds too much. What the target has settled on its own is not brought back, and what the source has settled
/// since an earlier copy is not owed any more.
/// </summary>
/// <param name="Expected">The version the target has.</param>
/// <param name="Version">The number of events it is to have.</param>
/// <param name="LastHash">Of the event with that number.</param>
/// <param name="Added">Effects of events that the target did not have, and those that the source has made live again.</param>
/// <param name="Tried">Effects that the source has tried more often than the target knows, or has marked as being sent.</param>
/// <param name="Settled">Effects of the target that the source no longer owes.</param>
/// <param name="DeadNoMore">Dead effects of the target that the source has made live again or forgotten.</param>
public sealed record DutyDifference(
    DutyId Duty,
    DutyVersion Expected,
    long Version,
    string LastHash,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyList<OutstandingEffect> Added,
    IReadOnlyList<OutstandingEffect> Tried,
    IReadOnlyList<OutstandingEffect> Settled,
    IReadOnlyList<BuriedEffect> Dead,
    IReadOnlyList<BuriedEffect> DeadNoMore,
    IReadOnlyList<PostedCard> Cards
)
{
    public bool IsEmpty => !MovesHead && Events.Count + Added.Count + Tried.Count + Settled.Count + Dead.Count + DeadNoMore.Count + Cards.Count == 0;

    /// <summary>Whether the target's history is not whole yet.</summary>
    public bool MovesHead => Expected.Number < Version;

    public static DutyDifference Of(DutyRecord source, DutyRecord target)
    {
        var known = target.History.Version.Number;
        var written = target.History.Events.Select(stored => stored.Number).ToHashSet();
        var owedThere = target.Effects.ToDictionary(effect => effect.Place);
        var owedHere = source.Effects.Select(effect => effect.Place).ToHashSet();
        var buried = target.Dead.Select(dead => dead.Place).ToHashSet();
        var revived = source.Effects.Where(effect => buried.Contains(effect.Place) && effect.WasDead).Select(effect => effect.Place).ToHashSet();
        var added = source.Effects.Where(effect =>
            revived.Contains(effect.Place) || (effect.Place.Event > known && owedThere.GetValueOrDefault(effect.Place) != effect)
        );
        var shared = source.Effects.Where(effect => effect.Place.Event <= known && !revived.Contains(effect.Place)).ToList();
        var tried = shared.Where(effect => owedThere.TryGetValue(effect.Place, out var there) && HasGoneOn(effect, there));
        var targetWorked = shared.Exists(effect => !owedThere.ContainsKey(effect.Place));
        return new DutyDifference(
            source.History.Duty,
            target.History.Version,
            source.History.Version.Number,
            source.History.LastHash,
            [.. source.History.Events.Where(stored => !written.Contains(stored.Number))],
            [.. added],
            [.. tried],
            [.. target.Effects.Where(effect => !owedHere.Contains(effect.Place))],
            [.. source.Dead.Where(dead => !buried.Contains(dead.Place))],
            [.. target.Dead.Where(dead => revived.Contains(dead.Place)), .. Forgotten(source, target)],
            [.. NewCards(source.Cards, target.Cards, targetWorked)]
        );
    }

    /// <summary>The number of the target's first event that is not the source's, or null when the target holds a part of the source's history.</summary>
    public static long? FirstForeignEvent(StoredDuty source, StoredDuty target)
    {
        var own = source.Events.ToDictionary(stored => stored.Number);
        var foreign = target.Events.FirstOrDefault(stored => own.GetValueOrDefault(stored.Number) != stored);
        return foreign?.Number ?? (target.Version.Number > source.Version.Number ? source.Version.Number + 1 : null);
    }

    private static bool HasGoneOn(OutstandingEffect here, OutstandingEffect there) =>
        here.Tries > there.Tries || (here.Tries == there.Tries && here.IsInDoubt && !there.IsInDoubt);

    private static IEnumerable<BuriedEffect> Forgotten(DutyRecord source, DutyRecord target)
    {
        var known = source.Dead.Select(dead => dead.Place).Concat(source.Effects.Select(effect => effect.Place)).ToHashSet();
        return target.Dead.Where(dead => !known.Contains(dead.Place));
    }

    /// <summary>A target that has carried out effects on its own knows its cards better.</summary>
    private static IEnumerable<PostedCard> NewCards(IReadOnlyList<PostedCard> source, IReadOnlyList<PostedCard> target, bool targetWorked)
    {
        var there = target.ToDictionary(card => card.Slot);
        return source.Where(card => there.TryGetValue(card.Slot, out var known) ? known != card && !targetWorked : true);
    }
}
