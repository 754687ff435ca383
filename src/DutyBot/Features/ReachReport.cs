using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Organisations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;
using NodaTime;

namespace DutyBot.Features;

/// <summary>What a check of who can be reached found, as the card an admin reads.</summary>
internal sealed class ReachReport(DeadLetters letters, TeamsApps apps)
{
    /// <summary>To an admin who asked: also what was given up sending, and what is not available without Graph.</summary>
    public async ValueTask<RenderedCard> Asked(ImmutableArray<ReachFinding> findings, Names names, CancellationToken cancel)
    {
        var texts = names.Texts;
        var dead = (await letters.All(cancel)).Count;
        AdminSection[] graph = apps.IsOn
            ? []
            : [new(texts["lbl.reach.graph"], [texts["graph.missing.installPerson"], texts["graph.missing.installTeam"]], [])];
        return Card([Found(findings, names), .. Undelivered(dead, names), .. graph], texts["lbl.reach"], names);
    }

    /// <summary>To an admin who did not ask: what the check of the morning found, or that what it found last time is dealt with.</summary>
    /// <param name="dead">How many letters wait for an admin.</param>
    public static RenderedCard OfMorning(LocalDate day, ImmutableArray<ReachFinding> findings, int dead, Names names)
    {
        var said =
            findings.Length > 0 ? names.Texts.Format("n.reachMorning", ("date", day), ("n", findings.Length))
            : dead > 0 ? names.Texts.Format("n.reachUndelivered", ("date", day))
            : names.Texts.Format("n.reachMended", ("date", day));
        AdminSection[] found = findings.IsEmpty ? [] : [Found(findings, names)];
        return Card([new(names.Texts["lbl.reach.morning"], [said], []), .. found, .. Undelivered(dead, names)], said, names);
    }

    private static AdminSection[] Undelivered(int dead, Names names) =>
        dead > 0
            ? [new(names.Texts["lbl.reach.delivery"], [names.Texts.Format("n.reachDead", ("n", dead)), names.Texts["n.reachDeadWhere"]], [])]
            : [];

    private static AdminSection Found(ImmutableArray<ReachFinding> findings, Names names) =>
        new(names.Texts.Format("lbl.reach.findings", ("n", findings.Length)), [.. ReachLines.Of(findings, names)], []);

    private static RenderedCard Card(IReadOnlyList<AdminSection> sections, string summary, Names names) =>
        new(AdminCard.Of(new AdminView(names.Texts["lbl.reach"], sections), names.Texts), summary);
}
