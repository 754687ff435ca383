using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;

namespace DutyBot.Administration;

/// <summary>Each thing DutyBot does with Microsoft Graph: whether it works, which permission it lacks, and what is done without it.</summary>
internal sealed class GraphArea() : AdminArea("graph")
{
    public override string Title(Scene scene) => scene.Texts["lbl.area.graph"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene) => [new(scene.Texts["lbl.graphFunctions"], [scene.Texts["graph.off"]], [])];

    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        var texts = page.Scene.Texts;
        var states = await page.Graph(cancel);
        return
        [
            new AdminSection(
                texts["lbl.graphFunctions"],
                [
                    texts[states is null ? "graph.off" : "graph.checked"],
                    .. states is null ? Off(texts) : states.Value.Select(state => Line(state, texts)),
                ],
                []
            ),
        ];
    }

    private static IEnumerable<string> Off(Texts texts) =>
        GraphFunctions.All.Select(function =>
            texts.Format("graph.line.off", ("function", NameOf(function, texts)), ("instead", texts[function.Missing]))
        );

    private static string Line(GraphFunctionState state, Texts texts) =>
        state switch
        {
            { Works: true } => texts.Format("graph.line.works", ("function", NameOf(state.Function, texts))),
            { Missing.IsEmpty: true } => texts.Format(
                "graph.line.notTried",
                ("function", NameOf(state.Function, texts)),
                ("permissions", GraphWords.Names(state.NotTried))
            ),
            _ => texts.Format(
                "graph.line.missing",
                ("function", NameOf(state.Function, texts)),
                ("permissions", GraphWords.Names(state.Missing)),
                ("instead", texts[state.Function.Missing])
            ),
        };

    private static string NameOf(GraphFunction function, Texts texts) => texts[$"graph.function.{function.Name}"];
}
