using System.Collections.Immutable;
using DutyBot.Domain;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Tests.Domain.Consultations;
using DutyBot.Tests.Domain.Escalations;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.SampleOffice;
using static DutyBot.Tests.Domain.Specs.Spec;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Domain.Specs;

/// <summary>Histories in which the clock has given every notice that was planned, each at its time.</summary>
internal static class Noticed
{
    /// <summary>Nobody accepts the task, and then nobody finishes it.</summary>
    public static ImmutableArray<TaskEvent> Task { get; } =
        AllOf(Issued, past => Given(past).Obligations, (past, name, at) => past.After(ATask.Pass(name, at)));

    // With a notice on the day of the report as well.
    private static ImmutableArray<TaskEvent> Issued =>
        Given(ATask.NotIssued).In(With(Context.Policy with { ReportNotices = [3, 1, 0] })).When(ATask.IssueOf(ATask.Draft)).Accepted;

    /// <summary>A task from before there were notices.</summary>
    public static ImmutableArray<TaskEvent> WithoutPlan { get; } =
        ATask.Accepted().SetItem(0, ((TaskEvent.Issued)ATask.Accepted()[0]) with { Notices = null });

    public static ImmutableArray<ConsultationEvent> Round { get; } =
        AllOf(ARound.Opened(), past => Given(past).Obligations, (past, name, at) => past.After(ARound.Pass(name, at)));

    public static ImmutableArray<EscalationEvent> Escalation { get; } =
        AllOf(
            AnEscalation.Submitted(),
            past => Given(past).Obligations,
            (past, name, at) => past.After(new EscalationCommand.PassDeadline(Act.OfSystem(at), name))
        );

    /// <summary>A reminder whose term to explain ends in silence, with a notice on its last day as well.</summary>
    public static ImmutableArray<ReminderEvent> Record { get; } =
        AllOf(
            [.. ARecord.Issued(), .. Given(ARecord.Issued()).In(OnTheDay).When(ARecord.Arrives(1, Nov(9, 9, 1))).Accepted],
            past => Given(past).Obligations,
            (past, name, at) => past.After(new ReminderCommand.PassDeadline(Act.OfSystem(at), name))
        );

    private static DutyContext OnTheDay => With(Policy.Default with { ExplainNotices = [1, 0] });

    public static DueNotice Notice { get; } = Effects.OfType<Effect.Notify>().First().Notice;

    private static MissedLetter Letter => new(ATask.Id, "0000000001-00");

    public static ImmutableArray<InboxEvent> Inbox =>
        [
            new InboxEvent.NoticeReceived(Act.OfSystem(Nov(10)), HeadOfPlanning, Notice, Nov(10, 9, 3)),
            new InboxEvent.NoticesBrought(Act.OfSystem(Nov(10, 9, 3)), [Notice], Digest: false),
            new InboxEvent.NoticesLeftOut(Act.OfSystem(Nov(10, 9, 3)), [new LeftOutNotice(Notice.Id, LeftOutBecause.Met)]),
            new InboxEvent.BacklogReceived(Act.OfSystem(Nov(16, 8)), HeadOfPlanning, NovDay(16)),
            new InboxEvent.LetterMissed(Act.OfSystem(Nov(16, 9)), HeadOfPlanning, Letter, ComesAgain: true, Nov(16, 9)),
            new InboxEvent.LetterMissed(Act.OfSystem(Nov(16, 10)), HeadOfPlanning, Letter, ComesAgain: false, SendForAt: null),
            new InboxEvent.SentFor(Act.OfSystem(Nov(16, 9)), NovDay(16), SentThrough.Channel),
            new InboxEvent.HeardFrom(Act.OfSystem(Nov(16, 11)), [Letter]),
        ];

    /// <summary>What all of them do.</summary>
    public static IReadOnlyList<Effect> Effects =>
        [
            .. EffectsOf(Task, past => Given(past).LastEffects),
            .. EffectsOf(Round, past => Given(past).LastEffects),
            .. EffectsOf(Escalation, past => Given(past).LastEffects),
            .. EffectsOf(Record, past => Given(past).LastEffects),
            new Effect.Remind(HeadOfPlanning, [new DueNotice("id", ATask.Id, TaskObligations.Complete, "n.due.task", [])]),
        ];

    private static IEnumerable<Effect> EffectsOf<TEvent>(ImmutableArray<TEvent> past, Func<ImmutableArray<TEvent>, IEnumerable<Effect>> effects) =>
        Enumerable.Range(1, past.Length).SelectMany(n => effects([.. past[..n]]));

    // The clock: whatever falls due first, until nothing does.
    private static ImmutableArray<TEvent> AllOf<TEvent>(
        ImmutableArray<TEvent> past,
        Func<ImmutableArray<TEvent>, IReadOnlyList<Obligation>> obligations,
        Func<ImmutableArray<TEvent>, string, Instant, ImmutableArray<TEvent>> pass
    )
    {
        while (obligations(past).Where(o => o.Due is not null).MinBy(o => o.Due) is { Due: { } due } next)
        {
            past = pass(past, next.Name, due);
        }

        return past;
    }
}
