using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Policies;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>The terms of a task that were counted from its issue, its return or its new assignment (1.7). Its own deadline is a date.</summary>
public static class TaskTerms
{
    /// <summary>How many notices before and after its dates would have another time, or lose it, by the calendar as it is now (D-05).</summary>
    public static int MovedNotices(WorkTask task, DutyContext context) =>
        task.Notices.MovedIn(TaskNotices.Rescheduled(task, context.StartedAt(task.IssuedAt)));

    /// <summary>What would move if the running terms were counted with the calendar as it is now, by the settings of their start .</summary>
    public static ImmutableArray<RecountedTerm> Moved(WorkTask task, Instant now, DutyContext context)
    {
        var inForce = context.StartedAt(task.IssuedAt);
        return
        [
            .. (
                task switch
                {
                    { Phase: TaskPhase.Assigned } =>
                    [
                        RecountedTerm.Of(RelativeTerm.Accept, null, task.AcceptBy, Counted(task.AcceptSince, inForce.Policy.AcceptWithin), now),
                        RecountedTerm.Of(RelativeTerm.Return, null, task.ReturnBy, Counted(task.ReturnSince, inForce.Policy.ReturnWithin), now),
                    ],
                    { Phase: TaskPhase.ReturnRequested, ReturnDecisionOverdue: false, PendingReturn: { } asked, ReturnDecisionBy: { } by } =>
                    [
                        RecountedTerm.Of(RelativeTerm.DecideReturn, null, by, Counted(asked.Act.At, inForce.Policy.LeaderDecisionWithin), now),
                    ],
                    _ => Array.Empty<RecountedTerm?>(),
                }
            ).OfType<RecountedTerm>(),
        ];

        Instant Counted(Instant since, Terms terms) => terms.For(task.Content.Urgency).From(since, inForce.Calendar);
    }
}
