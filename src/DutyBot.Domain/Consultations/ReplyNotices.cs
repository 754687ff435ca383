using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Effects;
using NodaTime;

namespace DutyBot.Domain.Consultations;

/// <summary>The notices before a consulted unit's answer is due (1.7): planned with its term, given by the clock to its head.</summary>
internal static class ReplyNotices
{
    public static ImmutableArray<PlannedNotice> Of(UnitId unit, Instant start, Instant replyBy, DutyContext context) =>
        [.. NoticePlan.Of(ConsultationObligations.Reply(unit), start, replyBy, context.Policy.ReplyNotices, [], context.Calendar)];

    /// <summary>For the dates of answers that have moved.</summary>
    public static ImmutableArray<PlannedNotice> Recounted(ImmutableArray<RecountedTerm> moved, Act act, DutyContext context) =>
        [
            .. from term in moved
            where term is { Term: RelativeTerm.Reply, Unit: not null }
            from notice in Of(term.Unit!.Value, act.At, term.New, context)
            select notice,
        ];

    /// <summary>The plan as the calendar counts it now: the dates stay, the days before them are others (D-05).</summary>
    /// <param name="kept">With the settings of the opening.</param>
    public static ImmutableArray<PlannedNotice> Rescheduled(Consultation round, DutyContext kept) =>
        round.Items.Aggregate(
            round.Notices,
            (plan, item) => plan.Rescheduled(ConsultationObligations.Reply(item.Unit), Of(item.Unit, round.OpenedAt, item.ReplyBy, kept))
        );

    /// <summary>Null when the wake is about no notice of the round.</summary>
    public static ConsultationEvent.NoticesGiven? Due(Consultation round, Act act, string name, DutyContext context)
    {
        var item = round.Items.FirstOrDefault(i => round.Notices.Any(n => n.Name == name && n.Target == ConsultationObligations.Reply(i.Unit)));
        return
            item is not null
            && NoticeRules.Due(name, round.Notices, ConsultationObligations.Of(round), _ => item.ReplyBy, act.At, context.Calendar) is { } given
            ? new(act, item.Unit, given)
            : null;
    }

    /// <summary>The question goes on with another unit, and so do the notices of its term; a unit that was asked anyway has its own already.</summary>
    public static ImmutableArray<PlannedNotice> Passed(ImmutableArray<PlannedNotice> notices, ConsultationEvent.UnitSucceeded e)
    {
        var (from, to) = (ConsultationObligations.Reply(e.From), ConsultationObligations.Reply(e.To));
        return notices.Any(notice => notice.Target == to)
            ? notices
            : [.. notices.Select(notice => notice.Target == from ? notice with { Target = to } : notice)];
    }

    public static IEnumerable<Effect> Effects(Consultation round, UnitId unit, GivenNotices given, Instant at) =>
        given.Told.Select(notice => new Effect.Notify(
            new Audience.Head(unit),
            new DueNotice(
                given.IdOf(round.Id, notice),
                round.Id,
                given.Target,
                notice.Days == 0 ? "n.due.reply.today" : "n.due.reply",
                [
                    new("task", Text: round.Opening!.TaskTitle),
                    new("due", Moment: given.Due),
                    .. notice.Days == 0 ? [] : new[] { new NoticeValue("n", Number: given.WorkingDays) },
                    new("unit", Unit: round.LeadUnit),
                ],
                round.Opening.Urgency != Urgency.Normal,
                at,
                round.Opening.Urgency
            )
        ));
}
