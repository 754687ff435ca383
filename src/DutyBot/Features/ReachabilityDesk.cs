using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;

namespace DutyBot.Features;

/// <summary>Tells an admin whom DutyBot cannot reach now, and what it has given up sending.</summary>
internal sealed class ReachabilityDesk(ReachabilityCheck check, IDutyStore store, TeamsApps apps)
{
    /// <summary>Beyond this many they are not counted one by one.</summary>
    private const int MostDead = 1_000;

    public async ValueTask<RenderedCard> Card(Visit visit, CancellationToken cancel)
    {
        if (!visit.Context.Permits(new OrganisationCommand.All(visit.Act, []), out _, out var refused))
        {
            return CardDesk.Refusal([refused], null, visit.Names);
        }

        var findings = await check.Run(visit.Context.Organisation, visit.Names.Today, cancel);
        var dead = (await store.DeadEffects(MostDead, cancel)).Count;
        var texts = visit.Texts;
        var section = new AdminSection(texts.Format("lbl.reach.findings", ("n", findings.Length)), [.. ReachLines.Of(findings, visit.Names)], []);
        AdminSection[] delivery = dead > 0 ? [new(texts["lbl.reach.delivery"], [texts.Format("n.reachDead", ("n", dead))], [])] : [];
        AdminSection[] graph = apps.IsOn
            ? []
            : [new(texts["lbl.reach.graph"], [texts["graph.missing.installPerson"], texts["graph.missing.installTeam"]], [])];
        return new RenderedCard(AdminCard.Of(new AdminView(texts["lbl.reach"], [section, .. delivery, .. graph]), texts), texts["lbl.reach"]);
    }
}
