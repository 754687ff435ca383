using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>
/// The notices before the term to explain a formal reminder ends (1.7): planned with the delivery, given by the clock, to the person and to nobody
/// who stands in (D-06).
/// </summary>
internal static class ExplanationNotices
{
    public static ImmutableArray<PlannedNotice> Of(int no, Instant start, Instant explainBy, DutyContext kept) =>
        [.. NoticePlan.Of(ReminderObligations.Explain(no), start, explainBy, kept.Policy.ExplainNotices, [], kept.Calendar)];

    /// <summary>Null when the wake is about no notice of the record.</summary>
    public static ReminderEvent.NoticesGiven? Due(ReminderRecord record, string name, Act act, DutyContext context) =>
        record.Reminders.FirstOrDefault(one => one.Notices.Any(notice => notice.Name == name)) is { } reminder
        && NoticeRules.Due(name, reminder.Notices, ReminderObligations.Of(record), _ => reminder.ExplainBy, act.At, context.Calendar) is { } given
            ? new(act, reminder.No, given)
            : null;

    public static IEnumerable<Effect> Effects(ReminderRecord record, FormalReminder reminder, ReminderEvent.NoticesGiven happened) =>
        happened.Given.Told.Select(notice => new Effect.Notify(
            new Audience.Alone(record.Person!.Value),
            new DueNotice(
                happened.Given.IdOf(record.Id, notice),
                record.Id,
                happened.Given.Target,
                notice.Days == 0 ? "n.due.explain.today" : "n.due.explain",
                [
                    new("fact", Text: reminder.Fact.Title),
                    new("due", Moment: happened.Given.Due),
                    .. notice.Days == 0 ? [] : new[] { new NoticeValue("n", Number: happened.Given.WorkingDays) },
                ],
                GivenAt: happened.Act.At
            )
        ));
}
