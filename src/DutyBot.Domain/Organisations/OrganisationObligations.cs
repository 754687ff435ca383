using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation itself waits for: the day on which an ended unit's duties are handed over.</summary>
public static class OrganisationObligations
{
    public static string NameOf(UnitId unit) => $"handOver:{unit}";

    public static IReadOnlyList<Obligation> Of(Organisation organisation) =>
        [
            .. organisation.Endings.Select(ending => new Obligation(
                NameOf(ending.Unit),
                ObligationKind.HandOver,
                Owner.Of(ending.End.Successor ?? ending.Unit),
                organisation.Calendar.StartOfDay(ending.End.At)
            )),
        ];
}
