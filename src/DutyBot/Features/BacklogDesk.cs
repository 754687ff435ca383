using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Teams.Cards;

namespace DutyBot.Features;

/// <summary>The backlog as a card: a head sees the own units, the leadership and the Office see all.</summary>
internal sealed class BacklogDesk(BacklogBoard board)
{
    /// <param name="extras">Which unit and which page (<see cref="CardVerbs.Extras"/>).</param>
    /// <returns>Null when the person is no head, and neither of the leadership nor of the Office.</returns>
    public async ValueTask<RenderedCard?> Asked(PersonId person, IReadOnlyDictionary<string, string> extras, Scene scene, CancellationToken cancel)
    {
        var units = Seen(person, scene.Names);
        var page = int.TryParse(extras.GetValueOrDefault(CardVerbs.Extras.Page), CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return units.Count == 0 ? null
            : units.FirstOrDefault(unit => unit.Value == extras.GetValueOrDefault(CardVerbs.Extras.Unit)) is { Value: not null } one
                ? await OfUnit(one, page, scene, cancel)
            : await Of(units, page, scene, cancel);
    }

    /// <summary>For a head who did not ask: the own units only.</summary>
    /// <returns>Null when nothing is left lying.</returns>
    public async ValueTask<RenderedCard?> OfWeek(PersonId head, Scene scene, CancellationToken cancel)
    {
        var lying = new List<UnitId>();
        foreach (var unit in BacklogBoard.HeadedBy(head, scene.Names))
        {
            if ((await board.Of(unit, scene, cancel)).Items.Count > 0)
            {
                lying.Add(unit);
            }
        }

        return lying.Count == 0 ? null : await Of(lying, 1, scene, cancel);
    }

    private static IReadOnlyList<UnitId> Seen(PersonId person, Names names) =>
        Standing.Of(person, names) is { IsLeadership: true } or { IsOffice: true }
            ? [.. BacklogBoard.UnitsOf(names)]
            : BacklogBoard.HeadedBy(person, names);

    private async ValueTask<RenderedCard> Of(IReadOnlyList<UnitId> units, int page, Scene scene, CancellationToken cancel)
    {
        if (units is [var only])
        {
            return await OfUnit(only, page, scene, cancel);
        }

        var all = new List<UnitBacklog>();
        foreach (var unit in units)
        {
            all.Add(await board.Of(unit, scene, cancel));
        }

        return Rendered(BacklogViews.OfUnits([.. all.Where(one => one.Items.Count > 0)], page, scene), scene);
    }

    private async ValueTask<RenderedCard> OfUnit(UnitId unit, int page, Scene scene, CancellationToken cancel) =>
        Rendered(BacklogViews.OfUnit(await board.Of(unit, scene, cancel), page, scene), scene);

    private static RenderedCard Rendered(BacklogView view, Scene scene) =>
        new(BacklogCard.Of(view, scene.Texts), BacklogCard.Summary(view, scene.Texts));
}
