using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>The admin card: whole, or one area of it. Null for whoever is no admin.</summary>
internal static class AdminViews
{
    public static async ValueTask<RenderedCard?> Of(
        IReadOnlyDictionary<string, string> extras,
        PersonId person,
        Scene scene,
        DutyDesk desk,
        CancellationToken cancel
    )
    {
        if (!scene.Context.Permits(new OrganisationCommand.All(scene.ActOf(person), []), out _, out _))
        {
            return null;
        }

        var view = AdminAreas.Find(extras.GetValueOrDefault(AdminArea.Extra)) is { } area
            ? new AdminView(area.Title(scene), await area.Sections(new AdminPage(scene, PageOf(extras), desk.OrganisationHistory), cancel))
            : Whole(scene);
        return new RenderedCard(AdminCard.Of(view, scene.Texts), scene.Texts["card.admin"]);
    }

    private static int PageOf(IReadOnlyDictionary<string, string> extras) =>
        int.TryParse(extras.GetValueOrDefault(CardVerbs.Extras.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static AdminView Whole(Scene scene) =>
        new(
            scene.Names.Organisation.Name,
            [new AdminSection(scene.Texts["lbl.adminAreas"], [], [.. AdminAreas.All.Select(area => area.Button(scene))])]
        );
}
