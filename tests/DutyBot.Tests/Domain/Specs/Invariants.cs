using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Tasks;

namespace DutyBot.Tests.Domain.Specs;

internal static class Invariants
{
    public static void OfTask(WorkTask task)
    {
        if (task.Phase == TaskPhase.NotIssued)
        {
            return;
        }

        task.LeadPeriods.Count(p => p.To is null).ShouldBe(1, "R-07: exactly one lead at every instant");
        task.LeadPeriods.Zip(task.LeadPeriods.Skip(1)).All(pair => pair.First.To == pair.Second.From).ShouldBeTrue("no time without a lead");
        task.CoordinatingUnits.ShouldNotContain(task.LeadUnit);
        task.Rounds.Count(r => r.IsOpen).ShouldBeLessThanOrEqualTo(1);
        task.Escalations.Count(e => e.IsOpen).ShouldBeLessThanOrEqualTo(1);
        task.ReturnedBy.Length.ShouldBeLessThanOrEqualTo(2, "R-28: no third return");

        var obligations = TaskObligations.Of(task).Select(o => o.Name).ToList();
        obligations.Distinct().Count().ShouldBe(obligations.Count);
        (obligations.Count > 0).ShouldBe(task.IsLive, "a live task is owed, a cancelled one is not");
    }

    public static void OfRound(Consultation round)
    {
        var obligations = ConsultationObligations.Of(round).Select(o => o.Name).ToList();
        obligations.Distinct().Count().ShouldBe(obligations.Count);
        if (round.Phase == RoundPhase.Open)
        {
            obligations.ShouldNotBeEmpty("an open round waits for somebody");
        }
    }

    public static void OfHistory(World world)
    {
        world.Task.Steps.All(s => s.Before.Phase == TaskPhase.NotIssued || s.Before.CompleteBy == s.After.CompleteBy).ShouldBeTrue("R-40");
        world.Task.Steps.All(s => s.Before.Phase != TaskPhase.Cancelled || s.After.Phase == TaskPhase.Cancelled).ShouldBeTrue("T24");
        foreach (var (before, happened, after) in world.Rounds.Values.SelectMany(r => r.Steps))
        {
            var lost = before.Items.Any(i => i.Phase == ItemPhase.Answered && after.Item(i.Unit)!.Phase != ItemPhase.Answered);
            (lost && happened is not ConsultationEvent.SentBack).ShouldBeFalse("an answer is only lost by being sent back");
            before.Items.All(i => !i.DidNotRespond || after.Item(i.Unit)!.DidNotRespond).ShouldBeTrue("R-39: silence is not unsaid");
        }

        foreach (var (before, _, after) in world.Escalations.Values.SelectMany(e => e.Steps))
        {
            after.Decisions.Take(before.Decisions.Length).SequenceEqual(before.Decisions).ShouldBeTrue("R-46: decisions only grow");
            after.Decisions.Skip(1).Zip(after.Decisions).All(pair => pair.First.Supersedes == pair.Second.Number).ShouldBeTrue("R-46");
        }
    }

    /// <summary>When all messages have arrived, the duties agree with each other, and nothing stays open for a task that is cancelled.</summary>
    public static void BetweenDuties(World world)
    {
        foreach (var known in world.Task.State.Rounds)
        {
            var round = world.Rounds[known.Consultation.Value].State;
            if (world.Task.State.Phase == TaskPhase.Cancelled)
            {
                round.Phase.ShouldNotBe(RoundPhase.Open, "T24");
            }
            else
            {
                known.IsOpen.ShouldBe(round.Phase == RoundPhase.Open);
            }
        }

        foreach (var known in world.Task.State.Escalations)
        {
            var escalation = world.Escalations[known.Escalation.Value].State;
            known.Decision.ShouldBe(escalation.Binding, "R-46: what binds the task is the last decision");
            if (world.Task.State.Phase == TaskPhase.Cancelled)
            {
                escalation.Phase.ShouldNotBe(EscalationPhase.Submitted, "T24");
            }
        }

        world.Rounds.Keys.ShouldBe(world.Task.State.Rounds.Select(r => r.Consultation.Value), ignoreOrder: true);
    }
}
