using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Tasks;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>What a task given to a unit now would owe the world: it is decided as every task is, and nothing of it is recorded or sent.</summary>
/// <param name="OnIssue">When it is given.</param>
/// <param name="OnSilence">When nobody accepts it in time.</param>
/// <param name="Problems">Why it could not be given.</param>
internal sealed record Rehearsal(ImmutableArray<Effect> OnIssue, ImmutableArray<Effect> OnSilence, ImmutableArray<Problem> Problems)
{
    // A task with all that the rules ask for; nobody will ever read it.
    private const string Wording = "Diễn tập giao nhiệm vụ, không ghi nhận và không gửi. ";

    private static readonly DutyId Task = DutyId.New(DutyKind.Task, 1, 0);

    /// <param name="context">As of now, with the settings for what starts now.</param>
    public static Rehearsal Of(UnitId unit, DutyContext context, Instant now)
    {
        var today = context.Calendar.DateOf(now);
        return Reachability.Assigners(context.Organisation, today) is [var assigner, ..]
            ? Of(new TaskCommand.Issue(new Act(now, assigner), Task, Draft(unit, today, context)), context)
            : new Rehearsal([], [], []);
    }

    private static Rehearsal Of(TaskCommand.Issue command, DutyContext context)
    {
        var issued = TaskDecider.Decide(WorkTask.NotIssued, command, context);
        if (!issued.IsAccepted)
        {
            return new Rehearsal([], [], issued.Problems);
        }

        var (task, onIssue) = Happen(WorkTask.NotIssued, issued);
        var silence = TaskDecider.Decide(task, new TaskCommand.PassDeadline(Act.OfSystem(task.AcceptBy), TaskObligations.Accept), context);
        return new Rehearsal(onIssue, Happen(task, silence).Effects, []);
    }

    private static (WorkTask Task, ImmutableArray<Effect> Effects) Happen(WorkTask task, Decision<TaskEvent> decision)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var happened in decision.Events)
        {
            task = WorkTask.Evolve(task, happened);
            effects.AddRange(TaskEffects.Of(task, happened));
        }

        return (task, effects.ToImmutable());
    }

    private static TaskDraft Draft(UnitId unit, LocalDate today, DutyContext context) =>
        new()
        {
            Work = string.Concat(Enumerable.Repeat(Wording, 3)),
            Deliverable = Wording,
            DocumentSymbol = "1/CV-DT",
            DocumentDate = today,
            IssuingBody = "DutyBot",
            LeadUnits = [unit],
            Deadline = context.Calendar.AddWorkingDays(today, 10),
        };
}
