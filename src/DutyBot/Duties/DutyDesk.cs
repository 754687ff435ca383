using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Telemetry;

namespace DutyBot.Duties;

/// <summary>What became of a command, whatever kind of duty it went to.</summary>
/// <param name="Problems">Empty when it was accepted.</param>
/// <param name="Busy">Others wrote first every time: try again later.</param>
internal sealed record Answer(bool Changed, ImmutableArray<Problem> Problems, bool Busy = false)
{
    public bool IsAccepted => !Busy && Problems.IsEmpty;
}

/// <summary>All duties behind one desk: gives each command to the book of its kind.</summary>
internal sealed class DutyDesk(
    DutyBook<WorkTask, TaskCommand, TaskEvent> tasks,
    DutyBook<Consultation, ConsultationCommand, ConsultationEvent> consultations,
    DutyBook<Escalation, EscalationCommand, EscalationEvent> escalations,
    DutyBook<ReminderRecord, ReminderCommand, ReminderEvent> reminders,
    DutyBook<Inbox, InboxCommand, InboxEvent> inboxes,
    DutyBook<Urging, UrgingCommand, UrgingEvent> urgings,
    DutyBook<Campaign, CampaignCommand, CampaignEvent> campaigns,
    OrganisationBook organisation,
    Office office,
    DutyTelemetry telemetry
)
{
    public async ValueTask<WorkTask> Task(DutyId id, CancellationToken cancel) => (await tasks.Load(id, cancel)).State;

    public async ValueTask<Consultation> Consultation(DutyId id, CancellationToken cancel) => (await consultations.Load(id, cancel)).State;

    public async ValueTask<Escalation> Escalation(DutyId id, CancellationToken cancel) => (await escalations.Load(id, cancel)).State;

    public async ValueTask<ReminderRecord> Reminders(DutyId id, CancellationToken cancel) => (await reminders.Load(id, cancel)).State;

    /// <summary>As it is in the store: what another replica has just written is in it.</summary>
    public async ValueTask<Inbox> Inbox(PersonId person, CancellationToken cancel) => (await inboxes.Refresh(DutyId.InboxOf(person), cancel)).State;

    public async ValueTask<Urging> Urging(DutyId id, CancellationToken cancel) => (await urgings.Load(id, cancel)).State;

    public async ValueTask<Campaign> Campaign(DutyId id, CancellationToken cancel) => (await campaigns.Load(id, cancel)).State;

    /// <summary>Everything that ever happened to the organisation.</summary>
    public ValueTask<IReadOnlyList<OrganisationEvent>> OrganisationHistory(CancellationToken cancel) => organisation.History(cancel);

    /// <summary>The number of events the duty has now: what a card rendered from it carries (D-07).</summary>
    public async ValueTask<long> Version(DutyId id, CancellationToken cancel) =>
        id.Kind switch
        {
            DutyKind.Task => (await tasks.Load(id, cancel)).Version.Number,
            DutyKind.Consultation => (await consultations.Load(id, cancel)).Version.Number,
            DutyKind.Escalation => (await escalations.Load(id, cancel)).Version.Number,
            DutyKind.Reminders => (await reminders.Load(id, cancel)).Version.Number,
            DutyKind.Inbox => (await inboxes.Load(id, cancel)).Version.Number,
            DutyKind.Urging => (await urgings.Load(id, cancel)).Version.Number,
            DutyKind.Campaign => (await campaigns.Load(id, cancel)).Version.Number,
            _ => await organisation.Version(cancel),
        };

    /// <summary>Reads what another replica has written of the duty, however recently it was seen.</summary>
    public async ValueTask CatchUp(DutyId id, CancellationToken cancel)
    {
        switch (id.Kind)
        {
            case DutyKind.Task:
                await tasks.Refresh(id, cancel);
                break;
            case DutyKind.Consultation:
                await consultations.Refresh(id, cancel);
                break;
            case DutyKind.Escalation:
                await escalations.Refresh(id, cancel);
                break;
            case DutyKind.Reminders:
                await reminders.Refresh(id, cancel);
                break;
            case DutyKind.Inbox:
                await inboxes.Refresh(id, cancel);
                break;
            case DutyKind.Urging:
                await urgings.Refresh(id, cancel);
                break;
            case DutyKind.Campaign:
                await campaigns.Refresh(id, cancel);
                break;
            default:
                await organisation.CatchUp(cancel);
                break;
        }
    }

    public async ValueTask<IReadOnlyList<Obligation>> Obligations(DutyId id, CancellationToken cancel) =>
        id.Kind switch
        {
            DutyKind.Task => TaskObligations.Of(await Task(id, cancel)),
            DutyKind.Consultation => ConsultationObligations.Of(await Consultation(id, cancel)),
            DutyKind.Escalation => EscalationObligations.Of(await Escalation(id, cancel)),
            DutyKind.Reminders => ReminderObligations.Of(await Reminders(id, cancel)),
            DutyKind.Inbox => InboxObligations.Of((await inboxes.Load(id, cancel)).State),
            DutyKind.Urging => [],
            DutyKind.Campaign => CampaignObligations.Of(await Campaign(id, cancel)),
            _ => OrganisationObligations.Of(await organisation.Current(cancel)),
        };

    /// <summary>How far what is said of a duty goes before what is said of others.</summary>
    public async ValueTask<Urgency> UrgencyOf(DutyId id, CancellationToken cancel) =>
        id.Kind switch
        {
            DutyKind.Task => tasks.UrgencyOf(await Task(id, cancel)),
            DutyKind.Consultation => consultations.UrgencyOf(await Consultation(id, cancel)),
            DutyKind.Escalation => escalations.UrgencyOf(await Escalation(id, cancel)),
            _ => Urgency.Normal,
        };

    public async ValueTask<Answer> Execute(DutyId id, DutyCommand command, CancellationToken cancel)
    {
        using var span = telemetry.Command(id, command);
        var answer = await Give(id, command, cancel);
        if (command is TaskCommand.Issue && answer.IsAccepted)
        {
            await NoteFirstTask(cancel);
        }

        return span.Ended(answer);
    }

    // Once in the life of an office. Whoever dies before it leaves it to the next task; nobody waits for it or is refused by it.
    private async ValueTask NoteFirstTask(CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        if (!context.Organisation.HasAssignedTask)
        {
            await organisation.Execute(new OrganisationCommand.NoteFirstTask(Act.OfSystem(office.Now)), context, cancel);
        }
    }

    private async ValueTask<Answer> Give(DutyId id, DutyCommand command, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        return command switch
        {
            TaskCommand c => AnswerOf(await tasks.Execute(id, c, context, cancel)),
            ConsultationCommand c => AnswerOf(await consultations.Execute(id, c, context, cancel)),
            EscalationCommand c => AnswerOf(await escalations.Execute(id, c, context, cancel)),
            ReminderCommand c => AnswerOf(await reminders.Execute(id, c, context, cancel)),
            UrgingCommand c => AnswerOf(await urgings.Execute(id, c, context, cancel)),
            CampaignCommand c => AnswerOf(await campaigns.Execute(id, c, context, cancel)),
            InboxCommand c => AnswerOf(await inboxes.Execute(id, c, context, cancel)),
            OrganisationCommand c => AnswerOf(await organisation.Execute(c, context, cancel)),
            _ => throw new ArgumentException($"No kind of duty takes {command.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>What would become of a command, without doing it: its problems, and whether it would change anything.</summary>
    public async ValueTask<(ImmutableArray<Problem> Problems, bool Changes)> Preview(DutyId id, DutyCommand command, CancellationToken cancel)
    {
        var context = await office.Context(cancel);
        return command switch
        {
            TaskCommand c => PreviewOf(await tasks.Preview(id, c, context, cancel)),
            ConsultationCommand c => PreviewOf(await consultations.Preview(id, c, context, cancel)),
            EscalationCommand c => PreviewOf(await escalations.Preview(id, c, context, cancel)),
            ReminderCommand c => PreviewOf(await reminders.Preview(id, c, context, cancel)),
            UrgingCommand c => PreviewOf(await urgings.Preview(id, c, context, cancel)),
            CampaignCommand c => PreviewOf(await campaigns.Preview(id, c, context, cancel)),
            InboxCommand c => PreviewOf(await inboxes.Preview(id, c, context, cancel)),
            OrganisationCommand c => PreviewOf(await organisation.Preview(c, context, cancel)),
            _ => throw new ArgumentException($"No kind of duty takes {command.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The clock's command for an obligation that fell due.</summary>
    public async ValueTask<Answer> PassDeadline(DutyId id, string obligation, CancellationToken cancel)
    {
        var act = Act.OfSystem(office.Now);
        return await Execute(
            id,
            id.Kind switch
            {
                DutyKind.Task => new TaskCommand.PassDeadline(act, obligation),
                DutyKind.Consultation => new ConsultationCommand.PassDeadline(act, obligation),
                DutyKind.Escalation => new EscalationCommand.PassDeadline(act, obligation),
                DutyKind.Reminders => new ReminderCommand.PassDeadline(act, obligation),
                DutyKind.Inbox => new InboxCommand.PassDeadline(act, obligation),
                DutyKind.Campaign => new CampaignCommand.PassDeadline(act, obligation, await TasksInCampaign.DueIn(this, id, obligation, cancel)),
                _ => new OrganisationCommand.PassDeadline(act, obligation),
            },
            cancel
        );
    }

    private static (ImmutableArray<Problem>, bool) PreviewOf<TEvent>(Decision<TEvent> decision) => (decision.Problems, !decision.Events.IsEmpty);

    private static Answer AnswerOf<TState>(Outcome<TState> outcome) =>
        outcome switch
        {
            Outcome<TState>.Accepted accepted => new Answer(accepted.Changed, []),
            Outcome<TState>.Refused refused => new Answer(false, refused.Problems),
            _ => new Answer(false, [], Busy: true),
        };
}
