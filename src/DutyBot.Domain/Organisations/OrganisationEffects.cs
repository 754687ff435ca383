using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation owes its duties after an event.</summary>
public static class OrganisationEffects
{
    public static IEnumerable<Effect> Of(Organisation organisation, OrganisationEvent happened) =>
        happened switch
        {
            UnitHandedOver e when organisation.Find(e.Unit)?.End is { Successor: { } successor } end =>
            [
                new Effect.HandOver(e.Unit, successor, end.Chosen),
            ],
            RecountConfirmed e => e.Duties.Select(duty => new Effect.Send(duty, Recount(duty, e.Act))),
            _ => [],
        };

    private static DutyCommand Recount(DutyId duty, Act act) =>
        duty.Kind switch
        {
            DutyKind.Task => new TaskCommand.RecountTerms(act),
            DutyKind.Consultation => new ConsultationCommand.RecountTerms(act),
            _ => new EscalationCommand.RecountTerms(act),
        };
}
