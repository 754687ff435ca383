using System.Collections.Immutable;
using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;

namespace DutyBot.Features;

/// <summary>What a check of who can be reached found, as the card an admin reads.</summary>
internal sealed class ReachReport(Deliveries sent, TeamsApps apps)
{
    /// <summary>To an admin who asked: also what was given up sending, and what is not available without Graph.</summary>
    public async ValueTask<RenderedCard> Asked(ImmutableArray<ReachFinding> findings, Names names, CancellationToken cancel)
    {
        var texts = names.Texts;
        var dead = (await sent.Letters(cancel)).Count;
        var people = await sent.Unreached(names.Organisation, names.Today, cancel);
        AdminSection[] graph = apps.IsOn
            ? []
            : [new(texts["lbl.reach.graph"], [texts["graph.missing.installPerson"], texts["graph.missing.installTeam"]], [])];
        return Card([Found(findings, names), .. Unreached(people, names), .. Undelivered(dead, names), .. graph], texts["lbl.reach"], names);
    }

    /// <summary>To an admin who did not ask: what the check of the morning found, or that what it found last time is dealt with.</summary>
    public static RenderedCard OfMorning(ReachNews news, Names names)
    {
        var said =
            news.Findings.Length > 0 ? names.Texts.Format("n.reachMorning", ("date", news.Day), ("n", news.Findings.Length))
            : news.People.Length > 0 ? names.Texts.Format("n.reachPeople", ("date", news.Day), ("n", news.People.Length))
            : news.Letters.Length > 0 ? names.Texts.Format("n.reachUndelivered", ("date", news.Day))
            : names.Texts.Format("n.reachMended", ("date", news.Day));
        AdminSection[] found = news.Findings.IsEmpty ? [] : [Found(news.Findings, names)];
        return Card(
            [
                new(names.Texts["lbl.reach.morning"], [said], []),
                .. found,
                .. Unreached(news.People, names),
                .. Undelivered(news.Letters.Length, names),
            ],
            said,
            names
        );
    }

    private static AdminSection[] Unreached(IReadOnlyList<UnreachedPerson> people, Names names) =>
        people.Count == 0 ? [] : [new(names.Texts.Format("lbl.ledger.unreached", ("n", people.Count)), [.. LedgerWords.Of(people, names)], [])];

    private static AdminSection[] Undelivered(int dead, Names names) =>
        dead > 0
            ? [new(names.Texts["lbl.reach.delivery"], [names.Texts.Format("n.reachDead", ("n", dead)), names.Texts["n.reachDeadWhere"]], [])]
            : [];

    private static AdminSection Found(ImmutableArray<ReachFinding> findings, Names names) =>
        new(names.Texts.Format("lbl.reach.findings", ("n", findings.Length)), [.. ReachLines.Of(findings, names)], []);

    private static RenderedCard Card(IReadOnlyList<AdminSection> sections, string summary, Names names) =>
        new(AdminCard.Of(new AdminView(names.Texts["lbl.reach"], sections), names.Texts), summary);
}
