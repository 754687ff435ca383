using DutyBot.Domain.Calendar;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Tasks;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>Why a person answers for a fact.</summary>
public enum Answerability
{
    /// <summary>Heads the unit, on the day on which the term ended.</summary>
    Head,

    /// <summary>Carries the work out.</summary>
    Officer,
}

/// <summary>Somebody who may be reminded of a fact.</summary>
public sealed record Answerable(ReminderFact Fact, PersonId Person, Answerability As);

/// <summary>What people may be reminded of in a duty, and who: the accountable head or the officer, never a unit .</summary>
public static class ReminderFacts
{
    /// <summary>
    /// Also while nothing is late; then the fact has no <see cref="ReminderFact.Due"/>, and those that have one come first. Empty for a task that
    /// was never given.
    /// </summary>
    public static IReadOnlyList<Answerable> Of(WorkTask task, DutyContext context, Instant now)
    {
        if (task.LeadPeriods.IsEmpty)
        {
            return [];
        }

        var late = LateIn(task.Lead, task, now);
        var own = Answerables(FactOf(task, task.LeadUnit, late), HeadOf(task.Lead, late ?? now, context), task.Officer);
        return [.. own.Concat(OfEnded(task, context, now)).OrderBy(one => one.Fact.Due is null)];
    }

    // of a unit that ended after the term, whoever headed it then still answers for its time; its successor answers for its own.
    private static IEnumerable<Answerable> OfEnded(WorkTask task, DutyContext context, Instant now) =>
        from period in Succeeded(task)
        let late = LateIn(period, task, now)
        where late is not null
        from one in Answerables(FactOf(task, period.Unit, late), HeadOf(period, late.Value, context), officer: null)
        select one;

    // The time of units that ended one after another, the latest first, back to where the task was given to another unit.
    private static IEnumerable<LeadPeriod> Succeeded(WorkTask task) =>
        task
            .LeadPeriods.Zip(task.LeadPeriods.Skip(1))
            .Reverse()
            .TakeWhile(pair => task.Successions.Contains(new Succession(pair.First.Unit, pair.Second.Unit)))
            .Select(pair => pair.First);

    // The first term that ended in that time. Nothing is held against a unit that waits for the decision on its return, nor against one that got
    // the task when it was late already.
    private static Instant? LateIn(LeadPeriod period, WorkTask task, Instant now) =>
        task.Phase is TaskPhase.Assigned or TaskPhase.InProgress
            ? new[] { task.CompleteBy, task.ReportBy }.Where(due => due <= now && period.From < due && !(period.To < due)).Min()
            : null;

    private static ReminderFact FactOf(WorkTask task, UnitId unit, Instant? late) => new(task.Id, unit, task.Content.Work, late);

    private static PersonId? HeadOf(LeadPeriod period, Instant due, DutyContext context) =>
        HeadOf(period.Unit, due, context) ?? period.AccountableHead;

    /// <summary>Of every unit that was asked, those that are late first; of one that has ended, while it was late itself .</summary>
    public static IReadOnlyList<Answerable> Of(Consultation round, DutyContext context, Instant now) =>
        [
            .. round
                .Items.Where(_ => round is { Opening: not null, Phase: not RoundPhase.Cancelled })
                .Where(item => item.Phase != ItemPhase.Merged || IsLate(item, now))
                .SelectMany(item => Of(round, item, context, now))
                .OrderBy(one => one.Fact.Due is null),
        ];

    private static IReadOnlyList<Answerable> Of(Consultation round, ConsultationItem item, DutyContext context, Instant now)
    {
        var fact = new ReminderFact(round.Id, item.Unit, round.Opening!.TaskTitle, IsLate(item, now) ? item.ReplyBy : null);
        return Answerables(fact, HeadOf(item.Unit, Instant.Min(item.ReplyBy, now), context), item.Drafter);
    }

    // What was late when it was passed on is the lateness of the unit that ended.
    private static bool IsLate(ConsultationItem item, Instant now) =>
        item.Phase == ItemPhase.Merged ? item.PassedOnAt >= item.ReplyBy : !(item.PassedOnAt >= item.ReplyBy) && HasFailed(item, now);

    private static bool HasFailed(ConsultationItem item, Instant now) =>
        item.DidNotRespond || item.AnsweredLate || item.Phase == ItemPhase.Overdue || (item.IsOpen && WorkingCalendar.IsLate(item.ReplyBy, now));

    private static PersonId? HeadOf(UnitId unit, Instant due, DutyContext context) =>
        context.Organisation.HeadOf(unit, context.Calendar.DayOfDeadline(due));

    private static IReadOnlyList<Answerable> Answerables(ReminderFact fact, PersonId? head, PersonId? officer) =>
        [
            .. head is { } accountable ? [new Answerable(fact, accountable, Answerability.Head)] : Array.Empty<Answerable>(),
            .. officer is { } executing && officer != head ? [new Answerable(fact, executing, Answerability.Officer)] : Array.Empty<Answerable>(),
        ];
}
