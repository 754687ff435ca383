using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain.Organisations;
using DutyBot.Storage;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Graph;
using NodaTime;

namespace DutyBot.Features;

/// <summary>What a check of who can be reached found, as the card an admin reads.</summary>
internal sealed class ReachReport(IDutyStore store, TeamsApps apps)
{
    /// <summary>Beyond this many they are not counted one by one.</summary>
    private const int MostDead = 1_000;

    /// <summary>To an admin who asked: also what was given up sending, and what is not available without Graph.</summary>
    public async ValueTask<RenderedCard> Asked(ImmutableArray<ReachFinding> findings, Names names, CancellationToken cancel)
    {
        var texts = names.Texts;
        var dead = (await store.DeadEffects(MostDead, cancel)).Count;
        AdminSection[] delivery = dead > 0 ? [new(texts["lbl.reach.delivery"], [texts.Format("n.reachDead", ("n", dead))], [])] : [];
        AdminSection[] graph = apps.IsOn
            ? []
            : [new(texts["lbl.reach.graph"], [texts["graph.missing.installPerson"], texts["graph.missing.installTeam"]], [])];
        return Card([Found(findings, names), .. delivery, .. graph], texts["lbl.reach"], names);
    }

    /// <summary>To an admin who did not ask: what the check of the morning found, or that what it found last time is dealt with.</summary>
    public static RenderedCard OfMorning(LocalDate day, ImmutableArray<ReachFinding> findings, Names names)
    {
        var said = findings.IsEmpty
            ? names.Texts.Format("n.reachMended", ("date", day))
            : names.Texts.Format("n.reachMorning", ("date", day), ("n", findings.Length));
        return Card([new(names.Texts["lbl.reach.morning"], [said], []), .. findings.IsEmpty ? [] : new[] { Found(findings, names) }], said, names);
    }

    private static AdminSection Found(ImmutableArray<ReachFinding> findings, Names names) =>
        new(names.Texts.Format("lbl.reach.findings", ("n", findings.Length)), [.. ReachLines.Of(findings, names)], []);

    private static RenderedCard Card(IReadOnlyList<AdminSection> sections, string summary, Names names) =>
        new(AdminCard.Of(new AdminView(names.Texts["lbl.reach"], sections), names.Texts), summary);
}
