using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Consultations;

public enum RoundPhase
{
    NotOpened,
    Open,
    Closed,
    Cancelled,
}

/// <summary>One round of asking other units about a task (R-32…R-41), as its history has made it.</summary>
public sealed record Consultation
{
    public static Consultation NotOpened { get; } = new();

    public DutyId Id { get; init; }

    public RoundPhase Phase { get; init; }

    /// <summary>Null until opened; stays null when the task was cancelled before.</summary>
    public ConsultationOpening? Opening { get; init; }

    /// <summary>Who leads the round now; <see cref="Opening"/> says who opened it.</summary>
    public UnitId LeadUnit { get; init; }

    public Instant OpenedAt { get; init; }

    public Instant ReturnBy { get; init; }

    public Instant PapersBy { get; init; }

    public ImmutableArray<ConsultationItem> Items { get; init; } = [];

    public ImmutableArray<OpinionResolution> Resolutions { get; init; } = [];

    /// <summary>Those that are still to be given.</summary>
    public ImmutableArray<PlannedNotice> Notices { get; init; } = [];

    public string? CancelReason { get; init; }

    /// <summary>What somebody was asked, without those that are asked through another unit.</summary>
    public IEnumerable<ConsultationItem> Asked => Items.Where(i => i.Phase != ItemPhase.Merged);

    public ConsultationItem? Item(UnitId unit) => Items.FirstOrDefault(i => i.Unit == unit);

    public OpinionResolution? ResolutionOf(UnitId unit, int no) => Resolutions.FirstOrDefault(r => r.Unit == unit && r.No == no);

    /// <summary>Answers that need <i>tiếp thu</i> or <i>giải trình</i> before the round may close, and have neither.</summary>
    public IEnumerable<(UnitId Unit, int No)> Unresolved =>
        from item in Items
        where item.Phase == ItemPhase.Answered
        from answer in item.Opinion!.Content.Answers
        where answer.Stance is Stance.Disagree or Stance.AgreeWithChanges && ResolutionOf(item.Unit, answer.No) is null
        select (item.Unit, answer.No);

    /// <summary>Units that disagree on a question where the lead explained instead of adopting .</summary>
    public ImmutableArray<UnitId> DisagreeingUnits =>
        [
            .. Items
                .Where(i =>
                    i.Opinion is { } opinion
                    && opinion.Content.Answers.Any(a => a.Stance == Stance.Disagree && ResolutionOf(i.Unit, a.No) is { Kind: ResolutionKind.Explain })
                )
                .Select(i => i.Unit),
        ];

    /// <summary>Never fails: an event is what has happened.</summary>
    public static Consultation Evolve(Consultation round, ConsultationEvent happened) =>
        happened switch
        {
            ConsultationEvent.Opened e => Apply(e),
            ConsultationEvent.DraftSaved e => round.With(
                e.Unit,
                i => i with { Phase = i.Phase == ItemPhase.Requested ? ItemPhase.Drafting : i.Phase, Draft = e.Draft, Drafter = e.Act.By }
            ),
            ConsultationEvent.AnswerIssued e => round.With(
                e.Unit,
                i => i with { Phase = ItemPhase.Answered, Opinion = new Opinion(e.Answer, e.Act, e.LateWorkingDays), Draft = null }
            ),
            ConsultationEvent.ItemReturned e => round.With(e.Unit, i => i with { Phase = ItemPhase.Returned, Return = e.Request }),
            ConsultationEvent.ReturnRejected e => round
                .With(e.Unit, i => i with { ReturnWasRejected = true, CountedReply = CountedReply.OneMoreDay(i.ReplyBy, e.Act.At) })
                .Anew(e.Unit, e.ReplyBy, e.NonResponseAt, e.Notices),
            ConsultationEvent.PapersAsked e => round.With(e.Unit, i => i with { Phase = ItemPhase.AwaitingPapers, PapersAsked = e.What }),
            ConsultationEvent.PapersSupplied e => round
                .With(
                    e.Unit,
                    i => i with { PapersSupplied = e.Papers, CountedReply = e.WorkingDays is { } days ? new CountedReply(e.Act.At, days) : null }
                )
                .Anew(e.Unit, e.ReplyBy, e.NonResponseAt, e.Notices),
            ConsultationEvent.NoticesGiven e => round with { Notices = round.Notices.Without(e.Given) },
            ConsultationEvent.NoticesRescheduled e => round with { Notices = e.Notices },
            ConsultationEvent.SentBack e => round.SentBack(e),
            ConsultationEvent.OpinionResolved e => round with
            {
                Resolutions = [.. round.Resolutions.Where(r => r.Unit != e.Resolution.Unit || r.No != e.Resolution.No), e.Resolution],
            },
            ConsultationEvent.ReplyOverdue e => round.With(e.Unit, i => i with { Phase = ItemPhase.Overdue }),
            ConsultationEvent.NonResponseRecorded e => round.With(
                e.Unit,
                i => i with { Phase = ItemPhase.NonResponse, DidNotRespond = true, DeemedAgreed = e.DeemedAgreed }
            ),
            ConsultationEvent.UnitSucceeded { AsLead: true } e => round with
            {
                LeadUnit = e.To,
                // The unit that leads now does not ask itself.
                Items = [.. round.Items.Select(i => i.Unit == e.To && round.MayPass(i) ? Merged(i, e.To) : i)],
            },
            ConsultationEvent.UnitSucceeded e => round with
            {
                Items = [.. round.Items.SelectMany(i => round.Succeeded(i, e))],
                Notices = ReplyNotices.Passed(round.Notices, e),
            },
            ConsultationEvent.TermsRecounted e => e.Terms.Aggregate(round, (so, moved) => Apply(so, moved, e.Notices)),
            ConsultationEvent.Closed => round with { Phase = RoundPhase.Closed },
            ConsultationEvent.Cancelled e => round with
            {
                Phase = RoundPhase.Cancelled,
                CancelReason = e.Reason,
                Items = [.. round.Items.Select(i => i.IsOpen ? i with { Phase = ItemPhase.Cancelled } : i)],
            },
            _ => round,
        };

    private static Consultation Apply(Consultation round, RecountedTerm moved, IReadOnlyList<PlannedNotice>? notices) =>
        (moved.Term, moved.Unit) switch
        {
            (RelativeTerm.Return, _) => round with { ReturnBy = moved.New },
            (RelativeTerm.AskPapers, _) => round with { PapersBy = moved.New },
            (RelativeTerm.Reply, { } unit) => round.With(unit, i => i with { ReplyBy = moved.New }) with
            {
                Notices = round.Notices.Renewed(
                    ConsultationObligations.Reply(unit),
                    notices?.Where(notice => notice.Target == ConsultationObligations.Reply(unit))
                ),
            },
            (RelativeTerm.NonResponse, { } unit) => round.With(unit, i => i with { NonResponseAt = moved.New }),
            _ => round,
        };

    private static Consultation Apply(ConsultationEvent.Opened e) =>
        new()
        {
            Id = e.Consultation,
            Phase = RoundPhase.Open,
            Opening = e.Opening,
            LeadUnit = e.Opening.LeadUnit,
            OpenedAt = e.Act.At,
            ReturnBy = e.ReturnBy,
            PapersBy = e.PapersBy,
            Items = [.. e.Opening.Units.Select(u => new ConsultationItem(u.Unit, u.Why, e.Opening.ReplyBy, e.NonResponseAt))],
            Notices = [.. e.Notices ?? []],
        };

    // The unit has a term again.
    private Consultation Anew(UnitId unit, Instant replyBy, Instant nonResponseAt, IReadOnlyList<PlannedNotice>? notices) =>
        With(unit, i => i with { Phase = ItemPhase.Requested, ReplyBy = replyBy, NonResponseAt = nonResponseAt }) with
        {
            Notices = Notices.Renewed(ConsultationObligations.Reply(unit), notices),
        };

    // What was said before is kept in the history; what counts is the new answer, so earlier resolutions of it no longer hold.
    private Consultation SentBack(ConsultationEvent.SentBack e) =>
        With(
            e.Unit,
            i =>
                i with
                {
                    Phase = ItemPhase.SentBack,
                    Draft = i.Opinion?.Content,
                    Opinion = null,
                    SentBackCount = i.SentBackCount + 1,
                    SentBackBecause = e.Reason,
                    CountedReply = new(e.Act.At, 1),
                    ReplyBy = e.ReplyBy,
                    NonResponseAt = e.NonResponseAt,
                }
        ) with
        {
            Resolutions = [.. Resolutions.Where(r => r.Unit != e.Unit)],
            Notices = Notices.Renewed(ConsultationObligations.Reply(e.Unit), e.Notices),
        };

    /// <summary>Something may still be asked of the unit in this item: an answer, or one after a leader has judged its return.</summary>
    internal bool MayPass(ConsultationItem item) => item.IsOpen || (item.Phase == ItemPhase.Returned && Phase == RoundPhase.Open);

    // The old unit's item stays in the record; what is still to be done about it is an item of the new unit, with the same date and draft.
    private IEnumerable<ConsultationItem> Succeeded(ConsultationItem item, ConsultationEvent.UnitSucceeded e)
    {
        if (item.Unit != e.From || !MayPass(item))
        {
            return [item];
        }

        var passed = item with { PassedOnAt = e.Act.At };
        return LeadUnit == e.To || Item(e.To) is not null ? [Merged(passed, e.To)] : [Merged(passed, e.To), passed with { Unit = e.To }];
    }

    private static ConsultationItem Merged(ConsultationItem item, UnitId into) =>
        item with
        {
            Phase = ItemPhase.Merged,
            MergedInto = into,
            Draft = null,
        };

    private Consultation With(UnitId unit, Func<ConsultationItem, ConsultationItem> change) =>
        this with
        {
            Items = [.. Items.Select(i => i.Unit == unit ? change(i) : i)],
        };
}
