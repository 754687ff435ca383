using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Given what has happened, when a command comes, then these events or this refusal.</summary>
internal static class Spec
{
    public static Given<WorkTask, TaskEvent, TaskCommand> Given(ImmutableArray<TaskEvent> past) => new(Deciders.Tasks, past, SampleOffice.Context);

    public static Given<Consultation, ConsultationEvent, ConsultationCommand> Given(ImmutableArray<ConsultationEvent> past) =>
        new(Deciders.Consultations, past, SampleOffice.Context);

    public static Given<Escalation, EscalationEvent, EscalationCommand> Given(ImmutableArray<EscalationEvent> past) =>
        new(Deciders.Escalations, past, SampleOffice.Context);

    public static Given<ReminderRecord, ReminderEvent, ReminderCommand> Given(ImmutableArray<ReminderEvent> past) =>
        new(Deciders.Reminders, past, SampleOffice.Context);

    public static Given<Campaign, CampaignEvent, CampaignCommand> Given(ImmutableArray<CampaignEvent> past) =>
        new(Deciders.Campaigns, past, SampleOffice.Context);

    /// <summary>The past, longer by an accepted command; how drivers bring a duty to where a spec begins.</summary>
    public static ImmutableArray<TaskEvent> After(this ImmutableArray<TaskEvent> past, params TaskCommand[] commands) =>
        commands.Aggregate(past, (so, command) => [.. so, .. Given(so).When(command).Accepted]);

    public static ImmutableArray<ConsultationEvent> After(this ImmutableArray<ConsultationEvent> past, params ConsultationCommand[] commands) =>
        commands.Aggregate(past, (so, command) => [.. so, .. Given(so).When(command).Accepted]);

    public static ImmutableArray<EscalationEvent> After(this ImmutableArray<EscalationEvent> past, params EscalationCommand[] commands) =>
        commands.Aggregate(past, (so, command) => [.. so, .. Given(so).When(command).Accepted]);

    public static ImmutableArray<ReminderEvent> After(this ImmutableArray<ReminderEvent> past, params ReminderCommand[] commands) =>
        commands.Aggregate(past, (so, command) => [.. so, .. Given(so).When(command).Accepted]);

    public static ImmutableArray<CampaignEvent> After(this ImmutableArray<CampaignEvent> past, params CampaignCommand[] commands) =>
        commands.Aggregate(past, (so, command) => [.. so, .. Given(so).When(command).Accepted]);

    /// <summary>The command that this duty has just sent to another one.</summary>
    public static T Sent<T>(this IEnumerable<Effect> effects)
        where T : DutyCommand => effects.OfType<Effect.Send>().Select(s => s.Command).OfType<T>().ShouldHaveSingleItem();
}

internal sealed record Given<TState, TEvent, TCommand>(Decider<TState, TEvent, TCommand> Decider, ImmutableArray<TEvent> Past, DutyContext Context)
{
    public TState State => Past.Aggregate(Decider.Initial, Decider.Evolve);

    public IReadOnlyList<Obligation> Obligations => Decider.Obligations(State);

    public Given<TState, TEvent, TCommand> In(DutyContext context) => this with { Context = context };

    public Outcome<TState, TEvent, TCommand> When(TCommand command) => new(this, Decider.Decide(State, command, Context));

    public Obligation Obligation(string name) => Obligations.Where(o => o.Name == name).ShouldHaveSingleItem();

    /// <summary>What the duty does to the world when the last event of its past has happened.</summary>
    public IReadOnlyList<Effect> LastEffects => [.. Decider.Effects(State, Past[^1])];
}

internal sealed record Outcome<TState, TEvent, TCommand>(Given<TState, TEvent, TCommand> Given, Decision<TEvent> Decision)
{
    public ImmutableArray<TEvent> Accepted
    {
        get
        {
            Decision.Problems.ShouldBeEmpty();
            Decision.Events.ShouldNotBeEmpty();
            return Decision.Events;
        }
    }

    public TState State => After.State;

    public IReadOnlyList<Obligation> Obligations => After.Obligations;

    public IReadOnlyList<Effect> Effects => After.LastEffects;

    private Given<TState, TEvent, TCommand> After => Given with { Past = [.. Given.Past, .. Accepted] };

    public void Then(params TEvent[] expected) => Accepted.ShouldBe(expected);

    /// <summary>Exactly one event, of this kind.</summary>
    public T Then<T>()
        where T : TEvent => Accepted.ShouldHaveSingleItem().ShouldBeOfType<T>();

    /// <summary>It is already so, or it does not matter any more.</summary>
    public void ThenNothing()
    {
        Decision.Problems.ShouldBeEmpty();
        Decision.Events.ShouldBeEmpty();
    }

    public void Refused(params string[] keys)
    {
        Decision.Events.ShouldBeEmpty();
        Decision.Problems.Select(p => p.Key).ShouldBe(keys);
    }

    /// <summary>Refused for one reason, which belongs beside that field of the form.</summary>
    public Problem RefusedAt(string field, string key)
    {
        Decision.Events.ShouldBeEmpty();
        var problem = Decision.Problems.ShouldHaveSingleItem();
        (problem.Key, problem.Field).ShouldBe((key, field));
        return problem;
    }
}
