using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>The notices of a task: planned with its terms, given by the clock (R-49, R-51, R-52, 1.7).</summary>
internal static class TaskNotices
{
    public static ImmutableArray<PlannedNotice> Of(TaskEvent.Issued issued, DutyContext context)
    {
        var (start, policy, calendar) = (issued.Act.At, context.Policy, context.Calendar);
        var notices = NoticePlan.HalfWay(TaskObligations.Accept, start, issued.AcceptBy, calendar);
        if (issued.CompleteBy is { } complete)
        {
            notices = notices.Concat(
                NoticePlan.Of(TaskObligations.Complete, start, complete, policy.TaskNotices, policy.OverdueLadder, issued.Content.Urgency, calendar)
            );
        }

        return issued.ReportBy is { } report
            ? [.. notices, .. NoticePlan.Of(TaskObligations.Report, start, report, policy.ReportNotices, [], calendar)]
            : [.. notices];
    }

    /// <summary>For a unit whose term to accept begins anew.</summary>
    public static ImmutableArray<PlannedNotice> OfAcceptance(Act act, Instant acceptBy, DutyContext context) =>
        [.. NoticePlan.HalfWay(TaskObligations.Accept, act.At, acceptBy, context.Calendar)];

    /// <summary>For a term to accept that has moved; what has been said of it is not said again.</summary>
    public static ImmutableArray<PlannedNotice> Recounted(WorkTask task, ImmutableArray<RecountedTerm> moved, Act act, DutyContext context) =>
        task.Notices.Any(notice => notice.Target == TaskObligations.Accept)
        && moved.FirstOrDefault(term => term.Term == RelativeTerm.Accept) is { New: var acceptBy }
            ? [.. NoticePlan.HalfWay(TaskObligations.Accept, task.AcceptSince, acceptBy, context.Calendar).Where(notice => notice.At > act.At)]
            : [];

    /// <summary>The obligations that notices may be about: while a return waits for its decision, the unit is told nothing of the work.</summary>
    public static IEnumerable<Obligation> About(WorkTask task, IEnumerable<Obligation> open) =>
        task.Phase == TaskPhase.ReturnRequested ? [] : [.. open];

    /// <summary>Null when the wake is about no notice of the task.</summary>
    public static GivenNotices? Due(WorkTask task, string name, Instant now, WorkingCalendar calendar) =>
        NoticeRules.Due(name, task.Notices, About(task, TaskObligations.Of(task)), target => DueOf(task, target), now, calendar);

    private static Instant? DueOf(WorkTask task, string target) =>
        target switch
        {
            TaskObligations.Accept => task.AcceptBy,
            TaskObligations.Complete => task.CompleteBy,
            TaskObligations.Report => task.ReportBy,
            _ => null,
        };
}
