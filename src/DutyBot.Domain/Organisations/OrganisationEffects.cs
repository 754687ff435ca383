using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using static DutyBot.Domain.Organisations.OrganisationEvent;

namespace DutyBot.Domain.Organisations;

/// <summary>What the organisation owes the world after an event: to its duties, to its admins, to whoever is sent a test.</summary>
public static class OrganisationEffects
{
    public static IEnumerable<Effect> Of(Organisation organisation, OrganisationEvent happened) =>
        happened switch
        {
            UnitHandedOver e when organisation.Find(e.Unit)?.End is { Successor: { } successor } end =>
            [
                new Effect.HandOver(e.Unit, successor, end.Chosen),
            ],
            ReachabilityChecked e => [new Effect.CheckReachability(e.Day)],
            BacklogTold e => [new Effect.TellBacklog(e.Day)],
            TestMessageAsked { Act.By: { } by, Unit: { } unit } => [new Effect.SendTest(new Audience.Channel(unit), by)],
            TestMessageAsked { Act.By: { } by, Person: { } person } => [new Effect.SendTest(new Audience.Individual(person), by)],
            LetterRetried e => [new Effect.Revive(e.Of, e.Letter)],
            LetterDismissed e => [new Effect.Forget(e.Of, e.Letter)],
            RecountConfirmed e => e.Duties.Select(duty => new Effect.Send(duty, Recount(duty, e.Act))),
            _ => [],
        };

    private static DutyCommand Recount(DutyId duty, Act act) =>
        duty.Kind switch
        {
            DutyKind.Task => new TaskCommand.RecountTerms(act),
            DutyKind.Consultation => new ConsultationCommand.RecountTerms(act),
            DutyKind.Reminders => new ReminderCommand.RecountTerms(act),
            _ => new EscalationCommand.RecountTerms(act),
        };
}
