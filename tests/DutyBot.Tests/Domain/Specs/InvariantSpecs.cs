using CsCheck;
using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Tasks;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>What holds after any sequence of presses, deadlines and messages that overtake each other.</summary>
public sealed class InvariantSpecs
{
    private static readonly ConsultationOpening Opening = Spec.Given(ARound.Opened()).State.Opening!;

    private static readonly EscalationOpening Submission = Spec.Given(AnEscalation.Submitted()).State.Opening!;

    private static readonly UnitId[] Divisions = [Planning, Industry, Trade, Safety];

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Enum<Move>(),
        Gen.Int[0, 999],
        Gen.Frequency((3, Gen.Int[0, 2]), (1, Gen.Int[8, 80])),
        (move, which, hours) => new Step(move, which, hours)
    );

    // Cancelling would end most stories at once, so it has a move of its own that seldom comes.
    private enum Move
    {
        OnTask,
        OnTaskToo,
        OnRound,
        OnRoundToo,
        OnEscalation,
        Deliver,
        DeliverToo,
        DeliverAgain,
        Clock,
        CancelOrWithdraw,
        Reorganise,
    }

    [Fact]
    public void Whatever_happens_the_duties_keep_their_promises() =>
        AnyStep
            .Array[1, 100]
            .Sample(
                steps =>
                {
                    var world = new World();
                    world.DoSomething(ATask.Id, act => [ATask.IssueOf(ATask.Draft, act.By)], which: 1);
                    foreach (var step in steps)
                    {
                        Take(step, world);
                        Invariants.OfTask(world.Task.State);
                        world.Rounds.Values.Select(r => r.State).ToList().ForEach(Invariants.OfRound);
                    }

                    world.DeliverAll();
                    world.Tick();
                    Invariants.OfHistory(world);
                    Invariants.BetweenDuties(world);
                },
                iter: 200
            );

    private static void Take(Step step, World world)
    {
        world.Wait(step.Hours);
        switch (step.Move)
        {
            case Move.OnTask or Move.OnTaskToo:
                world.DoSomething(ATask.Id, act => TaskCommands(act, world), step.Which);
                break;
            case Move.OnRound or Move.OnRoundToo when world.Rounds.Count > 0:
                world.DoSomething(One(world.Rounds.Keys), RoundCommands, step.Which);
                break;
            case Move.OnEscalation when world.Escalations.Count > 0:
                world.DoSomething(One(world.Escalations.Keys), EscalationCommands, step.Which);
                break;
            case Move.Deliver or Move.DeliverToo or Move.DeliverAgain:
                world.Deliver(step.Which, again: step.Move == Move.DeliverAgain);
                break;
            case Move.Clock:
                world.Tick();
                break;
            case Move.CancelOrWithdraw when step.Which < 100:
                world.DoSomething(ATask.Id, act => [new TaskCommand.Cancel(act, Texts.Reason)], step.Which);
                break;
            case Move.Reorganise when step.Which < 400:
                world.Succeed(Divisions[step.Which % Divisions.Length], Divisions[step.Which / Divisions.Length % Divisions.Length]);
                break;
        }

        DutyId One(ICollection<string> keys) => DutyId.Parse(keys.ElementAt(step.Which % keys.Count));
    }

    private static IEnumerable<DutyCommand> TaskCommands(Act act, World world) =>
        Samples
            .OfTasks(act, Fresh("YK", world.Rounds.Count), Fresh("TR", world.Escalations.Count))
            .Where(c =>
                c
                    is not (
                        TaskCommand.Cancel
                        or TaskCommand.PassDeadline
                        or TaskCommand.RecordRoundEnded
                        or TaskCommand.RecordDecision
                        or TaskCommand.RecordEscalationWithdrawn
                    )
            );

    private static IEnumerable<DutyCommand> RoundCommands(Act act) =>
        Samples.OfRounds(act, Opening).Where(c => c is not (ConsultationCommand.Open or ConsultationCommand.PassDeadline));

    private static IEnumerable<DutyCommand> EscalationCommands(Act act) =>
        Samples.OfEscalations(act, Submission).Where(c => c is not (EscalationCommand.Submit or EscalationCommand.PassDeadline));

    private static DutyId Fresh(string prefix, int count) => DutyId.Parse($"{prefix}-2026-{count:00000}");

    private sealed record Step(Move Move, int Which, int Hours);
}
