using System.Collections.Immutable;
using System.Globalization;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Administration;

/// <summary>The admin card: whole, or one area of it. Null for whoever is no admin.</summary>
internal static class AdminViews
{
    /// <summary>Units that a step of the setup names; of more it says how many.</summary>
    private const int MostNamed = 5;

    public static async ValueTask<RenderedCard?> Of(
        IReadOnlyDictionary<string, string> extras,
        PersonId person,
        Scene scene,
        AdminSources sources,
        CancellationToken cancel
    )
    {
        if (!scene.Context.Permits(new OrganisationCommand.All(scene.ActOf(person), []), out _, out _))
        {
            return null;
        }

        var view = AdminAreas.Find(extras.GetValueOrDefault(AdminArea.Extra)) is { } area
            ? new AdminView(area.Title(scene), await area.Sections(Page(extras, person, scene, sources), cancel))
            : Whole(scene);
        return new RenderedCard(AdminCard.Of(view, scene.Texts), scene.Texts["card.admin"]);
    }

    /// <summary>Who administers the office today, by name.</summary>
    public static IReadOnlyList<string> Admins(Names names) =>
        [.. names.Organisation.Holders(Role.Admin, names.Today).Select(names.Of).Order(StringComparer.Ordinal)];

    private static AdminPage Page(IReadOnlyDictionary<string, string> extras, PersonId person, Scene scene, AdminSources sources) =>
        new(
            scene,
            PageOf(extras),
            sources.Desk.OrganisationHistory,
            async stop => sources.Graph is { } graph ? await graph.For(person, stop) : null,
            sources.Terms.Affected,
            async stop => sources.Sent is { } sent ? await sent.Letters(stop) : [],
            async stop => sources.Sent is { } sent ? await sent.People(stop) : ImmutableDictionary<PersonId, DeliveryState>.Empty
        );

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
            [.. steps.Select((step, index) => Line(step, index + 1, scene)), scene.Texts[Outlook(next)]],
            [
                next is null or { Step: SetupStep.AssignFirstTask }
                    ? scene.Forms.Opener(scene.Texts["btn.assign"], new CardAction(FormFeature.OpenVerbOf("task.assign")))
                    : AdminArea.Open(scene, "btn.nextStep", next.Verb),
                AdminArea.Open(scene, "btn.nameOffice", "org.nameOffice"),
            ]
        );
    }

    private static string Outlook(SetupState? next) =>
        next switch
        {
            null => "admin.setupDone",
            { Step: SetupStep.AssignFirstTask } => "admin.setupAssign",
            _ => "admin.setupNext",
        };

    private static string Line(SetupState step, int number, Scene scene)
    {
        var name = AdminChoices.Name(scene.Texts, "setup", step.Step);
        return step switch
        {
            { IsDone: true } => scene.Texts.Format("admin.stepDone", ("no", $"{number}"), ("step", name)),
            { Lacking: [_, ..] } => scene.Texts.Format("admin.stepLacks", ("no", $"{number}"), ("step", name), ("list", Named(step.Lacking, scene))),
            _ => scene.Texts.Format("admin.stepMissing", ("no", $"{number}"), ("step", name)),
        };
    }

    private static List<string> Named(IReadOnlyList<UnitView> units, Scene scene)
    {
        List<string> names = [.. units.Take(MostNamed).Select(unit => unit.Name)];
        return units.Count > MostNamed ? [.. names, scene.Texts.Format("admin.moreUnits", ("n", units.Count - MostNamed))] : names;
    }
}
