using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>What was changed, by whom, when, from what to what and on which basis; the latest first.</summary>
internal sealed class LogArea() : AdminArea("log")
{
    private const int PageSize = 20;

    /// <summary>Characters of a line; twenty of them must fit a card.</summary>
    private const int LineLength = 280;

    public override string Title(Scene scene) => scene.Texts["admin.log"];

    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        // That a morning's check or a week's round was made is no change, and there is one a day or a week.
        var changes = (await page.History(cancel))
            .Where(evt => evt is not (OrganisationEvent.ReachabilityChecked or OrganisationEvent.BacklogTold))
            .ToList();
        var lines = Lines(changes, page);
        return [new(page.Scene.Texts["lbl.log"], lines.Shown, [.. Pages(page, lines.HasOlder, "btn.newer", "btn.older")])];
    }

    // Every line needs the organisation as it was just before.
    private static (IReadOnlyList<string> Shown, bool HasOlder) Lines(IReadOnlyList<OrganisationEvent> history, AdminPage page)
    {
        var end = Math.Max(0, history.Count - (page.Number * PageSize));
        var start = Math.Max(0, end - PageSize);
        var before = Organisation.From(history.Take(start));
        var shown = new List<string>();
        foreach (var evt in history.Take(start..end))
        {
            shown.Insert(0, LongText.Cut(LogWords.LineOf(before, evt, page.Scene.Texts), LineLength));
            before = Organisation.Evolve(before, evt);
        }

        return (shown, start > 0);
    }
}
