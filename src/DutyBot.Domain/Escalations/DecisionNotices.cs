using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Escalations;

/// <summary>The notices before a leader's decision is due (R-31, 1.7): planned at each submission, given by the clock.</summary>
internal static class DecisionNotices
{
    public static ImmutableArray<PlannedNotice> Of(Act act, Instant decideBy, DutyContext context) =>
        [.. NoticePlan.Of(EscalationObligations.Decide, act.At, decideBy, context.Policy.DecisionNotices, [], context.Calendar)];

    /// <summary>The plan as the calendar counts it now: before the deadline of the task, which bounds the term, the days are others (D-05).</summary>
    public static ImmutableArray<PlannedNotice> Rescheduled(Escalation escalation, DutyContext context) =>
        escalation.SubmittedBy is { } submitted
            ? escalation.Notices.Rescheduled(
                EscalationObligations.Decide,
                Of(submitted, escalation.DecideBy, context.StartedAt(escalation.TermSettingsOf))
            )
            : escalation.Notices;

    /// <summary>Null when the wake is about no notice of the escalation.</summary>
    public static GivenNotices? Due(Escalation escalation, string name, Instant now, DutyContext context) =>
        NoticeRules.Due(name, escalation.Notices, EscalationObligations.Of(escalation), _ => escalation.DecideBy, now, context.Calendar);

    public static IEnumerable<Effect> Effects(Escalation escalation, GivenNotices given, Instant at, Audience decider) =>
        given.Told.Select(notice => new Effect.Notify(
            decider,
            new DueNotice(
                given.IdOf(escalation.Id, notice),
                escalation.Id,
                given.Target,
                notice.Days == 0 ? "n.due.decision.today" : "n.due.decision",
                [
                    new("task", Text: escalation.Opening!.TaskTitle),
                    new("due", Moment: given.Due),
                    .. notice.Days == 0 ? [] : new[] { new NoticeValue("n", Number: given.WorkingDays) },
                    new("unit", Unit: escalation.LeadUnit),
                ],
                escalation.Opening.Urgency != Urgency.Normal,
                at,
                escalation.Opening.Urgency
            )
        ));
}
