using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;

namespace DutyBot.Domain.Consultations;

/// <summary>
/// Decides what may happen in a round: one arm per legal transition of <c>docs/rules.md</c>, anything else is refused. A command
/// that repeats what already happened changes nothing.
/// </summary>
public static class ConsultationDecider
{
    private static readonly Problem Stale = new("E-STALE");

    public static Decision<ConsultationEvent> Decide(Consultation round, ConsultationCommand command, DutyContext context) =>
        InForce(round, command, round.Phase == RoundPhase.NotOpened ? context : context.StartedAt(round.OpenedAt));

    private static Decision<ConsultationEvent> InForce(Consultation round, ConsultationCommand command, DutyContext context) =>
        (round.Phase, command) switch
        {
            (_, SucceedUnit c) => SuccessionRules.Decide(round, c, context),
            (_, RecountTerms c) => Decide(round, c, context),
            (RoundPhase.NotOpened, Open c) => Opened(c, context),
            // Messages between duties may overtake each other: a round whose task was cancelled before it could open stays shut.
            (RoundPhase.NotOpened, Cancel { Act.By: null } c) => new Cancelled(c.Act, c.Reason),
            (RoundPhase.Cancelled, Open) when round.Opening is null => Decision<ConsultationEvent>.Nothing,
            (_, Open c) => Repeats(round.Opening?.Task == c.Opening.Task),
            (RoundPhase.NotOpened, _) => Stale,

            (RoundPhase.Open, SaveDraft c) => Decide(round, c, context),
            // An answer after the close is attached to the closed round; it does not open it again.
            (RoundPhase.Open or RoundPhase.Closed, IssueAnswer c) => Decide(round, c, context),
            (RoundPhase.Open, Return c) => Decide(round, c, context),
            (RoundPhase.Open, RejectReturn c) => Decide(round, c, context),
            (RoundPhase.Open, AskPapers c) => PapersRules.Decide(round, c, context),
            (RoundPhase.Open, SupplyPapers c) => PapersRules.Decide(round, c, context),
            (RoundPhase.Open, SendBack c) => Decide(round, c, context),
            (RoundPhase.Open, Resolve c) => ClosingRules.Decide(round, c, context),
            (RoundPhase.Open, Close c) => ClosingRules.Decide(round, c, context),
            (RoundPhase.Closed, Close c) => Repeats(context.Permits(c, round, out _, out _)),

            (RoundPhase.Open, Cancel c) => Decide(round, c, context),
            (RoundPhase.Cancelled, Cancel) or (RoundPhase.Closed, Cancel { Act.By: null }) => Decision<ConsultationEvent>.Nothing,
            (_, PassDeadline c) => Decide(round, c, context),
            _ => Stale,
        };

    private static Decision<ConsultationEvent> Repeats(bool sameAct) => sameAct ? Decision<ConsultationEvent>.Nothing : Stale;

    private static Opened Opened(Open command, DutyContext context)
    {
        var opening = command.Opening;
        return new(
            command.Act,
            command.Consultation,
            opening,
            context.Policy.ReturnWithin.For(opening.Urgency).From(command.Act.At, context.Calendar),
            new Term.WorkingDays(1).From(command.Act.At, context.Calendar),
            NonResponseAt(opening.ReplyOn, context),
            [.. opening.Units.SelectMany(u => ReplyNotices.Of(u.Unit, command.Act.At, opening.ReplyBy, context))]
        );
    }

    internal static Instant NonResponseAt(LocalDate replyOn, DutyContext context) =>
        context.Calendar.EndOfDay(context.Calendar.AddWorkingDays(replyOn, context.Policy.NonResponseAfter));

    private static Decision<ConsultationEvent> Decide(Consultation round, SaveDraft command, DutyContext context) =>
        round.Item(command.Unit) is not { CanAnswer: true } item ? Stale
        : !context.Permits(command, round, out var act, out var refusal) ? refusal
        : AnswerRules.HasSecrets(command.Draft) ? new Problem("E-SECRET")
        : AnswerRules.Tidy(round, command.Draft) is var draft && draft.SaysTheSameAs(item.Draft) && item.Drafter == act.By
            ? Decision<ConsultationEvent>.Nothing
        : new DraftSaved(act, item.Unit, draft, !context.Permits(new IssueAnswer(act, item.Unit, draft), round, out _, out _));

    private static Decision<ConsultationEvent> Decide(Consultation round, IssueAnswer command, DutyContext context)
    {
        if (round.Item(command.Unit) is not { } item)
        {
            return Stale;
        }

        if (!context.Permits(command, round, out var act, out var refusal))
        {
            return refusal;
        }

        var answer = AnswerRules.Tidy(round, command.Answer);
        if (!item.CanAnswer)
        {
            return Repeats(item.Opinion?.Act.By == act.By && answer.SaysTheSameAs(item.Opinion?.Content));
        }

        var problems = AnswerRules.Check(round, item.Unit, answer, context);
        return problems.Count > 0
            ? Decision<ConsultationEvent>.Reject(problems)
            : new AnswerIssued(act, item.Unit, answer, context.Calendar.WorkingDaysLate(item.ReplyBy, act.At));
    }

    private static Decision<ConsultationEvent> Decide(Consultation round, Return command, DutyContext context)
    {
        if (round.Item(command.Unit) is not { } item)
        {
            return Stale;
        }

        if (!context.Permits(command, round, out var act, out var refusal))
        {
            return refusal;
        }

        if (item.Phase == ItemPhase.Returned)
        {
            return Repeats(item.Return?.Act.By == act.By);
        }

        if (item.ReturnWasRejected)
        {
            return new Problem("E-RETURNED-BEFORE");
        }

        if (item.Phase is not (ItemPhase.Requested or ItemPhase.Drafting) || WorkingCalendar.IsLate(round.ReturnBy, act.At))
        {
            return new Problem("E-RETURN-TOO-LATE", null, ("term", round.ReturnBy));
        }

        var (request, problems) = ReturnRules.Check(command.Reason, command.CompetentUnit, command.Text, command.Unit, act, context);
        return request is null
            ? Decision<ConsultationEvent>.Reject(problems)
            : new ItemReturned(act, item.Unit, request, Judge(round, item with { Phase = ItemPhase.Returned, Return = request }, act, context));
    }

    private static PersonId? Judge(Consultation round, ConsultationItem returned, Act act, DutyContext context) =>
        context.LineOf(round, returned, act).InsteadOfLeader;

    private static Decision<ConsultationEvent> Decide(Consultation round, RejectReturn command, DutyContext context) =>
        round.Item(command.Unit) is not { Phase: ItemPhase.Returned } item ? Stale
        : !context.Permits(command, round, out var act, out var refusal) ? refusal
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : ReturnRejected(act, item.Unit, command.Reason, OneMoreDay(LastDay(item, act, context), context), context);

    private static Decision<ConsultationEvent> Decide(Consultation round, SendBack command, DutyContext context) =>
        !context.Permits(command, round, out var act, out var refusal) ? refusal
        : !round.Items.Any(i => i.Phase == ItemPhase.Answered) ? Stale
        : command.Unit is not { } unit ? new Problem("E-NO-UNIT", "unit")
        : round.Item(unit) is not { Phase: ItemPhase.Answered } item ? Stale
        // What a unit that has ended said stays as it was said, and is not asked again (D-04).
        : !context.Organisation.IsActive(unit, context.DateOf(act)) ? UnitRules.NotReachable(unit, "unit", context.DateOf(act), context)!
        : item.SentBackCount >= context.Policy.MaxSendBack ? new Problem("E-SENT-BACK-BEFORE", "unit")
        : context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : SentBack(act, item.Unit, command.Reason, OneMoreDay(context.DateOf(act), context), context);

    private static ReturnRejected ReturnRejected(
        Act act,
        UnitId unit,
        string reason,
        (Instant ReplyBy, Instant NonResponseAt) until,
        DutyContext context
    ) => new(act, unit, reason.Trim(), until.ReplyBy, until.NonResponseAt, ReplyNotices.Of(unit, act.At, until.ReplyBy, context));

    private static SentBack SentBack(Act act, UnitId unit, string reason, (Instant ReplyBy, Instant NonResponseAt) until, DutyContext context) =>
        new(act, unit, reason.Trim(), until.ReplyBy, until.NonResponseAt, ReplyNotices.Of(unit, act.At, until.ReplyBy, context));

    // The day until which the unit had time anyway: while a leader judges its return, its term is not used up.
    private static LocalDate LastDay(ConsultationItem item, Act act, DutyContext context) =>
        LocalDate.Max(context.Calendar.DayOfDeadline(item.ReplyBy), context.DateOf(act));

    private static (Instant ReplyBy, Instant NonResponseAt) OneMoreDay(LocalDate after, DutyContext context)
    {
        var replyOn = context.Calendar.AddWorkingDays(after, 1);
        return (context.Calendar.EndOfDay(replyOn), NonResponseAt(replyOn, context));
    }

    private static Decision<ConsultationEvent> Decide(Consultation round, Cancel command, DutyContext context) =>
        !context.Permits(command, round, out var act, out var refusal) ? refusal
        : act.By is not null && context.NotAReason(command.Reason, "reason") is { } problem ? problem
        : new Cancelled(act, command.Reason.Trim());

    private static Decision<ConsultationEvent> Decide(Consultation round, RecountTerms command, DutyContext context)
    {
        if (!context.Permits(command, round, out var act, out var refusal))
        {
            return refusal;
        }

        var moved = ConsultationTerms.Moved(round, act.At, context);
        ConsultationEvent[] recounted = moved.IsEmpty ? [] : [new TermsRecounted(act, moved, ReplyNotices.Recounted(moved, act, context))];
        var after = recounted.Aggregate(round, Consultation.Evolve);
        return ConsultationTerms.MovedNotices(after, context) == 0
            ? Decision<ConsultationEvent>.Accept(recounted)
            : Decision<ConsultationEvent>.Accept([.. recounted, new NoticesRescheduled(act, ReplyNotices.Rescheduled(after, context))]);
    }

    // The duty's own state says what a wake means: an obligation that is met, moved or not yet due changes nothing.
    private static Decision<ConsultationEvent> Decide(Consultation round, PassDeadline command, DutyContext context)
    {
        if (!context.Permits(command, round, out _, out var refusal))
        {
            return refusal;
        }

        if (ReplyNotices.Due(round, command.Act, command.Obligation, context) is { } given)
        {
            return given;
        }

        var due = ConsultationObligations.Of(round).FirstOrDefault(o => o.Name == command.Obligation && o.Due <= command.Act.At);
        if (due?.Owner.Unit is not { } unit)
        {
            return Decision<ConsultationEvent>.Nothing;
        }

        return due.Name == ConsultationObligations.Reply(unit)
            ? new ReplyOverdue(command.Act, unit)
            : new NonResponseRecorded(
                command.Act,
                unit,
                context.Organisation.HeadOf(unit, context.DateOf(command.Act)),
                context.Policy.Silence == Silence.DeemedAgreement
            );
    }
}
