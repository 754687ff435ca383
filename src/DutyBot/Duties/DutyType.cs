using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;

namespace DutyBot.Duties;

/// <summary>All that the one path needs to know of a kind of duty: plain functions of the domain, side by side.</summary>
/// <param name="Title">What a person calls the duty in lists.</param>
/// <param name="IsUrgent">Khẩn and above: what the clock has to say of it is said at any hour.</param>
internal sealed record DutyType<TState, TCommand, TEvent>(
    TState Initial,
    Func<TState, TCommand, DutyContext, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve,
    Func<TState, IReadOnlyList<Obligation>> Obligations,
    Func<TState, TEvent, IEnumerable<Effect>> Effects,
    Func<TState, string> Title,
    Func<TEvent, Act> ActOf,
    Func<TState, bool> IsUrgent
)
    where TState : class
    where TEvent : class
{
    private static readonly JsonTypeInfo<TEvent> EventJson = (JsonTypeInfo<TEvent>)DutyJson.Options.GetTypeInfo(typeof(TEvent));

    public static string Write(TEvent happened) => JsonSerializer.Serialize(happened, EventJson);

    public static TEvent Read(string json) => JsonSerializer.Deserialize(json, EventJson)!;
}

/// <summary>The kinds of duty.</summary>
internal static class DutyTypes
{
    public static DutyType<WorkTask, TaskCommand, TaskEvent> Task { get; } =
        new(
            WorkTask.NotIssued,
            TaskDecider.Decide,
            WorkTask.Evolve,
            TaskObligations.Of,
            TaskEffects.Of,
            task => task.Content.Work,
            happened => happened.Act,
            task => task.Content.Urgency != Urgency.Normal
        );

    public static DutyType<Organisation, OrganisationCommand, OrganisationEvent> Organisation { get; } =
        new(
            Domain.Organisations.Organisation.Empty,
            OrganisationDecider.Decide,
            Domain.Organisations.Organisation.Evolve,
            OrganisationObligations.Of,
            OrganisationEffects.Of,
            organisation => organisation.Name,
            happened => happened.Act,
            _ => false
        );

    public static DutyType<Urging, UrgingCommand, UrgingEvent> Urging { get; } =
        new(
            Domain.Urgings.Urging.NotSent,
            UrgingDecider.Decide,
            Domain.Urgings.Urging.Evolve,
            _ => [],
            UrgingEffects.Of,
            urging => urging.Notice?.Text ?? "",
            happened => happened.Act,
            _ => false
        );

    public static DutyType<Campaign, CampaignCommand, CampaignEvent> Campaign { get; } =
        new(
            Domain.Campaigns.Campaign.NotOpened,
            CampaignDecider.Decide,
            Domain.Campaigns.Campaign.Evolve,
            CampaignObligations.Of,
            CampaignEffects.Of,
            campaign => campaign.Opening?.Title ?? "",
            happened => happened.Act,
            _ => false
        );

    public static DutyType<Inbox, InboxCommand, InboxEvent> Inbox { get; } =
        new(
            Domain.Inboxes.Inbox.Empty,
            InboxDecider.Decide,
            Domain.Inboxes.Inbox.Evolve,
            InboxObligations.Of,
            InboxEffects.Of,
            _ => "",
            happened => happened.Act,
            _ => false
        );

    public static DutyType<Consultation, ConsultationCommand, ConsultationEvent> Consultation { get; } =
        new(
            Domain.Consultations.Consultation.NotOpened,
            ConsultationDecider.Decide,
            Domain.Consultations.Consultation.Evolve,
            ConsultationObligations.Of,
            ConsultationEffects.Of,
            round => round.Opening?.TaskTitle ?? "",
            happened => happened.Act,
            round => round.Opening is { Urgency: not Urgency.Normal }
        );

    public static DutyType<Escalation, EscalationCommand, EscalationEvent> Escalation { get; } =
        new(
            Domain.Escalations.Escalation.NotSubmitted,
            EscalationDecider.Decide,
            Domain.Escalations.Escalation.Evolve,
            EscalationObligations.Of,
            EscalationEffects.Of,
            escalation => escalation.Opening?.TaskTitle ?? "",
            happened => happened.Act,
            escalation => escalation.Opening is { Urgency: not Urgency.Normal }
        );

    public static DutyType<ReminderRecord, ReminderCommand, ReminderEvent> Reminders { get; } =
        new(
            ReminderRecord.Empty,
            ReminderDecider.Decide,
            ReminderRecord.Evolve,
            ReminderObligations.Of,
            ReminderEffects.Of,
            record => record.Reminders.IsEmpty ? "" : record.Reminders[^1].Fact.Title,
            happened => happened.Act,
            _ => false
        );
}
