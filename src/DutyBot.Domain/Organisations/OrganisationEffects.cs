using DutyBot.Domain.Effects;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation owes its duties after an event.</summary>
public static class OrganisationEffects
{
    public static IEnumerable<Effect> Of(Organisation organisation, OrganisationEvent happened) =>
        happened is UnitHandedOver e && organisation.Find(e.Unit)?.End is { Successor: { } successor } end
            ? [new Effect.HandOver(e.Unit, successor, end.Chosen)]
            : [];
}
