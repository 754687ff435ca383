using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The tree of units, as it is today and as it is planned.</summary>
internal sealed class UnitsArea() : AdminArea("units")
{
    private const int PageSize = 40;

    public override string Title(Scene scene) => scene.Texts["admin.units"];

    public override ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        var scene = page.Scene;
        var units = scene.Names.Organisation.LivingUnits(scene.Names.Today);
        var shown = units.Skip(page.Number * PageSize).Take(PageSize).Select(unit => Line(unit, scene));
        return new([
            new(
                scene.Texts.Format("lbl.unitsToday", ("n", units.Length)),
                units.IsEmpty ? [scene.Texts["admin.noUnits"]] : [.. shown],
                [
                    .. Pages(page, units.Length > (page.Number + 1) * PageSize, "btn.back", "btn.nextPage"),
                    Open(scene, "btn.createUnit", "org.createUnit"),
                    Open(scene, "btn.renameUnit", "org.renameUnit"),
                    Open(scene, "btn.moveUnit", "org.moveUnit"),
                    Open(scene, "btn.mergeUnits", "org.mergeUnits"),
                    Open(scene, "btn.splitUnit", "org.splitUnit"),
                    Open(scene, "btn.dissolveUnit", "org.dissolveUnit"),
                ]
            ),
        ]);
    }

    private static string Line(UnitView unit, Scene scene)
    {
        var organisation = scene.Names.Organisation;
        var head = organisation.HeadOf(unit.Id, LaterOf(unit, scene)) is { } person ? scene.Names.Of(person) : scene.Texts["admin.noHead"];
        var line = scene.Texts.Format("admin.unitLine", ("unit", unit.Name), ("head", head));
        return Scene.Joined(
            line,
            unit.Since > scene.Names.Today ? scene.Texts.Format("admin.unitFrom", ("date", unit.Since)) : null,
            unit.EndsAt is { } end ? Ending(unit.Id, end, scene) : null
        );
    }

    // A unit that is planned has the head it will have.
    private static NodaTime.LocalDate LaterOf(UnitView unit, Scene scene) => NodaTime.LocalDate.Max(unit.Since, scene.Names.Today);

    private static string Ending(UnitId unit, NodaTime.LocalDate end, Scene scene) =>
        scene.Names.Organisation.SuccessorOf(unit, end) is { } successor
            ? scene.Texts.Format("admin.unitEnds", ("date", end), ("unit", scene.Names.Organisation.UnitOn(successor, end)!.Name))
            : scene.Texts.Format("admin.unitEndsAlone", ("date", end));
}
