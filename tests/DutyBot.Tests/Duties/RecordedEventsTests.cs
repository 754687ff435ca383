using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using DutyBot.Duties;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using DutyBot.Tests.Domain.Urgings;
using NodaTime;

namespace DutyBot.Tests.Duties;

/// <summary>
/// What is written down can be read again, for ever: approved samples of every kind of event and of every command that duties send each
/// other. A change of these files is a migration of the record, not a change of a test.
/// </summary>
public sealed partial class RecordedEventsTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_event_of_a_task_is_written_and_read_as_approved() =>
        MatchApproved<TaskEvent>([.. Reachable.Tasks.Values.SelectMany(e => e), .. Noticed.Task]);

    [Fact]
    public void Every_event_of_a_round_is_written_and_read_as_approved() =>
        MatchApproved<ConsultationEvent>([.. Reachable.Rounds.Values.SelectMany(e => e), .. Noticed.Round]);

    [Fact]
    public void Every_event_of_an_escalation_is_written_and_read_as_approved() =>
        MatchApproved<EscalationEvent>([.. Reachable.Escalations.Values.SelectMany(e => e), .. Noticed.Escalation]);

    [Fact]
    public void Every_event_of_an_inbox_is_written_and_read_as_approved() => MatchApproved<InboxEvent>(Noticed.Inbox);

    [Fact]
    public void Every_event_of_a_record_of_reminders_is_written_and_read_as_approved() =>
        MatchApproved<ReminderEvent>(Reachable.Reminders.Values.SelectMany(e => e));

    [Fact]
    public void Every_event_of_an_urging_is_written_and_read_as_approved() => MatchApproved<UrgingEvent>(UrgingSpecs.Sent);

    [Fact]
    public void Every_event_of_a_campaign_is_written_and_read_as_approved() =>
        MatchApproved<CampaignEvent>(Reachable.Campaigns.Values.SelectMany(e => e));

    [Fact]
    public void Every_event_of_the_organisation_is_written_and_read_as_approved() => MatchApproved<OrganisationEvent>(SampleOffice.OneOfEachEvent);

    [Fact]
    public void Every_command_between_duties_is_written_and_read_as_approved() =>
        MatchApproved<DutyCommand>(
            Effects()
                .Concat(UrgingSpecs.Sent.SelectMany(sent => UrgingEffects.Of(Urging.NotSent, sent)))
                .OfType<Effect.Send>()
                .Select(send => send.Command)
                .Concat([ATask.Succeeds(SampleOffice.Planning, SampleOffice.Safety), .. Recounts()])
        );

    [Fact]
    public void Every_effect_is_written_and_read()
    {
        // These come of events of the organisation, not of a duty.
        var handOver = new Effect.HandOver(SampleOffice.Planning, SampleOffice.Safety, [new ChosenSuccessor(ATask.Id, SampleOffice.Trade)]);
        var check = new Effect.CheckReachability(new LocalDate(2026, 11, 23));
        var week = new Effect.TellBacklog(new LocalDate(2026, 11, 23));
        var backlog = new Effect.ShowBacklog(SampleOffice.HeadOfPlanning);
        var test = new Effect.SendTest(new Audience.Channel(SampleOffice.Planning), SampleOffice.HeadOfOffice);
        var revive = new Effect.Revive(ATask.Id, "0000000001-00");
        var forget = new Effect.Forget(ATask.Id, "0000000001-00");
        var sendFor = new Effect.SendFor(SampleOffice.HeadOfPlanning, new LocalDate(2026, 11, 23), SentThrough.FocalPoint);
        var effects = Effects().Concat([handOver, check, week, backlog, test, revive, forget, sendFor]).Concat(Noticed.Effects).ToList();
        effects.Select(e => e.GetType()).Distinct().ShouldBe(Known<Effect>(), ignoreOrder: true);
        foreach (var effect in effects)
        {
            Write(Read<Effect>(Write(effect))).ShouldBe(Write(effect));
        }
    }

    [Fact]
    public void An_escalation_recorded_without_who_disagrees_is_a_dispute_with_all_who_were_asked()
    {
        var submitted = Reachable.Escalations["Submitted"][0].ShouldBeOfType<EscalationEvent.Submitted>();
        var before = JsonNode.Parse(Write<EscalationEvent>(submitted))!;
        before["opening"]!.AsObject().Remove("disagreeingUnits").ShouldBeTrue();
        var read = Read<EscalationEvent>(before.ToJsonString()).ShouldBeOfType<EscalationEvent.Submitted>();
        read.Opening.UnitsInDispute.ShouldBe([SampleOffice.Industry, SampleOffice.Safety]);
        submitted.Opening.UnitsInDispute.ShouldBe([SampleOffice.Industry]);
    }

    [Theory]
    [InlineData(typeof(TaskEvent))]
    [InlineData(typeof(ConsultationEvent))]
    [InlineData(typeof(EscalationEvent))]
    [InlineData(typeof(OrganisationEvent))]
    [InlineData(typeof(ReminderEvent))]
    [InlineData(typeof(InboxEvent))]
    [InlineData(typeof(CampaignEvent))]
    [InlineData(typeof(Effect))]
    public void No_event_was_forgotten_when_the_names_were_given(Type family) =>
        family
            .GetNestedTypes()
            .Where(t => t.IsSubclassOf(family) && !t.IsAbstract)
            .ShouldBe(Names(family).Select(n => n.DerivedType), ignoreOrder: true);

    // Sent by the organisation, not by a duty.
    private static IEnumerable<DutyCommand> Recounts()
    {
        var act = new Act(Times.Nov(9), SampleOffice.HeadOfOffice);
        return [new TaskCommand.RecountTerms(act), new ConsultationCommand.RecountTerms(act), new EscalationCommand.RecountTerms(act)];
    }

    private static IEnumerable<Effect> Effects() =>
        [
            .. EffectsOf(Deciders.Tasks, Reachable.Tasks.Values),
            .. EffectsOf(Deciders.Consultations, Reachable.Rounds.Values),
            .. EffectsOf(Deciders.Escalations, Reachable.Escalations.Values),
            .. EffectsOf(Deciders.Reminders, Reachable.Reminders.Values),
        ];

    private static IEnumerable<Effect> EffectsOf<TState, TEvent, TCommand>(
        Decider<TState, TEvent, TCommand> decider,
        IEnumerable<ImmutableArray<TEvent>> pasts
    )
    {
        foreach (var past in pasts)
        {
            var state = decider.Initial;
            foreach (var happened in past)
            {
                state = decider.Evolve(state, happened);
                foreach (var effect in decider.Effects(state, happened))
                {
                    yield return effect;
                }
            }
        }
    }

    // Of each kind, in the order in which the kinds are declared, one sample with each combination of optional fields.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MatchApproved<T>(IEnumerable<T> samples)
        where T : notnull
    {
        var written = samples
            .Select(s => (Kind: s.GetType(), Json: Write(s)))
            .DistinctBy(s => (s.Kind, Fields(s.Json)))
            .ToLookup(s => s.Kind, s => s.Json);
        written.Select(kind => kind.Key).ShouldBe(Known<T>(), ignoreOrder: true);
        foreach (var json in written.SelectMany(kind => kind))
        {
            Write(Read<T>(json)).ShouldBe(json);
        }

        var approved = new JsonArray([.. Known<T>().SelectMany(kind => written[kind]).Select(json => JsonNode.Parse(json))]);
        (approved.ToJsonString(Indented) + "\n").ShouldMatchApproved(options =>
            options
                .NoDiff()
                .SubFolder("Approved")
                .WithFileExtension("json")
                .WithFilenameGenerator((_, _, type, extension) => $"{typeof(T).Name}.{type}.{extension}")
        );
    }

    private static string Fields(string json) =>
        string.Join(' ', FieldName().Matches(json).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, DutyJson.Options.GetTypeInfo(typeof(T)));

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, DutyJson.Options.GetTypeInfo(typeof(T)))!;

    private static IEnumerable<Type> Known<T>() => Names(typeof(T)).Select(n => n.DerivedType);

    private static IEnumerable<JsonDerivedTypeAttribute> Names(Type family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false);

    [GeneratedRegex("\"[A-Za-z]+\":", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
