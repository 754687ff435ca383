using System.Security.Cryptography;
using DutyBot.Administration;
using DutyBot.Cards;
using DutyBot.Delivery;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Duties;
using DutyBot.Features;
using DutyBot.Options;
using DutyBot.Storage;
using DutyBot.Teams;
using DutyBot.Teams.Activities;
using DutyBot.Teams.Auth;
using DutyBot.Teams.Connector;
using DutyBot.Teams.Forms;
using DutyBot.Teams.Graph;
using DutyBot.Workers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DutyBot.Hosting;

/// <summary>The parts of the program, each registered once.</summary>
internal static class DutyBotServices
{
    public static void AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidation>();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        // One object behind both ports; whichever is asked for first creates it.
        services.TryAddSingleton(provider => OpenStore(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<IDutyStore>(provider => provider.GetRequiredService<StorePair>().Duties);
        services.AddSingleton<IAddressBook>(provider => provider.GetRequiredService<StorePair>().Addresses);
    }

    public static void AddDuties(this IServiceCollection services)
    {
        services.AddSingleton(DutyTypes.Task);
        services.AddSingleton(DutyTypes.Consultation);
        services.AddSingleton(DutyTypes.Escalation);
        services.AddSingleton(DutyTypes.Inbox);
        services.AddSingleton(DutyTypes.Urging);
        services.AddSingleton(DutyTypes.Campaign);
        services.AddSingleton<DutyBook<WorkTask, TaskCommand, TaskEvent>>();
        services.AddSingleton<DutyBook<Consultation, ConsultationCommand, ConsultationEvent>>();
        services.AddSingleton<DutyBook<Escalation, EscalationCommand, EscalationEvent>>();
        services.AddSingleton(DutyTypes.Reminders);
        services.AddSingleton<DutyBook<ReminderRecord, ReminderCommand, ReminderEvent>>();
        services.AddSingleton<DutyBook<Inbox, InboxCommand, InboxEvent>>();
        services.AddSingleton<DutyBook<Urging, UrgingCommand, UrgingEvent>>();
        services.AddSingleton<DutyBook<Campaign, CampaignCommand, CampaignEvent>>();
        services.AddSingleton(DutyTypes.Organisation);
        services.AddSingleton<DutyBook<Organisation, OrganisationCommand, OrganisationEvent>>();
        services.AddSingleton<WarmDuties>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OrganisationBook>();
        services.AddSingleton<Office>();
        services.AddSingleton<DutyDesk>();
        services.AddSingleton<RunningTerms>();
        services.TryAddSingleton<Entropy>(RandomNumberGenerator.Fill);
        services.AddSingleton<DutyIds>();
    }

    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<FeatureTable>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<TypedForms>();
        services.AddSingleton<Waiting>();
        services.AddSingleton<BacklogBoard>();
        services.AddSingleton<BacklogDesk>();
        services.AddSingleton<Presses>();
        services.AddSingleton<ReachReport>();
        services.AddSingleton<ReachabilityDesk>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<ActivityRouter>();
        services.AddSingleton<TenantDesk>();
        services.AddSingleton<GraphStates>();
        services.AddSingleton<Visits>();
        services.AddSingleton<Welcome>();
        services.AddSingleton(provider => new CardDesk(
            provider.GetRequiredService<DutyDesk>(),
            provider.GetRequiredService<RunningTerms>(),
            Place(provider),
            provider.GetRequiredService<GraphStates>(),
            provider.GetRequiredService<Deliveries>()
        ));
    }

    public static void AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTeamsAuthentication(configuration.GetSection(TeamsOptions.Section));
        services.AddTeamsConnector();
        services.AddGraph(configuration.GetSection(GraphOptions.Section));
        services.AddSingleton<ActivityHandler>(provider => provider.GetRequiredService<ActivityRouter>().Handle);
        services.AddSingleton<FaultAnswer>(
            (_, correlationId) =>
                new ActivityAnswer.Error(500, "Fault", Texts.Of(Domain.Organisations.Language.Vietnamese).Format("E-FAULT", ("id", correlationId)))
        );
    }

    public static void AddWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidation>();
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        services.AddSingleton<RecentAddresses>();
        services.AddSingleton<Installations>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<TeamRosters>();
        services.AddSingleton<ReachabilityCheck>();
        services.TryAddSingleton<Chance>(() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue);
        services.AddSingleton<BackOff>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<Postman>();
        services.AddSingleton<PendingEffects>();
        services.AddSingleton<Courier>();
        services.AddSingleton<MorningCheck>();
        services.AddSingleton<TestMessages>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<DueNotices>();
        services.AddSingleton<Deciders>();
        services.AddSingleton<Workloads>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<DeliveryLedger>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<UnreachedPeople>();
        services.AddSingleton<BacklogRound>();
        services.AddSingleton<HandOvers>();
        services.AddSingleton<CampaignRound>();
        services.AddSingleton<FeedWorker>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsValidation>();
        services.AddOptions<ClockOptions>().Bind(configuration.GetSection(ClockOptions.Section)).ValidateOnStart();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<ClockWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<ClockWorker>());
    }

    public static void AddAdministration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<AdministrationOptions>, AdministrationOptionsValidation>();
        services.AddOptions<AdministrationOptions>().Bind(configuration.GetSection(AdministrationOptions.Section)).ValidateOnStart();
        services.AddHostedService<FirstAdmin>();
    }

    public static StorePair OpenStore(StorageOptions options) =>
        options.Kind == StorageKind.Sqlite ? StorePair.Sqlite(options.Path)
        : options.Endpoint is { } endpoint ? StorePair.AzureTables(endpoint, options.ManagedIdentityClientId)
        : StorePair.AzureTables(options.ConnectionString!);

    private static FormPlace Place(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<TeamsOptions>>().Value.Forms == FormStyle.Dialog ? FormPlace.Dialog : FormPlace.Card;
}
