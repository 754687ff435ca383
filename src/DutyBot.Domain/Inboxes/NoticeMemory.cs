using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Inboxes;

/// <summary>
/// Which notices an inbox has taken, so that it takes none of them again. It holds those of two months and so does not grow with the years: what is
/// older than it remembers is not taken at all, and so cannot come twice either, however late it is sent again.
/// </summary>
internal sealed record NoticeMemory
{
    /// <summary>How old a notice may be when it arrives. After that its deadline, and every rung of its ladder, is long past.</summary>
    private static readonly Duration Span = Duration.FromDays(60);

    /// <summary>A little longer than what is taken: two replicas' clocks are never quite the same.</summary>
    internal static readonly Duration Kept = Span + Duration.FromDays(1);

    public static NoticeMemory Empty { get; } = new();

    private ImmutableHashSet<string> Ids { get; init; } = ImmutableHashSet<string>.Empty;

    // In the order in which they came.
    private ImmutableQueue<(string Id, Instant At)> Order { get; init; } = ImmutableQueue<(string, Instant)>.Empty;

    public int Count => Ids.Count;

    /// <summary>Whether a notice was taken, or is older than what could still be remembered.</summary>
    public bool Refuses(DueNotice notice, Instant now) => Ids.Contains(notice.Id) || notice.GivenAt + Span <= now;

    /// <summary>With one more, and without what is too old to be taken again at that moment.</summary>
    public NoticeMemory With(DueNotice notice, Instant at)
    {
        var (ids, order) = (Ids.Add(notice.Id), Order.Enqueue((notice.Id, at)));
        while (order.Peek() is var oldest && oldest.At + Kept < at)
        {
            (ids, order) = (ids.Remove(oldest.Id), order.Dequeue());
        }

        return new() { Ids = ids, Order = order };
    }
}
