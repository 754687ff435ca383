using DutyBot.Domain.Effects;
using static DutyBot.Domain.Effects.Audience;
using static DutyBot.Domain.Effects.Effect;

namespace DutyBot.Domain.Reminders;

/// <summary>
/// Everything a record of reminders does to the world, event by event; <c>record</c> is the state after the event. All of it goes to personal
/// chats: nothing about a person is ever for a channel (D-06).
/// </summary>
public static class ReminderEffects
{
    public static IEnumerable<Effect> Of(ReminderRecord record, ReminderEvent happened) =>
        happened switch
        {
            ReminderEvent.Issued e when record.Reminder(e.No) is { } reminder => [ToPerson(record, reminder, attention: true)],
            ReminderEvent.OfReminder e when record.Reminder(e.No) is { } reminder => [.. Of(record, reminder, e), .. InFile(record, e)],
            ReminderEvent.ReviewOpened e when record.File(e.File) is { } file => Opened(record, file),
            ReminderEvent.OfFile e when record.File(e.File) is { } file => Of(record, file, e),
            _ => [],
        };

    private static IEnumerable<Effect> Of(ReminderRecord record, FormalReminder reminder, ReminderEvent happened) =>
        happened switch
        {
            ReminderEvent.Delivered => [ToPerson(record, reminder, attention: false)],
            ReminderEvent.NotDelivered => [ToIssuer(reminder, attention: true)],
            ReminderEvent.NoticesGiven e => ExplanationNotices.Effects(record, reminder, e),
            ReminderEvent.TermRecounted e =>
            [
                ToPerson(record, reminder, attention: false),
                ToIssuer(reminder, attention: false),
                Tell(Person(record), "n.termMoved.reminder", Fact(reminder), new("old", Moment: e.Old), new("new", Moment: e.New)),
            ],
            ReminderEvent.SentAgain => [ToPerson(record, reminder, attention: true)],
            ReminderEvent.Explained => [ToPerson(record, reminder, attention: false), ToIssuer(reminder, attention: true)],
            ReminderEvent.Upheld { Act.By: null } =>
            [
                ToPerson(record, reminder, attention: false),
                Tell(Person(record), "n.reminder.lapsed", Fact(reminder)),
                Tell(Issuer(reminder), "n.reminder.lapsed.issuer", About(record), Fact(reminder)),
            ],
            ReminderEvent.Upheld e =>
            [
                ToPerson(record, reminder, attention: false),
                ToIssuer(reminder, attention: false),
                Tell(Person(record), "n.reminder.upheld", Fact(reminder), Reason(e.Reason)),
            ],
            // What never reached the person is not told of either.
            ReminderEvent.Withdrawn when reminder.DeliveredAt is null => [ToIssuer(reminder, attention: false)],
            ReminderEvent.Withdrawn e =>
            [
                ToPerson(record, reminder, attention: false),
                ToIssuer(reminder, attention: false),
                Tell(Person(record), "n.reminder.withdrawn", Fact(reminder), Reason(e.Reason)),
            ],
            _ => [],
        };

    // Whoever decides or advises reads what the person has explained meanwhile.
    private static IEnumerable<Effect> InFile(ReminderRecord record, ReminderEvent.OfReminder happened) =>
        happened is ReminderEvent.Explained or ReminderEvent.Upheld && record.OpenFile is { } file && file.Reminders.Contains(happened.No)
            ? [ToDecider(file, attention: false), .. Bodies(file)]
            : [];

    private static IEnumerable<Effect> Opened(ReminderRecord record, PersonnelReviewFile file) =>
        [
            ToDecider(file, attention: true),
            .. file.PersonnelBody.Select(body => ToBody(body, file, attention: true)),
            Tell(Person(record), "n.review.opened", new NoticeValue("n", Number: file.Reminders.Length)),
            new CountLoad(file.No),
        ];

    private static IEnumerable<Effect> Of(ReminderRecord record, PersonnelReviewFile file, ReminderEvent happened) =>
        happened switch
        {
            ReminderEvent.LoadRecorded => [ToDecider(file, attention: false), .. Bodies(file)],
            ReminderEvent.ReviewAskedAnew => [ToDecider(file, attention: true)],
            ReminderEvent.ReviewAdvised => [ToDecider(file, attention: true), .. Bodies(file)],
            ReminderEvent.ReviewConcluded e =>
            [
                ToDecider(file, attention: false),
                .. Bodies(file),
                Tell(Person(record), "n.review.concluded", new NoticeValue("outcome", Key: KeyOf(e.Outcome)), Reason(e.Reason)),
            ],
            ReminderEvent.ReviewDismissed =>
            [
                ToDecider(file, attention: false),
                .. Bodies(file),
                .. new[] { Decider(file) }
                    .Concat(file.PersonnelBody.Select(body => new Alone(body)))
                    .Select(to => Tell(to, "n.review.unfounded", About(record))),
                Tell(Person(record), "n.review.unfounded.person"),
            ],
            _ => [],
        };

    private static string KeyOf(ReviewOutcome outcome) =>
        outcome switch
        {
            ReviewOutcome.NoTransfer => "review.noTransfer",
            ReviewOutcome.OtherWork => "review.otherWork",
            ReviewOutcome.Transfer => "review.transfer",
            _ => "review.accountability",
        };

    private static Alone Person(ReminderRecord record) => new(record.Person!.Value);

    private static Individual Issuer(FormalReminder reminder) => new(reminder.IssuedBy.By!.Value);

    private static Audience Decider(PersonnelReviewFile file) => file.Decider is { } decider ? new Individual(decider) : new Leaders();

    private static ShowCard ToPerson(ReminderRecord record, FormalReminder reminder, bool attention) =>
        new(CardName.FormalReminder, Person(record), attention, reminder.Item);

    private static ShowCard ToIssuer(FormalReminder reminder, bool attention) =>
        new(CardName.IssuedReminder, Issuer(reminder), attention, reminder.Item);

    private static ShowCard ToDecider(PersonnelReviewFile file, bool attention) => new(CardName.PersonnelReview, Decider(file), attention, file.Item);

    private static ShowCard ToBody(PersonId body, PersonnelReviewFile file, bool attention) =>
        new(CardName.PersonnelAdvice, new Alone(body), attention, file.Item);

    private static IEnumerable<Effect> Bodies(PersonnelReviewFile file) => file.PersonnelBody.Select(body => ToBody(body, file, attention: false));

    private static Tell Tell(Audience to, string key, params NoticeValue[] values) => new(to, key, [.. values]);

    private static NoticeValue About(ReminderRecord record) => new("person", Person: record.Person);

    private static NoticeValue Fact(FormalReminder reminder) => new("fact", Text: reminder.Fact.Title);

    private static NoticeValue Reason(string reason) => new("reason", Text: reason);
}
