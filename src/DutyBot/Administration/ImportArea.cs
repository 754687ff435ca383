using DutyBot.Cards;
using DutyBot.Imports;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>Units and people as lines of CSV, in and out (D22); which columns they have.</summary>
internal sealed class ImportArea() : AdminArea("import")
{
    public override string Title(Scene scene) => scene.Texts["admin.area.import"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) =>
        [
            new(scene.Texts["lbl.csv.units"], [Columns(CsvFile.Units, scene)], []),
            new(scene.Texts["lbl.csv.people"], [Columns(CsvFile.People, scene)], []),
            new(
                scene.Texts["lbl.import"],
                [scene.Texts["n.importHow"]],
                [Open(scene, "btn.import", "org.import"), Open(scene, "btn.export", "org.export")]
            ),
        ];

    private static string Columns(CsvFile file, Scene scene) =>
        scene.Texts.Format("lbl.csv.columns", ("columns", string.Join("; ", file.Columns.Select(column => CsvWords.Word(column, scene.Texts)))));
}
