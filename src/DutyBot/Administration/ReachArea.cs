using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Organisations;
using DutyBot.Features;
using DutyBot.Teams.Cards;

namespace DutyBot.Administration;

/// <summary>
/// What the organisation itself lacks for everybody to be reached; Teams is asked only when the admin types the command. And what last became
/// of the messages to each person (features 54), those first whom they did not reach.
/// </summary>
internal sealed class ReachArea : AdminArea
{
    private const int PageSize = 30;

    public ReachArea()
        : base("reach") { }

    public override string Title(Scene scene) => scene.Texts["lbl.area.reach"];

    public override async ValueTask<IReadOnlyList<AdminSection>> Sections(AdminPage page, CancellationToken cancel)
    {
        var ledger = Ledger(page, await page.Ledger(cancel));
        return page.Number == 0 ? [Found(page.Scene), ledger] : [ledger];
    }

    private static AdminSection Found(Scene scene)
    {
        var (organisation, today) = (scene.Names.Organisation, scene.Names.Today);
        var reached = new ReachAnswers(
            Reachability.Channels(organisation, today).ToImmutableDictionary(channel => channel, _ => Reach.Reached),
            Reachability.People(organisation, today).ToImmutableDictionary(person => person, _ => Reach.Reached)
        );
        var findings = Reachability.Findings(organisation, today, reached);
        IEnumerable<string> lines = findings.IsEmpty ? [scene.Texts["n.reachComplete"]] : ReachLines.Of(findings, scene.Names);
        return new AdminSection(
            scene.Texts.Format("lbl.reach.findings", ("n", findings.Length)),
            [.. lines, scene.Texts["n.reachAsk"], Morning(scene)],
            Buttons(scene)
        );
    }

    private AdminSection Ledger(AdminPage page, IReadOnlyDictionary<PersonId, DeliveryState> states)
    {
        var names = page.Scene.Names;
        var unreached = Deliveries.UnreachedIn(states, names.Organisation, names.Today).Select(person => person.Person).ToList();
        var others = names.Organisation.SearchPeople("", names.Today).Select(person => person.Id).Except(unreached);
        var people = unreached.Concat(others).ToList();
        var shown = people.Skip(page.Number * PageSize).Take(PageSize);
        return new AdminSection(
            names.Texts.Format("lbl.ledger", ("n", unreached.Count), ("all", people.Count)),
            people.Count == 0
                ? [names.Texts["admin.nobody"]]
                : [.. shown.Select(person => LedgerWords.Of(person, states.GetValueOrDefault(person, DeliveryState.Nothing), names))],
            [.. Pages(page, people.Count > (page.Number + 1) * PageSize, "btn.back", "btn.nextPage")]
        );
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
