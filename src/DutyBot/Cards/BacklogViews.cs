using DutyBot.Domain.Tasks;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>What is left lying, in ready words .</summary>
internal static class BacklogViews
{
    /// <summary>Lines that fit on one card.</summary>
    public const int PageSize = 12;

    /// <param name="units">Those that have left something lying.</param>
    public static BacklogView OfUnits(IReadOnlyList<UnitBacklog> units, int page, Scene scene)
    {
        var ordered = units.OrderByDescending(unit => unit.Items[0].Entry.Age).ThenByDescending(unit => unit.Items.Count).ToList();
        return Paged(
            new BacklogView(null, scene.Names.Today, units.Sum(unit => unit.Items.Count), []),
            [
                .. ordered.Select(unit => new BacklogLine(scene.Names.Of(unit.Unit), Counted(unit, scene))
                {
                    Unit = unit.Unit,
                    Count = unit.Items.Count,
                }),
            ],
            page
        );
    }

    public static BacklogView OfUnit(UnitBacklog unit, int page, Scene scene) =>
        Paged(
            new BacklogView(scene.Names.Of(unit.Unit), scene.Names.Today, unit.Items.Count, []) { Unit = unit.Unit },
            [
                .. unit.Items.Select(item => new BacklogLine(Scene.Short(item.Task.Content.Work), Standing(item, scene))
                {
                    Duty = item.Task.Id,
                    Group = Name(item.Entry.Age, scene),
                }),
            ],
            page
        );

    private static BacklogView Paged(BacklogView view, IReadOnlyList<BacklogLine> lines, int page)
    {
        var first = Math.Clamp(page, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize));
        return view with
        {
            Lines = [.. lines.Skip((first - 1) * PageSize).Take(PageSize)],
            NextPage = lines.Count > first * PageSize ? first + 1 : null,
        };
    }

    private static string Counted(UnitBacklog unit, Scene scene) =>
        string.Join(
            "; ",
            unit.Items.GroupBy(item => item.Entry.Age)
                .OrderBy(age => age.Key == BacklogAge.CameLate)
                .ThenBy(age => age.Key)
                .Select(age => scene.Texts.Format("note.backlogCount", ("age", Name(age.Key, scene)), ("n", age.Count())))
        );

    private static string Standing(BacklogItem item, Scene scene) =>
        item.Task.CompleteBy is { } due
            ? item.Entry.Age == BacklogAge.CameLate
                ? scene.Texts.Format(
                    "note.backlogCame",
                    ("due", scene.Names.Deadline(due)),
                    ("date", scene.Names.Calendar.DateOf(item.Task.Lead.From)),
                    ("n", item.Entry.Days)
                )
                : scene.Due(due)
            : scene.Texts.Format("note.backlogSilent", ("date", scene.Names.Calendar.DateOf(item.Task.IssuedAt)), ("n", item.Entry.Days));

    private static string Name(BacklogAge age, Scene scene) =>
        age == BacklogAge.NoReport
            ? scene.Texts.Format("lbl.backlog.noReport", ("n", scene.PolicyAt(scene.Now).SilenceWithoutDeadline))
            : scene.Texts[KeyOf(age)];

    private static string KeyOf(BacklogAge age) =>
        age switch
        {
            BacklogAge.CameLate => "lbl.backlog.cameLate",
            BacklogAge.UpTo5 => "lbl.backlog.upTo5",
            BacklogAge.UpTo30 => "lbl.backlog.upTo30",
            BacklogAge.UpTo90 => "lbl.backlog.upTo90",
            _ => "lbl.backlog.beyond90",
        };
}
