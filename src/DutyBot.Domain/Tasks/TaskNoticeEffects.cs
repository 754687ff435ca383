using DutyBot.Domain.Clock;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using NodaTime;
using static DutyBot.Domain.Effects.Audience;

namespace DutyBot.Domain.Tasks;

/// <summary>Who is told what when a notice of a task falls due .</summary>
internal static class TaskNoticeEffects
{
    /// <param name="at">When they are given.</param>
    public static IEnumerable<Effect> Of(WorkTask task, GivenNotices given, Instant at) =>
        given
            .Told.SelectMany(notice => To(task, notice).Select(to => (Audience: to, Key: KeyOf(notice))))
            // Rungs that fell due together reach each reader once, in the words of the highest.
            .GroupBy(told => told.Audience)
            .Select(told => (Effect)new Effect.Notify(told.Key, Notice(task, given, told.Last().Key, at)));

    private static IEnumerable<Audience> To(WorkTask task, PlannedNotice notice) =>
        notice switch
        {
            { Target: TaskObligations.Accept } => [new Head(task.LeadUnit)],
            { IsRung: true, Days: <= 1 } or { IsRung: false } => Workers(task),
            { Days: <= 3 } => [new Individual(task.Assigner), new Office()],
            _ => [new Office()],
        };

    // The officer and the head; while the head is the officer, the head alone.
    private static IEnumerable<Audience> Workers(WorkTask task)
    {
        yield return new Head(task.LeadUnit);
        if (task is { AwaitsOfficer: false, Officer: { } officer } && officer != task.Lead.AccountableHead)
        {
            yield return new Individual(officer);
        }
    }

    private static string KeyOf(PlannedNotice notice) =>
        notice switch
        {
            { Target: TaskObligations.Accept } => "n.due.accept",
            { Target: TaskObligations.Report, Days: 0 } => "n.due.report.today",
            { Target: TaskObligations.Report } => "n.due.report",
            { IsRung: true, Days: <= 1 } => "n.overdue",
            { IsRung: true, Days: <= 3 } => "n.overdue.above",
            { IsRung: true, Days: <= 5 } => "n.overdue.remind",
            { IsRung: true } => "n.overdue.account",
            { Days: 0 } or { Hours: not null } => "n.due.task.today",
            _ => "n.due.task",
        };

    private static DueNotice Notice(WorkTask task, GivenNotices given, string key, Instant at) =>
        new(
            $"{given.IdOf(task.Id, given.Told[^1])}/{key}",
            task.Id,
            given.Target,
            key,
            [.. Values(task, given, key)],
            task.Content.Urgency != Urgency.Normal,
            at,
            task.Content.Urgency
        );

    // What the sentence of the key has places for.
    private static IEnumerable<NoticeValue> Values(WorkTask task, GivenNotices given, string key)
    {
        yield return new("task", Text: task.Content.Work);
        yield return new("due", Moment: given.Due);
        if (key is not ("n.due.accept" or "n.due.task.today" or "n.due.report.today"))
        {
            yield return new("n", Number: given.WorkingDays);
        }

        if (key is "n.overdue.above" or "n.overdue.remind" or "n.overdue.account")
        {
            yield return new("unit", Unit: task.LeadUnit);
        }
    }
}
