using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>
/// Every command, in every situation, by everybody, early and late, in an office that stands still and in one that has changed: it is accepted
/// or refused, it never throws, and pressed again at once it does nothing more (D-07).
/// </summary>
public sealed class TotalitySpecs
{
    private static readonly Instant[] Moments = [Nov(10, 10), Nov(13), Dec(30)];

    private static readonly Act[] Acts =
    [
        .. Moments.SelectMany(m =>
            Everybody.Select(person => person.At(m)).Append(Act.OfSystem(m)).Append(new Act(m, Stranger, OnBehalfOf: Director))
        ),
    ];

    private static readonly DutyContext[] Offices =
    [
        Context,
        After(UnitEnded(Planning, NovDay(10), Trade), UnitEnded(Industry, NovDay(11), null), UnitEnded(Leadership, NovDay(12), null)),
        After(
            Left(HeadOfPlanning, Planning, Position.Head, NovDay(10)),
            Left(HeadOfIndustry, Industry, Position.Head, NovDay(10)),
            Appointed(Stranger, Planning, Position.Acting, NovDay(11))
        ),
    ];

    private static readonly ConsultationOpening Opening = Spec.Given(ARound.Opened()).State.Opening!;

    private static readonly EscalationOpening Submission = Spec.Given(AnEscalation.Submitted()).State.Opening!;

    [Fact]
    public void D_07_A_task_answers_every_command_and_does_it_once() =>
        Check(Deciders.Tasks, Reachable.Tasks.Values, act => Samples.OfTasks(act, ARound.Id, AnEscalation.Id));

    [Fact]
    public void D_07_A_round_answers_every_command_and_does_it_once() =>
        Check(Deciders.Consultations, Reachable.Rounds.Values, act => Samples.OfRounds(act, Opening));

    [Fact]
    public void D_07_An_escalation_answers_every_command_and_does_it_once() =>
        Check(Deciders.Escalations, Reachable.Escalations.Values, act => Samples.OfEscalations(act, Submission));

    [Fact]
    public void D_07_A_record_of_reminders_answers_every_command_and_does_it_once() =>
        Check(Deciders.Reminders, Reachable.Reminders.Values, Samples.OfReminders);

    [Fact]
    public void D_07_A_campaign_answers_every_command_and_does_it_once() =>
        Check(Deciders.Campaigns, Reachable.Campaigns.Values, Samples.OfCampaigns);

    private static void Check<TState, TEvent, TCommand>(
        Decider<TState, TEvent, TCommand> decider,
        IEnumerable<ImmutableArray<TEvent>> situations,
        Func<Act, IEnumerable<TCommand>> commands
    )
    {
        TCommand[] all = [.. Acts.SelectMany(commands)];
        foreach (var state in situations.Select(past => past.Aggregate(decider.Initial, decider.Evolve)))
        {
            foreach (var context in Offices)
            {
                foreach (var command in all)
                {
                    Once(decider, state, command, context);
                }
            }
        }
    }

    private static void Once<TState, TEvent, TCommand>(Decider<TState, TEvent, TCommand> decider, TState state, TCommand command, DutyContext context)
    {
        var first = decider.Decide(state, command, context);
        if (first.Events.IsEmpty)
        {
            return;
        }

        first.Problems.IsEmpty.ShouldBeTrue(command!.ToString());
        foreach (var happened in first.Events)
        {
            state = decider.Evolve(state, happened);
            decider.Effects(state, happened).Count(effect => effect is null).ShouldBe(0);
        }

        var names = decider.Obligations(state).Select(o => o.Name).ToList();
        names.Distinct().Count().ShouldBe(names.Count, command.ToString());
        decider.Decide(state, command, context).Events.IsEmpty.ShouldBeTrue(command.ToString());
    }
}
