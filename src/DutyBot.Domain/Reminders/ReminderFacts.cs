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
    /// <summary>Also while nothing is late; then the fact has no <see cref="ReminderFact.Due"/>. Empty for a task that was never given.</summary>
    public static IReadOnlyList<Answerable> Of(WorkTask task, DutyContext context, Instant now)
    {
        if (task.LeadPeriods.IsEmpty)
        {
            return [];
        }

        var late = new[] { task.CompleteBy, task.ReportBy }.Where(due => due <= now).Min();
        var fact = new ReminderFact(task.Id, task.LeadUnit, task.Content.Work, IsHeldAgainst(task, late) ? late : null);
        return Answerables(fact, HeadOf(task.LeadUnit, late ?? now, context) ?? task.Lead.AccountableHead, task.Officer);
    }

    // Not against a unit that waits for the decision on its return, nor against one that got the task when it was late already.
    private static bool IsHeldAgainst(WorkTask task, Instant? late) =>
        task.Phase is TaskPhase.Assigned or TaskPhase.InProgress && task.Lead.From < late;

    /// <summary>Of every unit that was asked, those that are late first.</summary>
    public static IReadOnlyList<Answerable> Of(Consultation round, DutyContext context, Instant now) =>
        [
            .. round
                .Asked.Where(_ => round is { Opening: not null, Phase: not RoundPhase.Cancelled })
                .SelectMany(item => Of(round, item, context, now))
                .OrderBy(one => one.Fact.Due is null),
        ];

    private static IReadOnlyList<Answerable> Of(Consultation round, ConsultationItem item, DutyContext context, Instant now)
    {
        var fact = new ReminderFact(round.Id, item.Unit, round.Opening!.TaskTitle, IsLate(item, now) ? item.ReplyBy : null);
        return Answerables(fact, HeadOf(item.Unit, Instant.Min(item.ReplyBy, now), context), item.Drafter);
    }

    private static bool IsLate(ConsultationItem item, Instant now) =>
        item.DidNotRespond || item.AnsweredLate || item.Phase == ItemPhase.Overdue || (item.IsOpen && WorkingCalendar.IsLate(item.ReplyBy, now));

    private static PersonId? HeadOf(UnitId unit, Instant due, DutyContext context) =>
        context.Organisation.HeadOf(unit, context.Calendar.DayOfDeadline(due));

    private static IReadOnlyList<Answerable> Answerables(ReminderFact fact, PersonId? head, PersonId? officer) =>
        [
            .. head is { } accountable ? [new Answerable(fact, accountable, Answerability.Head)] : Array.Empty<Answerable>(),
            .. officer is { } executing && officer != head ? [new Answerable(fact, executing, Answerability.Officer)] : Array.Empty<Answerable>(),
        ];
}
