using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Everything the domain says about one kind of duty, behind one shape.</summary>
internal sealed record Decider<TState, TEvent, TCommand>(
    TState Initial,
    Func<TState, TCommand, DutyContext, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, TEvent, IEnumerable<Effect>> Effects,
    Func<TState, IReadOnlyList<Obligation>> Obligations
);

internal static class Deciders
{
    public static readonly Decider<WorkTask, TaskEvent, TaskCommand> Tasks = new(
        WorkTask.NotIssued,
        TaskDecider.Decide,
        WorkTask.Evolve,
        TaskEffects.Of,
        TaskObligations.Of
    );

    public static readonly Decider<Consultation, ConsultationEvent, ConsultationCommand> Consultations = new(
        Consultation.NotOpened,
        ConsultationDecider.Decide,
        Consultation.Evolve,
        ConsultationEffects.Of,
        ConsultationObligations.Of
    );

    public static readonly Decider<Escalation, EscalationEvent, EscalationCommand> Escalations = new(
        Escalation.NotSubmitted,
        EscalationDecider.Decide,
        Escalation.Evolve,
        EscalationEffects.Of,
        EscalationObligations.Of
    );

    public static readonly Decider<ReminderRecord, ReminderEvent, ReminderCommand> Reminders = new(
        ReminderRecord.Empty,
        ReminderDecider.Decide,
        ReminderRecord.Evolve,
        ReminderEffects.Of,
        ReminderObligations.Of
    );

    public static readonly Decider<Campaign, CampaignEvent, CampaignCommand> Campaigns = new(
        Campaign.NotOpened,
        CampaignDecider.Decide,
        Campaign.Evolve,
        CampaignEffects.Of,
        CampaignObligations.Of
    );
}
