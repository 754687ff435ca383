using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The admin card: whole, or one area of it. Null for whoever is no admin.</summary>
internal static class AdminViews
{
    public static RenderedCard? Of(IReadOnlyDictionary<string, string> extras, PersonId person, Scene scene)
    {
        if (!scene.Context.Permits(new OrganisationCommand.All(scene.ActOf(person), []), out _, out _))
        {
            return null;
        }

        var view = AdminAreas.Find(extras.GetValueOrDefault(AdminArea.Extra)) is { } area
            ? new AdminView(area.Title(scene), area.Sections(scene))
            : Whole(scene);
        return new RenderedCard(AdminCard.Of(view, scene.Texts), scene.Texts["card.admin"]);
    }

    private static AdminView Whole(Scene scene) =>
        new(
            scene.Names.Organisation.Name,
            [new AdminSection(scene.Texts["lbl.adminAreas"], [], [.. AdminAreas.All.Select(area => area.Button(scene))])]
        );
}
