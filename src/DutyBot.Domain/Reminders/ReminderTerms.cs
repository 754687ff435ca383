using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>The term to explain a formal reminder, counted from its delivery .</summary>
public static class ReminderTerms
{
    /// <summary>What would move if the running terms were counted with the calendar as it is now, by the settings of the issue .</summary>
    public static ImmutableArray<RecountedTerm> Moved(ReminderRecord record, Instant now, DutyContext context) =>
        [.. record.Reminders.Select(reminder => Moved(reminder, now, context)).OfType<RecountedTerm>()];

    /// <param name="delivered">When the card reached the person.</param>
    /// <param name="kept">With the settings of the issue.</param>
    /// <returns>The first instant (UTC) that is too late to explain.</returns>
    internal static Instant ExplainBy(Instant delivered, DutyContext kept) =>
        kept.Calendar.EndOfDay(kept.Calendar.AddWorkingDays(kept.Calendar.DateOf(delivered), kept.Policy.ExplainWithin));

    internal static IEnumerable<ReminderEvent.TermRecounted> Recounted(ReminderRecord record, Act act, DutyContext context) =>
        from reminder in record.Reminders
        let moved = Moved(reminder, act.At, context)
        where moved is not null
        let notices = ExplanationNotices.Of(reminder.No, act.At, moved.New, context.StartedAt(reminder.IssuedBy.At))
        select new ReminderEvent.TermRecounted(act, reminder.No, moved.Old, moved.New, notices);

    private static RecountedTerm? Moved(FormalReminder reminder, Instant now, DutyContext context) =>
        reminder is { Phase: ReminderPhase.Issued, DeliveredAt: { } delivered, ExplainBy: { } by }
            ? RecountedTerm.Of(RelativeTerm.Explain, null, by, ExplainBy(delivered, context.StartedAt(reminder.IssuedBy.At)), now)
            : null;
}
