using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using DutyBot.Domain.Policies;
using NodaTime;

namespace DutyBot.Domain.Reminders;

/// <summary>
/// All formal reminders of one person and the review files that rest on them, as their history has made them. One history per person, so that
/// the number, "one per fact" and the third are decided in one place (R-54…R-56).
/// </summary>
public sealed record ReminderRecord
{
    public static ReminderRecord Empty { get; } = new();

    /// <summary>The code of the record; of one that was never written, of nobody's.</summary>
    public DutyId Id => Person is { } person ? DutyId.OfReminders(person) : default;

    /// <summary>Null until the first reminder.</summary>
    public PersonId? Person { get; init; }

    /// <summary>All, also withdrawn ones, oldest first.</summary>
    public ImmutableArray<FormalReminder> Reminders { get; init; } = [];

    public ImmutableArray<PersonnelReviewFile> Files { get; init; } = [];

    public PersonnelReviewFile? OpenFile => Files.FirstOrDefault(file => file.IsOpen);

    public FormalReminder? Reminder(int no) => Reminders.FirstOrDefault(reminder => reminder.No == no);

    public FormalReminder? Reminder(string item) => Reminders.FirstOrDefault(reminder => reminder.Item == item);

    public PersonnelReviewFile? File(int no) => Files.FirstOrDefault(file => file.No == no);

    /// <summary>The reminder for that fact, whatever became of it: each fact is a matter of one reminder .</summary>
    public FormalReminder? About(ReminderFact fact) => Reminders.FirstOrDefault(reminder => reminder.Fact.IsSameAs(fact));

    /// <summary>
    /// Which one in the window it is, from 1. Withdrawn ones are passed over, so a later one takes the number; one that is still under way
    /// has its number already.
    /// </summary>
    public int OrderOf(FormalReminder reminder, ReminderWindow window) =>
        1 + Reminders.Count(other => other.No < reminder.No && other.Phase != ReminderPhase.Withdrawn && window.Includes(other.On, reminder.On));

    /// <summary>How many count on a date; delivered ones that were not withdrawn (1.4.7).</summary>
    public int CountOn(LocalDate date, ReminderWindow window) =>
        Reminders.Count(reminder => reminder.IsCounted && window.Includes(reminder.On, date));

    /// <summary>Those that count on a date and that no file has considered: a file that was dismissed leaves them free.</summary>
    public IEnumerable<FormalReminder> Unconsidered(LocalDate date, ReminderWindow window) =>
        Reminders.Where(reminder =>
            reminder.IsCounted
            && window.Includes(reminder.On, date)
            && !Files.Any(file => file.Phase != ReviewPhase.Dismissed && file.Reminders.Contains(reminder.No))
        );

    /// <summary>Never fails: an event is what has happened.</summary>
    public static ReminderRecord Evolve(ReminderRecord record, ReminderEvent happened) =>
        happened switch
        {
            ReminderEvent.Issued e => record with
            {
                Person = e.Person,
                Reminders = record.Reminders.Add(new FormalReminder(e.No, e.Fact, e.LegalBasis, e.Text, e.Act, e.On)),
            },
            ReminderEvent.OfReminder e => record with
            {
                Reminders = [.. record.Reminders.Select(reminder => reminder.No == e.No ? Evolve(reminder, e) : reminder)],
            },
            ReminderEvent.ReviewOpened e => record with
            {
                Files = record.Files.Add(new PersonnelReviewFile(e.File, e.Reminders, e.LeadershipUnit, e.Decider, e.PersonnelBody, e.Act)),
            },
            ReminderEvent.OfFile e => record with { Files = [.. record.Files.Select(file => file.No == e.File ? Evolve(file, e) : file)] },
            _ => record,
        };

    private static FormalReminder Evolve(FormalReminder reminder, ReminderEvent.OfReminder happened) =>
        happened switch
        {
            ReminderEvent.Delivered e => reminder with
            {
                DeliveredAt = e.Act.At,
                ExplainBy = e.ExplainBy,
                Notices = [.. e.Notices ?? []],
                Undeliverable = null,
            },
            ReminderEvent.NotDelivered e => reminder with { Undeliverable = e.Why },
            ReminderEvent.NoticesGiven e => reminder with { Notices = reminder.Notices.Without(e.Given) },
            ReminderEvent.TermRecounted e => reminder with { ExplainBy = e.New, Notices = [.. e.Notices] },
            ReminderEvent.SentAgain => reminder with { Undeliverable = null },
            ReminderEvent.Explained e => reminder with { Phase = ReminderPhase.Explained, Explanation = e.Text, ExplainedBy = e.Act },
            ReminderEvent.Upheld e => reminder with { Phase = ReminderPhase.Upheld, AnswerReason = e.Reason, AnsweredBy = e.Act },
            ReminderEvent.Withdrawn e => reminder with { Phase = ReminderPhase.Withdrawn, AnswerReason = e.Reason, AnsweredBy = e.Act },
            _ => reminder,
        };

    private static PersonnelReviewFile Evolve(PersonnelReviewFile file, ReminderEvent.OfFile happened) =>
        happened switch
        {
            ReminderEvent.LoadRecorded e => file with { Load = e.Load },
            ReminderEvent.ReviewAskedAnew e => file with { LeadershipUnit = e.LeadershipUnit, Decider = e.Decider },
            ReminderEvent.ReviewAdvised e => file with { Phase = ReviewPhase.UnderReview, Advice = e.Text, AdvisedBy = e.Act },
            ReminderEvent.ReviewConcluded e => file with
            {
                Phase = ReviewPhase.Concluded,
                Outcome = e.Outcome,
                Reason = e.Reason,
                ConcludedBy = e.Act,
            },
            ReminderEvent.ReviewDismissed e => file with { Phase = ReviewPhase.Dismissed, UnfoundedBy = e.Reminder },
            _ => file,
        };
}
