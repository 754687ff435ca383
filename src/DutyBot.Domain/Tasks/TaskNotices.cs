using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Tasks;

/// <summary>The notices of a task: planned with its terms, given by the clock (R-49, R-51, R-52, 1.7).</summary>
internal static class TaskNotices
{
    public static ImmutableArray<PlannedNotice> Of(TaskEvent.Issued issued, DutyContext context) =>
        [
            .. NoticePlan.HalfWay(TaskObligations.Accept, issued.Act.At, issued.AcceptBy, context.Calendar),
            .. OfCompletion(issued.Act.At, issued.CompleteBy, issued.Content.Urgency, context),
            .. OfReport(issued.Act.At, issued.ReportBy, context),
        ];

    /// <summary>The plan as the calendar counts it now: the dates stay, the days before and after them are others (D-05).</summary>
    /// <param name="kept">With the settings of the issue.</param>
    public static ImmutableArray<PlannedNotice> Rescheduled(WorkTask task, DutyContext kept) =>
        task.IsLive
            ? task
                .Notices.Rescheduled(TaskObligations.Complete, OfCompletion(task.IssuedAt, task.CompleteBy, task.Content.Urgency, kept))
                .Rescheduled(TaskObligations.Report, OfReport(task.IssuedAt, task.ReportBy, kept))
            : task.Notices;

    /// <summary>For a unit whose term to accept begins anew.</summary>
    public static ImmutableArray<PlannedNotice> OfAcceptance(Act act, Instant acceptBy, DutyContext context) =>
        [.. NoticePlan.HalfWay(TaskObligations.Accept, act.At, acceptBy, context.Calendar)];

    /// <summary>For a term to accept that has moved; what has been said of it is not said again.</summary>
    public static ImmutableArray<PlannedNotice> Recounted(WorkTask task, ImmutableArray<RecountedTerm> moved, Act act, DutyContext context) =>
        task.Notices.Any(notice => notice.Target == TaskObligations.Accept)
        && moved.FirstOrDefault(term => term.Term == RelativeTerm.Accept) is { New: var acceptBy }
            ? [.. NoticePlan.HalfWay(TaskObligations.Accept, task.AcceptSince, acceptBy, context.Calendar).Where(notice => notice.At > act.At)]
            : [];

    private static IEnumerable<PlannedNotice> OfCompletion(Instant start, Instant? complete, Urgency urgency, DutyContext context) =>
        complete is { } due
            ? NoticePlan.Of(TaskObligations.Complete, start, due, context.Policy.TaskNotices, context.Policy.OverdueLadder, urgency, context.Calendar)
            : [];

    private static IEnumerable<PlannedNotice> OfReport(Instant start, Instant? report, DutyContext context) =>
        report is { } due ? NoticePlan.Of(TaskObligations.Report, start, due, context.Policy.ReportNotices, [], context.Calendar) : [];

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
