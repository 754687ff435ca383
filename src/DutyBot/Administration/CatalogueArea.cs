using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>Whose field it is, how long work normally takes, and what assignments start with.</summary>
internal sealed class CatalogueArea() : AdminArea("catalogue")
{
    /// <summary>Lines of a section; whoever looks for one more asks with a typed line.</summary>
    private const int ShownLines = 25;

    /// <summary>Characters of a line.</summary>
    private const int LineLength = 200;

    public override string Title(Scene scene) => scene.Texts["admin.catalogue"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            Section(
                scene,
                "lbl.competences",
                scene.Names.Organisation.CompetencesOn(scene.Names.Today).Select(held => CompetenceWords.Of(held, scene.Names)),
                Open(scene, "btn.assignField", "org.assignCompetence"),
                Open(scene, "btn.endField", "org.endCompetence")
            ),
            Section(
                scene,
                "lbl.norms",
                scene.Names.Organisation.NormsOn(scene.Names.Today).Select(norm => Of(norm, scene)),
                Open(scene, "btn.setNorm", "org.setNorm")
            ),
            Section(
                scene,
                "lbl.templates",
                scene.Names.Organisation.Templates.Select(template => Of(template.Key, template.Value, scene)),
                Open(scene, "btn.saveTemplate", "org.saveTemplate"),
                Open(scene, "btn.removeTemplate", "org.removeTemplate")
            ),
        ];

    private static AdminSection Section(Scene scene, string title, IEnumerable<string> lines, params CardButton[] buttons)
    {
        var all = lines.Select(line => LongText.Cut(line, LineLength)).DefaultIfEmpty(scene.Texts["lbl.nothingYet"]).ToList();
        var more = all.Count - ShownLines;
        return new(scene.Texts[title], more > 0 ? [.. all.Take(ShownLines), scene.Texts.Format("lbl.andMore", ("n", more))] : all, buttons);
    }

    private static string Of(Norm norm, Scene scene) =>
        scene.Texts.Format("lbl.norm", ("category", norm.Category), ("n", norm.WorkingDays), ("from", norm.From), ("basis", norm.Basis));

    private static string Of(string name, TaskTemplate template, Scene scene) =>
        template.WorkingDays is { } days
            ? scene.Texts.Format("lbl.template.days", ("name", name), ("work", template.Work), ("n", days))
            : scene.Texts.Format("lbl.template", ("name", name), ("work", template.Work));
}
