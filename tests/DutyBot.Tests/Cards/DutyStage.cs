using System.Collections.Immutable;
using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Duties;
using DutyBot.Storage;
using DutyBot.Storage.Sqlite;
using DutyBot.Teams.Forms;
using DutyBot.Tests.Domain.Campaigns;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using DutyBot.Tests.Fixtures;
using DutyBot.Tests.Telemetry;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace DutyBot.Tests.Cards;

/// <summary>What has happened to the sample task, its round and its escalation.</summary>
internal sealed record Past(ImmutableArray<TaskEvent> Task)
{
    public ImmutableArray<ConsultationEvent> Round { get; init; } = [];

    public ImmutableArray<EscalationEvent> Escalation { get; init; } = [];

    public ImmutableArray<ReminderEvent> Reminders { get; init; } = [];

    public ImmutableArray<CampaignEvent> Campaign { get; init; } = [];

    /// <summary>By their codes, beside the sample task.</summary>
    public ImmutableArray<(DutyId Id, ImmutableArray<TaskEvent> Past)> Tasks { get; init; } = [];
}

/// <summary>The desks of the program over histories of the specs: duties stand in memory as if they had just been used.</summary>
internal sealed class DutyStage : IAsyncDisposable
{
    private readonly TestFolder folder = new();

    // Of a clock that stands still: what is only in memory stays as if it had just been seen.
    private readonly WarmDuties warm = new(new FakeTimeProvider());
    private readonly FakeTimeProvider time = new();
    private readonly SqliteStore store;
    private readonly OrganisationBook organisation;

    public DutyStage()
    {
        store = new SqliteStore(folder.File("dutybot.db"));
        var signal = new OutboxSignal();
        var book = new DutyBook<Organisation, OrganisationCommand, OrganisationEvent>(DutyTypes.Organisation, store, warm, signal);
        organisation = new OrganisationBook(book, store, time);
        Office = new Office(organisation, time);
        Desk = new DutyDesk(
            new DutyBook<WorkTask, TaskCommand, TaskEvent>(DutyTypes.Task, store, warm, signal),
            new DutyBook<Consultation, ConsultationCommand, ConsultationEvent>(DutyTypes.Consultation, store, warm, signal),
            new DutyBook<Escalation, EscalationCommand, EscalationEvent>(DutyTypes.Escalation, store, warm, signal),
            new DutyBook<ReminderRecord, ReminderCommand, ReminderEvent>(DutyTypes.Reminders, store, warm, signal),
            new DutyBook<Inbox, InboxCommand, InboxEvent>(DutyTypes.Inbox, store, warm, signal),
            new DutyBook<Urging, UrgingCommand, UrgingEvent>(DutyTypes.Urging, store, warm, signal),
            new DutyBook<Campaign, CampaignCommand, CampaignEvent>(DutyTypes.Campaign, store, warm, signal),
            organisation,
            Office,
            Unheard.Telemetry
        );
    }

    public IDutyStore Store => store;

    public DutyDesk Desk { get; }

    public Office Office { get; }

    public CardDesk Cards(FormPlace forms = FormPlace.Card) => new(Desk, new RunningTerms(store, Desk, Office), forms);

    /// <summary>Records the organisation, for what decides by itself who may do what.</summary>
    public async Task Found(Instant now)
    {
        time.SetUtcNow(now.ToDateTimeOffset());
        await store.Prepare(CancellationToken.None);
        await organisation.Found(NamedOffice.Events, now, CancellationToken.None);
    }

    /// <summary>Also back: situations are no story.</summary>
    public void MoveTo(Instant now) => time.AdjustTime(now.ToDateTimeOffset());

    public void Set(Past past)
    {
        Keep(ATask.Id, Deciders.Tasks, past.Task);
        Keep(ARound.Id, Deciders.Consultations, past.Round);
        Keep(AnEscalation.Id, Deciders.Escalations, past.Escalation);
        Keep(ARecord.Id, Deciders.Reminders, past.Reminders);
        Keep(ACampaign.Id, Deciders.Campaigns, past.Campaign);
        foreach (var (id, history) in past.Tasks)
        {
            Keep(id, Deciders.Tasks, history);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        warm.Dispose();
        folder.Dispose();
    }

    private void Keep<TState, TEvent, TCommand>(DutyId duty, Decider<TState, TEvent, TCommand> decider, ImmutableArray<TEvent> past)
        where TState : class
    {
        warm.Forget(duty, long.MaxValue);
        warm.Keep(
            duty,
            past.Length,
            new Current<TState>(past.Aggregate(decider.Initial, decider.Evolve), new DutyVersion(past.Length), HashChain.Seed)
        );
    }
}
