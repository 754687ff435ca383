using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The tree of units, as it is today and as it is planned.</summary>
internal sealed class UnitsArea() : AdminArea("units")
{
    /// <summary>What fits a card; a larger tree is counted.</summary>
    private const int MostLines = 40;

    public override string Title(Scene scene) => scene.Texts["admin.units"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            new(
                scene.Texts["lbl.unitsToday"],
                [.. Lines(scene)],
                [
                    Open(scene, "btn.createUnit", "org.createUnit"),
                    Open(scene, "btn.renameUnit", "org.renameUnit"),
                    Open(scene, "btn.moveUnit", "org.moveUnit"),
                    Open(scene, "btn.mergeUnits", "org.mergeUnits"),
                    Open(scene, "btn.splitUnit", "org.splitUnit"),
                    Open(scene, "btn.dissolveUnit", "org.dissolveUnit"),
                ]
            ),
        ];

    private static IEnumerable<string> Lines(Scene scene)
    {
        var units = scene.Names.Organisation.LivingUnits(scene.Names.Today);
        if (units.Length == 0)
        {
            return [scene.Texts["admin.noUnits"]];
        }

        return units.Length > MostLines ? [scene.Texts.Format("admin.manyUnits", ("n", units.Length))] : units.Select(unit => Line(unit, scene));
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
