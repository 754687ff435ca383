using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Calendar;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;

namespace DutyBot.Domain.Consultations;

/// <summary>Missing papers: asked for once and in time, and the clock starts again when they come .</summary>
internal static class PapersRules
{
    public static Decision<ConsultationEvent> Decide(Consultation round, AskPapers command, DutyContext context) =>
        round.Item(command.Unit) is not { Phase: ItemPhase.Requested or ItemPhase.Drafting } item ? new Problem("E-STALE")
        : !context.Permits(command, round, out var act, out var refusal) ? refusal
        : item.PapersAsked is not null ? new Problem("E-PAPERS-ASKED-BEFORE")
        : WorkingCalendar.IsLate(round.PapersBy, act.At) ? new Problem("E-PAPERS-TOO-LATE", null, ("term", round.PapersBy))
        : Wording.NotSaid(command.What, "what", "E-PAPERS-REQUIRED") is { } problem ? problem
        : new PapersAsked(act, item.Unit, command.What.Trim());

    // the clock starts again in full when the dossier is complete.
    public static Decision<ConsultationEvent> Decide(Consultation round, SupplyPapers command, DutyContext context)
    {
        if (round.Item(command.Unit) is not { Phase: ItemPhase.AwaitingPapers } item)
        {
            return new Problem("E-STALE");
        }

        if (!context.Permits(command, round, out var act, out var refusal))
        {
            return refusal;
        }

        if (Wording.NotSaid(command.Papers, "papers", "E-PAPERS-REQUIRED") is { } problem)
        {
            return problem;
        }

        var calendar = context.Calendar;
        var days = calendar.WorkingDaysBetween(calendar.DateOf(round.OpenedAt), round.Opening!.ReplyOn);
        var replyOn = calendar.AddWorkingDays(context.DateOf(act), Math.Max(days, 1));
        var replyBy = calendar.EndOfDay(replyOn);
        var notices = ReplyNotices.Of(item.Unit, act.At, replyBy, context);
        var silentAt = ConsultationDecider.NonResponseAt(replyOn, context);
        return new PapersSupplied(act, item.Unit, command.Papers.Trim(), replyBy, silentAt, notices, Math.Max(days, 1));
    }
}
