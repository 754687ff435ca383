using System.Globalization;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>The admin card: whole, or one area of it. Null for whoever is no admin.</summary>
internal static class AdminViews
{
    public static async ValueTask<RenderedCard?> Of(
        IReadOnlyDictionary<string, string> extras,
        PersonId person,
        Scene scene,
        DutyDesk desk,
        RunningTerms terms,
        CancellationToken cancel
    )
    {
        if (!scene.Context.Permits(new OrganisationCommand.All(scene.ActOf(person), []), out _, out _))
        {
            return null;
        }

        var view = AdminAreas.Find(extras.GetValueOrDefault(AdminArea.Extra)) is { } area
            ? new AdminView(
                area.Title(scene),
                await area.Sections(new AdminPage(scene, PageOf(extras), desk.OrganisationHistory, terms.Affected), cancel)
            )
            : Whole(scene);
        return new RenderedCard(AdminCard.Of(view, scene.Texts), scene.Texts["card.admin"]);
    }

    private static int PageOf(IReadOnlyDictionary<string, string> extras) =>
        int.TryParse(extras.GetValueOrDefault(CardVerbs.Extras.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    private static AdminView Whole(Scene scene) =>
        new(
            scene.Names.Organisation.Name is { Length: > 0 } name ? name : scene.Texts["admin.unnamed"],
            [Setup(scene), new AdminSection(scene.Texts["lbl.adminAreas"], [], [.. AdminAreas.All.Select(area => area.Button(scene))])]
        );

    // The way from "installed" to "first task assigned": what is done, and the form of the first thing that is missing.
    private static AdminSection Setup(Scene scene)
    {
        var steps = SetupSteps.Of(scene.Names.Organisation, scene.Names.Today);
        var next = steps.FirstOrDefault(step => !step.IsDone);
        return new AdminSection(
            scene.Texts["lbl.setup"],
            [.. steps.Select((step, index) => Line(step, index + 1, scene)), scene.Texts[next is null ? "admin.setupDone" : "admin.setupNext"]],
            next is null
                ? [scene.Forms.Opener(scene.Texts["btn.assign"], new CardAction(FormFeature.OpenVerbOf("task.assign")))]
                : [AdminArea.Open(scene, "btn.nextStep", next.Verb), AdminArea.Open(scene, "btn.nameOffice", "org.nameOffice")]
        );
    }

    private static string Line(SetupState step, int number, Scene scene) =>
        scene.Texts.Format(
            step.IsDone ? "admin.stepDone" : "admin.stepMissing",
            ("no", $"{number}"),
            ("step", AdminChoices.Name(scene.Texts, "setup", step.Step))
        );
}
