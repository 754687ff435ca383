using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation itself waits for: the day on which an ended unit's duties are handed over, the check of the next working morning, and the day on which the heads are told of their backlog.</summary>
public static class OrganisationObligations
{
    /// <summary>Whether everybody can be reached .</summary>
    public const string Reachability = "reachability";

    /// <summary>What the units have left lying .</summary>
    public const string Backlog = "backlog";

    public static string NameOf(UnitId unit) => $"handOver:{unit}";

    public static IReadOnlyList<Obligation> Of(Organisation organisation) =>
        [
            .. organisation.Endings.Select(ending => new Obligation(
                NameOf(ending.Unit),
                ObligationKind.HandOver,
                Owner.Of(ending.End.Successor ?? ending.Unit),
                organisation.Calendar.StartOfDay(ending.End.At)
            )),
            .. organisation is { FirstAdmin: { } admin, NextCheckDay: { } day }
                ? [new Obligation(Reachability, ObligationKind.CheckReachability, Owner.Of(admin), organisation.CheckTimeOn(day))]
                : Array.Empty<Obligation>(),
            .. organisation is { FirstAdmin: { } teller, NextBacklogDay: { } week }
                ? [new Obligation(Backlog, ObligationKind.TellBacklog, Owner.Of(teller), organisation.BacklogTimeOn(week))]
                : Array.Empty<Obligation>(),
        ];
}
