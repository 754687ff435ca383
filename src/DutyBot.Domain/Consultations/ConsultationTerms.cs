using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Consultations;

/// <summary>
/// The terms of a round that were counted: to return it, to ask for papers, to answer anew, and until silence is recorded. The date that the lead
/// asked for is a date.
/// </summary>
public static class ConsultationTerms
{
    /// <summary>What would move if the running terms were counted with the calendar as it is now, by the settings of their start .</summary>
    public static ImmutableArray<RecountedTerm> Moved(Consultation round, Instant now, DutyContext context)
    {
        if (round.Phase is not (RoundPhase.Open or RoundPhase.Closed))
        {
            return [];
        }

        var inForce = context.StartedAt(round.OpenedAt);
        return [.. OfRound(round, now, inForce).Concat(round.Items.SelectMany(item => OfItem(round, item, now, inForce))).OfType<RecountedTerm>()];
    }

    /// <summary>How many notices before its dates would have another time, or lose it, by the calendar as it is now (D-05).</summary>
    public static int MovedNotices(Consultation round, DutyContext context) =>
        round.Notices.MovedIn(ReplyNotices.Rescheduled(round, context.StartedAt(round.OpenedAt)));

    private static IEnumerable<RecountedTerm?> OfRound(Consultation round, Instant now, DutyContext context)
    {
        if (round.Phase == RoundPhase.Open && round.Items.Any(i => i.Phase is ItemPhase.Requested or ItemPhase.Drafting))
        {
            var toReturn = context.Policy.ReturnWithin.For(round.Opening!.Urgency).From(round.OpenedAt, context.Calendar);
            yield return RecountedTerm.Of(RelativeTerm.Return, null, round.ReturnBy, toReturn, now);
            var toAsk = new Term.WorkingDays(1).From(round.OpenedAt, context.Calendar);
            yield return RecountedTerm.Of(RelativeTerm.AskPapers, null, round.PapersBy, toAsk, now);
        }
    }

    private static IEnumerable<RecountedTerm?> OfItem(Consultation round, ConsultationItem item, Instant now, DutyContext context)
    {
        var answers = round.Phase == RoundPhase.Open && item.Phase is ItemPhase.Requested or ItemPhase.Drafting or ItemPhase.SentBack;
        if (!answers && item.Phase != ItemPhase.Overdue)
        {
            yield break;
        }

        var reply =
            answers && item.CountedReply is { } counted
                ? RecountedTerm.Of(RelativeTerm.Reply, item.Unit, item.ReplyBy, counted.From(context.Calendar), now)
                : null;
        yield return reply;
        var silence = ConsultationDecider.NonResponseAt(context.Calendar.DayOfDeadline(reply?.New ?? item.ReplyBy), context);
        yield return RecountedTerm.Of(RelativeTerm.NonResponse, item.Unit, item.NonResponseAt, silence, now);
    }
}

/// <summary>A date of an answer that was counted and not given.</summary>
/// <param name="After">An instant of the day that is not counted (UTC).</param>
public sealed record CountedReply(Instant After, int WorkingDays)
{
    /// <summary>One more day after the last one the unit had anyway.</summary>
    public static CountedReply OneMoreDay(Instant replyBy, Instant at) => new(Instant.Max(replyBy - Duration.Epsilon, at), 1);

    public Instant From(WorkingCalendar calendar) => new Term.WorkingDays(WorkingDays).From(After, calendar);
}
