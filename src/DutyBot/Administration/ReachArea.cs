using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>What the organisation itself lacks for everybody to be reached; Teams is asked only when the admin types the command.</summary>
internal sealed class ReachArea : AdminArea
{
    public ReachArea()
        : base("reach") { }

    public override string Title(Scene scene) => scene.Texts["lbl.area.reach"];

    public override IReadOnlyList<AdminSection> Sections(Scene scene)
    {
        var (organisation, today) = (scene.Names.Organisation, scene.Names.Today);
        var reached = new ReachAnswers(
            Reachability.Channels(organisation, today).ToImmutableDictionary(channel => channel, _ => Reach.Reached),
            Reachability.People(organisation, today).ToImmutableDictionary(person => person, _ => Reach.Reached)
        );
        var findings = Reachability.Findings(organisation, today, reached);
        IEnumerable<string> lines = findings.IsEmpty ? [scene.Texts["n.reachComplete"]] : ReachLines.Of(findings, scene.Names);
        return
        [
            new AdminSection(
                scene.Texts.Format("lbl.reach.findings", ("n", findings.Length)),
                [.. lines, scene.Texts["n.reachAsk"], Morning(scene)],
                Buttons(scene)
            ),
        ];
    }

    private static CardButton[] Buttons(Scene scene) =>
        [Open(scene, "btn.sendTest", "org.sendTest"), Open(scene, "btn.whoIsTold", "org.whoIsTold"), InstallButton(scene)];

    private static string Morning(Scene scene) =>
        scene.Names.Organisation.NextCheckDay is { } day
            ? scene.Texts.Format("n.reachNext", ("at", scene.Names.Organisation.CheckTimeOn(day)))
            : scene.Texts["n.reachNoAdmin"];

    /// <summary>For a channel whose team lacks the app.</summary>
    public static CardButton InstallButton(Scene scene) => Open(scene, "btn.installInTeam", "org.installInTeam");
}
