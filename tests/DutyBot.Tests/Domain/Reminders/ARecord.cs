using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Specs;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Domain.Reminders.ReminderCommand;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Reminders;

/// <summary>
/// Histories of the reminders of the head of Planning: the director issues the first on Mon 09/11/2026 at 09:00, which is delivered a minute later
/// and may be explained until 24:00 of Mon 16/11/2026.
/// </summary>
internal static class ARecord
{
    public const string Basis = "Khoản 2 Điều 8 Quy chế làm việc của Sở";
    public const string Text = "Nhiệm vụ đã quá thời hạn mà chưa có báo cáo kết quả.";
    public const string Explanation = "Số liệu của hai cụm công nghiệp chậm được cung cấp.";
    public const string Advice = "Đề nghị tiếp tục bố trí công việc hiện nay và theo dõi thêm.";

    public static readonly PersonId Person = HeadOfPlanning;
    public static readonly DutyId Id = DutyId.OfReminders(Person);

    public static ImmutableArray<ReminderEvent> Empty => [];

    /// <summary>A fact of its own for each number.</summary>
    public static ReminderFact Fact(int no) =>
        new(no == 1 ? ATask.Id : DutyId.Parse($"NV-2026-0000{no}"), Planning, ATask.Draft.Work, EndOf(NovDay(5)));

    public static Issue IssueOf(int fact = 1, Act? act = null, PersonId? person = null) =>
        new(act ?? Director.At(Nov(9)), person ?? Person, Fact(fact), Basis, Text);

    public static RecordDelivered Arrives(int no, Instant at) => new(Act.OfSystem(at), $"reminder:{no}");

    public static RecordNotDelivered DoesNotArrive(int no, Instant at) => new(Act.OfSystem(at), $"reminder:{no}", "no address");

    public static PassDeadline Pass(int no, Instant at) => new(Act.OfSystem(at), ReminderObligations.Explain(no));

    public static ImmutableArray<ReminderEvent> Issued() => Empty.After(IssueOf());

    public static ImmutableArray<ReminderEvent> IssuedByOffice() =>
        Empty.After(IssueOf(act: HeadOfOffice.At(Nov(9))), Arrives(1, Nov(9, 9, 1)), new Explain(Person.At(Nov(10)), 1, Explanation));

    public static ImmutableArray<ReminderEvent> Delivered() => Issued().After(Arrives(1, Nov(9, 9, 1)));

    /// <summary>The person was told on Fri 13/11 that one working day is left to explain.</summary>
    public static ImmutableArray<ReminderEvent> NoticeGiven() =>
        Delivered().After(new PassDeadline(Act.OfSystem(Nov(13, 8)), $"notice:{ReminderObligations.Explain(1)}:-1"));

    /// <summary>Wednesday became a day off on the Tuesday after the delivery.</summary>
    public static ImmutableArray<ReminderEvent> TermRecounted() =>
        [.. Delivered(), .. Spec.Given(Delivered()).In(WithDayOff(NovDay(11))).When(new RecountTerms(HeadOfOffice.At(Nov(10, 15)))).Accepted];

    public static ImmutableArray<ReminderEvent> NotDelivered() => Issued().After(DoesNotArrive(1, Nov(9, 9, 5)));

    public static ImmutableArray<ReminderEvent> InDoubt() => Issued().After(DoesNotArrive(1, Nov(9, 9, 5)) with { Why = "outcome unknown" });

    public static ImmutableArray<ReminderEvent> SentAgain() => NotDelivered().After(new SendAgain(Director.At(Nov(9, 10)), 1));

    public static ImmutableArray<ReminderEvent> Explained() => Delivered().After(new Explain(Person.At(Nov(10)), 1, Explanation));

    public static ImmutableArray<ReminderEvent> Upheld() => Explained().After(new Uphold(Director.At(Nov(11)), 1, Texts.Reason));

    public static ImmutableArray<ReminderEvent> Lapsed() => Delivered().After(Pass(1, Nov(17, 0)));

    public static ImmutableArray<ReminderEvent> Withdrawn() => Explained().After(new Withdraw(Director.At(Nov(11)), 1, Texts.Reason));

    public static ImmutableArray<ReminderEvent> WithdrawnUndelivered() =>
        NotDelivered().After(new Withdraw(Director.At(Nov(9, 10)), 1, Texts.Reason));

    /// <summary>Two that count.</summary>
    public static ImmutableArray<ReminderEvent> Two() => Explained().And(2, Nov(11));

    /// <summary>Three that count, and so a review file.</summary>
    public static ImmutableArray<ReminderEvent> Proposed() => Two().And(3, Nov(12));

    public static ImmutableArray<ReminderEvent> LoadRecorded() =>
        Proposed().After(new RecordLoad(Act.OfSystem(Nov(12, 9, 2)), 1, new Workload(Led: 12, LedOverdue: 4, Carried: 3, CarriedOverdue: 0)));

    /// <summary>The deputy director, who decides in the director's place, has left.</summary>
    public static ImmutableArray<ReminderEvent> AskedAnew() =>
        [
            .. OfLeader(),
            .. Spec.Given(OfLeader())
                .In(After(Left(Deputy, Leadership, DutyBot.Domain.Organisations.Position.Deputy, NovDay(12))))
                .When(new AskAnew(Act.OfSystem(Nov(13))))
                .Accepted,
        ];

    public static ImmutableArray<ReminderEvent> Advised() => Proposed().After(new Advise(Personnel.At(Nov(13)), 1, Advice));

    public static ImmutableArray<ReminderEvent> Concluded() =>
        Advised().After(new Conclude(Director.At(Nov(13, 10)), 1, ReviewOutcome.NoTransfer, Texts.Reason));

    public static ImmutableArray<ReminderEvent> Dismissed() => Advised().After(new Withdraw(Director.At(Nov(13, 10)), 2, Texts.Reason));

    /// <summary>The director was reminded three times by the head of the Office.</summary>
    public static ImmutableArray<ReminderEvent> OfLeader() =>
        Enumerable.Range(1, 3).Aggregate(Empty, (so, no) => so.And(no, Nov(8 + no), HeadOfOffice, Director));

    /// <summary>One more, issued and delivered.</summary>
    public static ImmutableArray<ReminderEvent> And(
        this ImmutableArray<ReminderEvent> past,
        int fact,
        Instant at,
        PersonId? issuer = null,
        PersonId? person = null
    ) =>
        past.After(
            IssueOf(fact, (issuer ?? Director).At(at), person),
            Arrives(past.OfType<ReminderEvent.Issued>().Count() + 1, at + Duration.FromMinutes(1))
        );
}
