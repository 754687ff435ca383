using System.Collections.Immutable;

namespace DutyBot.Domain.Campaigns;

/// <summary>The columns of the report (B-14), of one unit or of all.</summary>
/// <param name="Marked">How many bear each mark; a mark that none bears is left out.</param>
/// <param name="Settled">Not marked, and nothing to mark any more.</param>
/// <param name="Unmarked">Chưa rà soát.</param>
public sealed record CampaignFigures(int Total, ImmutableSortedDictionary<MarkKind, int> Marked, int Settled, int Unmarked)
{
    public static CampaignFigures Of(IEnumerable<ReviewedTask> tasks)
    {
        var all = tasks.ToList();
        var marks = all.Where(task => task.Mark is not null).GroupBy(task => task.Mark!.Kind);
        return new(
            all.Count,
            marks.ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Count()),
            all.Count(task => task is { Mark: null, Settled: not null }),
            all.Count(task => task.IsUnmarked)
        );
    }

    /// <summary>Marked, or settled without a mark.</summary>
    public int Done => Total - Unmarked;

    /// <summary>
    /// Of a hundred, to one decimal. What is not complete is never rounded to 100, what has begun never to 0.
    /// </summary>
    public decimal Percent =>
        Unmarked == 0 ? 100
        : Done == 0 ? 0
        : Math.Clamp(Math.Round(100m * Done / Total, 1, MidpointRounding.AwayFromZero), 0.1m, 99.9m);
}
