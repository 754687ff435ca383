using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Reminders.ReminderCommand;
using static DutyBot.Domain.Reminders.ReminderEvent;

namespace DutyBot.Domain.Reminders;

/// <summary>
/// Decides what may happen to a person's reminders: one arm per legal transition of 1.4.7 and 1.4.8, anything else is refused. A command that
/// repeats what already happened changes nothing.
/// </summary>
public static class ReminderDecider
{
    private static readonly Problem Stale = new("E-STALE");
    private static readonly Decision<ReminderEvent> Nothing = Decision<ReminderEvent>.Nothing;

    public static Decision<ReminderEvent> Decide(ReminderRecord record, ReminderCommand command, DutyContext context) =>
        command switch
        {
            Issue c => Decide(record, c, context),
            RecordDelivered c when record.Reminder(c.Item) is { } reminder => Decide(record, reminder, c, context),
            RecordNotDelivered c when record.Reminder(c.Item) is { } reminder => Decide(record, reminder, c, context),
            SendAgain c when record.Reminder(c.No) is { } reminder => Decide(record, reminder, c, context),
            Explain c when record.Reminder(c.No) is { } reminder => Decide(record, reminder, c, context),
            Uphold c when record.Reminder(c.No) is { } reminder => Decide(record, reminder, c, context),
            Withdraw c when record.Reminder(c.No) is { } reminder => Decide(record, reminder, c, context),
            RecordLoad c when record.File(c.File) is { } file => Decide(record, file, c, context),
            Advise c when record.File(c.File) is { } file => Decide(record, file, c, context),
            Conclude c when record.File(c.File) is { } file => Decide(record, file, c, context),
            AskAnew c when record.Person is not null => ReviewRules.AskAnew(record, c, context),
            RecountTerms c when record.Person is not null => Decide(record, c, context),
            PassDeadline c when record.Person is not null => Decide(record, c, context),
            _ => Stale,
        };

    private static Decision<ReminderEvent> Decide(ReminderRecord record, Issue command, DutyContext context)
    {
        if (!context.Permits(command, record, out var act, out var refusal))
        {
            return refusal;
        }

        if (record.Person is { } known && known != command.Person)
        {
            return Stale;
        }

        if (record.About(command.Fact) is { } earlier)
        {
            return earlier.IssuedBy.By == act.By && earlier.Text == command.Text.Trim()
                ? Nothing
                : new Problem("E-ALREADY-REMINDED", "person", ("date", earlier.On));
        }

        var problems = Missing(command, act, context).ToList();
        return problems.Count > 0
            ? Decision<ReminderEvent>.Reject(problems)
            : new Issued(
                act,
                command.Person,
                record.Reminders.Length + 1,
                command.Fact,
                command.LegalBasis.Trim(),
                command.Text.Trim(),
                context.DateOf(act)
            );
    }

    private static IEnumerable<Problem> Missing(Issue command, Act act, DutyContext context) =>
        command.Fact.Due is not { } due || due > act.At
            ? [new("E-NOT-OVERDUE")]
            : new[]
            {
                Wording.NotSaid(command.LegalBasis, "legalBasis", "E-NO-LEGAL-BASIS"),
                context.NotAReason(command.Text, "text"),
            }.OfType<Problem>();

    // Counted only when delivered, and the term to explain begins when the person knows of it.
    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, RecordDelivered command, DutyContext context)
    {
        if (!context.Permits(command, record, out var act, out var refusal))
        {
            return refusal;
        }

        if (reminder.DeliveredAt is not null || reminder.Phase == ReminderPhase.Withdrawn)
        {
            return Nothing;
        }

        var kept = context.StartedAt(reminder.IssuedBy.At);
        var by = ReminderTerms.ExplainBy(act.At, kept);
        return record.WithReview([new Delivered(act, reminder.No, by, ExplanationNotices.Of(reminder.No, act.At, by, kept))], act, context);
    }

    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, RecordNotDelivered command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : reminder.DeliveredAt is not null || reminder.Phase != ReminderPhase.Issued || reminder.Undeliverable is not null ? Nothing
        : new NotDelivered(act, reminder.No, command.Why);

    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, SendAgain command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : reminder.Phase != ReminderPhase.Issued ? Stale
        : reminder.Undeliverable is null ? Nothing
        : new SentAgain(act, reminder.No);

    // An explanation is a right: what is asked of it is only that it says something.
    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, Explain command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : reminder.Phase == ReminderPhase.Explained && reminder.Explanation == command.Text.Trim() ? Nothing
        : reminder.ExplainBy is not { } by || reminder.Phase is ReminderPhase.Explained or ReminderPhase.Withdrawn ? Stale
        : by <= act.At || reminder.Phase == ReminderPhase.Upheld ? new Problem("E-EXPLAIN-TOO-LATE", null, ("date", by))
        : Wording.NotSaid(command.Text, "text", "E-EXPLANATION-REQUIRED") is { } problem ? problem
        : new Explained(act, reminder.No, command.Text.Trim());

    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, Uphold command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : reminder.Phase == ReminderPhase.Upheld && reminder.AnswerReason == command.Reason.Trim() ? Nothing
        : reminder.Phase != ReminderPhase.Explained ? Stale
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new Upheld(act, reminder.No, command.Reason.Trim());

    private static Decision<ReminderEvent> Decide(ReminderRecord record, FormalReminder reminder, Withdraw command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : reminder.Phase == ReminderPhase.Withdrawn && reminder.AnswerReason == command.Reason.Trim() ? Nothing
        : !reminder.MayBeWithdrawn ? Stale
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : record.WithReview(ReviewRules.Withdraw(record, new Withdrawn(act, reminder.No, command.Reason.Trim())), act, context);

    // As it was when the file was opened: counted once, and not of a file that is decided.
    private static Decision<ReminderEvent> Decide(ReminderRecord record, PersonnelReviewFile file, RecordLoad command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : file is { IsOpen: true, Load: null } ? new LoadRecorded(act, file.No, command.Load)
        : Nothing;

    private static Decision<ReminderEvent> Decide(ReminderRecord record, PersonnelReviewFile file, Advise command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : file.Phase == ReviewPhase.UnderReview && file.Advice == command.Text.Trim() ? Nothing
        : file.Phase != ReviewPhase.Proposed ? Stale
        : context.NotAReason(command.Text, "text") is { } problem ? problem
        : new ReviewAdvised(act, file.No, command.Text.Trim());

    private static Decision<ReminderEvent> Decide(ReminderRecord record, PersonnelReviewFile file, Conclude command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : file.Phase == ReviewPhase.Concluded && file.Outcome == command.Outcome && file.Reason == command.Reason.Trim() ? Nothing
        : !file.IsOpen ? Stale
        : command.Outcome is not { } outcome ? new Problem("E-CHOOSE-OUTCOME", "outcome")
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new ReviewConcluded(act, file.No, outcome, command.Reason.Trim());

    private static Decision<ReminderEvent> Decide(ReminderRecord record, RecountTerms command, DutyContext context) =>
        context.Permits(command, record, out var act, out var refusal)
            ? Decision<ReminderEvent>.Accept([.. ReminderTerms.Recounted(record, act, context)])
            : refusal;

    // 1.7: no explanation by the term, and the reminder stands. The duty's own state says what a wake means.
    private static Decision<ReminderEvent> Decide(ReminderRecord record, PassDeadline command, DutyContext context) =>
        !context.Permits(command, record, out var act, out var refusal) ? refusal
        : ReminderObligations.ExplanationIn(command.Obligation) is { } no
        && record.Reminder(no) is { Phase: ReminderPhase.Issued, ExplainBy: { } by }
        && by <= act.At
            ? new Upheld(act, no, "")
        : ExplanationNotices.Due(record, command.Obligation, act, context) is { } given ? given
        : Nothing;
}
