using DutyBot.Domain;
using DutyBot.Domain.Authorisation;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Duties;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>
/// Which card shows a person's reminders and review files, and to whom: the issuer, the person, the personnel body and the leader, and of a file
/// not even the issuer (1.6).
/// </summary>
internal sealed class ReminderDrafts(DutyDesk desk)
{
    /// <summary>The card of an effect, for whom the effect is.</summary>
    public async ValueTask<CardDraft?> Of(CardName card, DutyId duty, string item, Scene scene, CancellationToken cancel)
    {
        var record = await desk.Reminders(duty, cancel);
        var version = await desk.Version(duty, cancel);
        return card switch
        {
            CardName.FormalReminder when record.Reminder(item) is { } reminder => Draft(record, reminder, version, ReminderSeat.Person, scene),
            CardName.IssuedReminder when record.Reminder(item) is { } reminder => Draft(record, reminder, version, ReminderSeat.Issuer, scene),
            CardName.PersonnelReview when FileOf(record, item) is { } file => Draft(record, file, version, new(ReviewSeat.Decider), scene),
            CardName.PersonnelAdvice when FileOf(record, item) is { } file => Draft(record, file, version, new(ReviewSeat.Body), scene),
            _ => null,
        };
    }

    /// <param name="item">Which reminder or file; null for what concerns this person most.</param>
    public async ValueTask<CardDraft?> For(DutyId duty, string? item, Standing standing, Scene scene, CancellationToken cancel)
    {
        var record = await desk.Reminders(duty, cancel);
        var version = await desk.Version(duty, cancel);
        var files = record.Files.Where(file => ReaderOf(record, file, standing, scene) is not null).ToList();
        var reminders = record.Reminders.Where(reminder => SeatOf(record, reminder, standing, scene) is not null).ToList();
        return (item is null ? files.Find(file => file.IsOpen && record.Person != standing.Person) : files.Find(file => file.Item == item))
                is { } file
                ? Draft(record, file, version, ReaderOf(record, file, standing, scene)!, scene)
            : (item is null ? reminders.LastOrDefault() : reminders.Find(reminder => reminder.Item == item)) is { } reminder
                ? Draft(record, reminder, version, SeatOf(record, reminder, standing, scene)!.Value, scene)
            : null;
    }

    private static CardDraft Draft(ReminderRecord record, FormalReminder reminder, long version, ReminderSeat seat, Scene scene) =>
        ReminderCard.Of(ReminderViews.Of(record, reminder, version, seat, scene), scene.Texts);

    private static CardDraft Draft(ReminderRecord record, PersonnelReviewFile file, long version, ReviewReader reader, Scene scene) =>
        ReviewCard.Of(ReviewViews.Of(record, file, version, reader, scene), scene.Texts);

    private static PersonnelReviewFile? FileOf(ReminderRecord record, string item) => record.Files.FirstOrDefault(file => file.Item == item);

    // Null when the reminder is none of this reader's business; the person reads it once it was delivered.
    private static ReminderSeat? SeatOf(ReminderRecord record, FormalReminder reminder, Standing standing, Scene scene)
    {
        if (record.Person == standing.Person)
        {
            return reminder.DeliveredAt is null ? null : ReminderSeat.Person;
        }

        var answers = new ReminderCommand.Uphold(scene.ActOf(standing.Person), reminder.No, "");
        return scene.Context.Permits(answers, record, out _, out _) ? ReminderSeat.Issuer
            : IsBody(standing) || reminder.IssuedBy.By == standing.Person || reminder.Issuer == standing.Person ? ReminderSeat.Reader
            : null;
    }

    private static ReviewReader? ReaderOf(ReminderRecord record, PersonnelReviewFile file, Standing standing, Scene scene)
    {
        var concludes = new ReminderCommand.Conclude(scene.ActOf(standing.Person), file.No, null, "");
        var may = scene.Context.Permits(concludes, record, out _, out var refusal);
        return record.Person == standing.Person ? new(ReviewSeat.Reader, Standing.ConflictOf(refusal))
            : may ? new(ReviewSeat.Decider)
            : IsBody(standing) ? new(ReviewSeat.Body)
            : Standing.ConflictOf(refusal) is { } conflict ? new(ReviewSeat.Reader, conflict)
            : null;
    }

    private static bool IsBody(Standing standing) => standing.Organisation.HasRole(standing.Person, Role.PersonnelBody, standing.Today);
}
