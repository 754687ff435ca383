using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>Which channel each unit's cards go to.</summary>
internal sealed class ChannelsArea() : AdminArea("channels")
{
    private const int MostLines = 40;

    public override string Title(Scene scene) => scene.Texts["admin.channels"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            new(
                scene.Texts["lbl.channelsToday"],
                [.. scene.Names.Organisation.UnitsOn(scene.Names.Today).Take(MostLines).Select(unit => Line(unit, scene))],
                [Open(scene, "btn.bindChannel", "org.bindChannel"), Open(scene, "btn.unbindChannel", "org.unbindChannel")]
            ),
        ];

    private static string Line(UnitView unit, Scene scene) =>
        scene.Texts.Format(
            "admin.channelLine",
            ("unit", unit.Name),
            ("channel", scene.Names.Organisation.BoundChannelOf(unit.Id) is { } bound ? bound.Name ?? bound.Id : scene.Texts["admin.noChannel"])
        );
}
