using System.Collections.Immutable;
using DutyBot.Domain.Calendar;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Documents;
using NodaTime;

namespace DutyBot.Domain.Policies;

/// <summary>What silence of a consulted unit means (<c>consult.silence</c>).</summary>
public enum Silence
{
    RecordNonResponse,
    DeemedAgreement,
}

/// <summary>
/// The settings of <c>docs/rules.md</c> that the rules refer to. Law is data: each set has a legal basis, and a running duty keeps the
/// instants that were computed from the set in force when it started.
/// </summary>
public sealed record Policy
{
    /// <summary>The regulation these values come from; a change without one is refused .</summary>
    public required string LegalBasis { get; init; }

    /// <summary><c>accept.within</c> for ordinary, urgent (Khẩn) and flash (Thượng khẩn, Hỏa tốc) tasks.</summary>
    public Terms AcceptWithin { get; init; } = new(new Term.WorkingDays(1), new Term.WorkingHours(4), new Term.WorkingHours(2));

    /// <summary><c>return.within</c>.</summary>
    public Terms ReturnWithin { get; init; } = new(new Term.WorkingDays(1), new Term.WorkingHours(2), new Term.WorkingHours(2));

    /// <summary><c>leaderDecision.within</c>.</summary>
    public Terms LeaderDecisionWithin { get; init; } = new(new Term.WorkingDays(3), new Term.WorkingHours(4), new Term.WorkingHours(4));

    /// <summary><c>return.maxPerTaskPerUnit</c>.</summary>
    public int MaxReturnsPerUnit { get; init; } = 1;

    /// <summary><c>bounce.alertAt</c>: from this many lead-unit refusals on, the next assignment is final (giao dứt điểm, R-28).</summary>
    public int FinalAssignmentAtReturn { get; init; } = 2;

    /// <summary><c>consult.replyDefault</c>, in working days; used when the asked date is below <see cref="ConsultReplyMinimum"/>.</summary>
    public int ConsultReplyDefault { get; init; } = 5;

    /// <summary>Fewest working days a consulted unit must be given for an ordinary task; urgent tasks may ask for less.</summary>
    public int ConsultReplyMinimum { get; init; } = 1;

    /// <summary>Most working days a consulted unit may be given.</summary>
    public int ConsultReplyMaximum { get; init; } = 15;

    /// <summary>Working days from the passed reply date until silence is recorded as <c>NonResponse</c> (R-39).</summary>
    public int NonResponseAfter { get; init; } = 5;

    public Silence Silence { get; init; } = Silence.RecordNonResponse;

    /// <summary><c>consult.maxSendBack</c>; the new reply date is one working day later .</summary>
    public int MaxSendBack { get; init; } = 1;

    /// <summary>How many units may be asked before a warning is due .</summary>
    public int ManyUnits { get; init; } = 8;

    /// <summary><c>reason.minLength</c>: characters as a reader counts them, after trimming.</summary>
    public int ReasonMinLength { get; init; } = 30;

    /// <summary>Fewest characters of a task's title .</summary>
    public int WorkMinLength { get; init; } = 10;

    /// <summary>How many working days the report may follow the completion .</summary>
    public int ReportAfterCompletion { get; init; } = 5;

    /// <summary>A deadline that leaves less than this part of the norm of its category, in per cent, has to be confirmed .</summary>
    public int ShortTermPercent { get; init; } = 50;

    /// <summary><c>notice.task</c>: working days before a completion deadline on which a notice is given, 0 for the day itself .</summary>
    public ImmutableArray<int> TaskNotices { get; init; } = [5, 3, 1, 0];

    /// <summary><c>notice.report</c>.</summary>
    public ImmutableArray<int> ReportNotices { get; init; } = [3, 1];

    /// <summary><c>notice.reply</c>: before the answer of a consulted unit is due.</summary>
    public ImmutableArray<int> ReplyNotices { get; init; } = [3, 1, 0];

    /// <summary><c>notice.decision</c>: before a leader's decision is due .</summary>
    public ImmutableArray<int> DecisionNotices { get; init; } = [1, 0];

    /// <summary><c>notice.campaign</c>: before the tasks of a unit are to be marked in a review campaign .</summary>
    public ImmutableArray<int> CampaignNotices { get; init; } = [1, 0];

    /// <summary><c>overdue.ladder</c>: working days after a completion deadline; each rung is told once and goes further up .</summary>
    public ImmutableArray<int> OverdueLadder { get; init; } = [1, 3, 5, 10];

    /// <summary>Most options of a proposal .</summary>
    public int MaxOptions { get; init; } = 5;

    /// <summary>How often a leader may send a proposal back for more work before deciding (1.4.6).</summary>
    public int MaxReturnsForWork { get; init; } = 2;

    /// <summary><c>clock.workHours</c>.</summary>
    public WorkHours WorkHours { get; init; } = WorkHours.Default;

    /// <summary><c>reminder.window</c>: over which time formal reminders are counted .</summary>
    public ReminderWindow ReminderWindow { get; init; } = ReminderWindow.CalendarYear;

    /// <summary><c>reminder.threshold</c>: how many formal reminders in the window open a review file .</summary>
    public int ReminderThreshold { get; init; } = 3;

    /// <summary><c>explain.within</c>: working days from the delivery of a formal reminder in which the person may explain .</summary>
    public int ExplainWithin { get; init; } = 5;

    /// <summary><c>reach.checkAt</c>: when on a working day whether everybody can be reached is checked, by the office's clock .</summary>
    public LocalTime ReachCheckAt { get; init; } = new(7, 30);

    /// <summary><c>backlog.tellAt</c>: when on the first working day of a week the heads are told of their backlog, by the office's clock .</summary>
    public LocalTime BacklogAt { get; init; } = new(8, 0);

    /// <summary>Phrases that say nothing by themselves (3.5).</summary>
    public GenericPhrases GenericPhrases { get; init; } = GenericPhrases.Default;

    /// <summary>The values of <c>docs/rules.md</c> until an office sets its own.</summary>
    public static Policy Default { get; } = new() { LegalBasis = "Giá trị mặc định của DutyBot; cơ quan thay bằng quy chế làm việc của mình" };
}

/// <summary>A term by urgency: ordinary, urgent (Khẩn), and flash (Thượng khẩn, Hỏa tốc).</summary>
public sealed record Terms(Term Normal, Term Urgent, Term Flash)
{
    public Term For(Urgency urgency) =>
        urgency switch
        {
            Urgency.Normal => Normal,
            Urgency.Urgent => Urgent,
            _ => Flash,
        };
}
