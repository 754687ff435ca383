using System.Collections.Immutable;
using DutyBot.Domain.Effects;
using DutyBot.Domain.Reminders;
using DutyBot.Tests.Domain.Reminders;
using DutyBot.Tests.Domain.Tasks;
using NodaTime;
using static DutyBot.Tests.Domain.Specs.Times;

namespace DutyBot.Tests.Cards;

/// <summary>The cards about a person in their important states.</summary>
internal static class ReminderSituations
{
    public static IEnumerable<CardSituation> All =>
        [
            Reminder("under way, for the person", Nov(9), ARecord.Issued(), CardName.FormalReminder),
            Reminder("delivered, for the person", Nov(10), ARecord.Delivered(), CardName.FormalReminder),
            Reminder("explained, for the person", Nov(11), ARecord.Explained(), CardName.FormalReminder),
            Reminder("upheld, for the person", Nov(11), ARecord.Upheld(), CardName.FormalReminder),
            Reminder("not explained, for the person", Nov(17), ARecord.Lapsed(), CardName.FormalReminder),
            Reminder("withdrawn, for the person", Nov(11), ARecord.Withdrawn(), CardName.FormalReminder),
            Reminder("not delivered, for the issuer", Nov(9), ARecord.NotDelivered(), CardName.IssuedReminder),
            Reminder("in doubt, for the issuer", Nov(9), ARecord.InDoubt(), CardName.IssuedReminder),
            Reminder("explained, for the issuer", Nov(11), ARecord.Explained(), CardName.IssuedReminder),
            Reminder("the second, for the person", Nov(11), ARecord.Two(), CardName.FormalReminder, "reminder:2"),
            Review("proposed, for the leader", Nov(12), ARecord.Proposed(), CardName.PersonnelReview),
            Review("proposed, with the load, for the leader", Nov(12), ARecord.LoadRecorded(), CardName.PersonnelReview),
            Review("proposed, for the personnel body", Nov(12), ARecord.Proposed(), CardName.PersonnelAdvice),
            Review("advised, for the leader", Nov(13), ARecord.Advised(), CardName.PersonnelReview),
            Review("decided, for the leader", Nov(16), ARecord.Concluded(), CardName.PersonnelReview),
            Review("unfounded, for the leader", Nov(16), ARecord.Dismissed(), CardName.PersonnelReview),
        ];

    private static CardSituation Reminder(string name, Instant now, ImmutableArray<ReminderEvent> past, CardName card, string item = "reminder:1") =>
        new(
            "reminder",
            name,
            now,
            new(ATask.Accepted()) { Reminders = past },
            (desk, names, at) => desk.RenderItem(card, ARecord.Id, item, names, at, CancellationToken.None)
        );

    private static CardSituation Review(string name, Instant now, ImmutableArray<ReminderEvent> past, CardName card) =>
        Reminder(name, now, past, card, "review:1") with
        {
            Card = "review",
        };
}
