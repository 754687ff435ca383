using DutyBot.Domain;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Reminders;
using DutyBot.Teams.Cards;

namespace DutyBot.Cards;

/// <summary>Whose buttons a review file's card shows.</summary>
internal enum ReviewSeat
{
    Reader,
    Decider,
    Body,
}

/// <param name="Conflict">Why this reader may not decide it and who does instead, or null (1.6).</param>
internal sealed record ReviewReader(ReviewSeat Seat, Problem? Conflict = null);

/// <summary>A review file in ready words.</summary>
internal static class ReviewViews
{
    public static ReviewView Of(ReminderRecord record, PersonnelReviewFile file, long version, ReviewReader reader, Scene scene)
    {
        var person = record.Person!.Value;
        var reminders = file.Reminders.Select(record.Reminder).OfType<FormalReminder>().ToList();
        var policy = scene.PolicyAt(file.OpenedBy.At);
        var name = scene.Names.Organisation.UnitOf(person, scene.Names.Today) is { } unit
            ? scene.Texts.Format("name.personOfUnit", ("person", scene.Names.Of(person)), ("unit", scene.Names.Of(unit)))
            : scene.Names.Of(person);
        return new ReviewView(
            scene.Head(record.Id, version, "card.review", State(file, scene), Urgency.Normal, Summary(record, reminders, file, scene)) with
            {
                Item = file.Item,
            },
            name,
            scene.Texts.Format("name.reminderCount", ("n", file.Reminders.Length), ("window", ReminderViews.Window(reminders[^1], policy, scene))),
            scene.Texts.Format(file.OpenedBy.At),
            file.Load is { } load ? Load(load, scene) : null,
            [.. reminders.SelectMany(reminder => Passages(record, reminder, scene))],
            file is { Advice: { } advice, AdvisedBy: { } advised }
                ? new LongText(scene.Texts.Format("lbl.advice", ("person", scene.Names.Of(advised)), ("at", advised.At)), advice)
                : null,
            Outcome(file, scene),
            [.. Notes(file, reader, scene)],
            [.. Buttons(record, file, version, reader.Seat, scene)]
        );
    }

    public static string KeyOf(ReviewOutcome outcome) =>
        outcome switch
        {
            ReviewOutcome.NoTransfer => "review.noTransfer",
            ReviewOutcome.OtherWork => "review.otherWork",
            ReviewOutcome.Transfer => "review.transfer",
            _ => "review.accountability",
        };

    private static string Load(Workload load, Scene scene) =>
        scene.Texts.Format(
            "name.workload",
            ("led", load.Led),
            ("ledLate", load.LedOverdue),
            ("carried", load.Carried),
            ("carriedLate", load.CarriedOverdue)
        );

    private static string State(PersonnelReviewFile file, Scene scene) =>
        scene.Texts[
            file.Phase switch
            {
                ReviewPhase.Proposed => "st.review.proposed",
                ReviewPhase.UnderReview => "st.review.underReview",
                ReviewPhase.Concluded => "st.review.concluded",
                _ => "st.review.dismissed",
            }
        ];

    private static string Summary(ReminderRecord record, List<FormalReminder> reminders, PersonnelReviewFile file, Scene scene) =>
        file.IsOpen
            ? scene.Texts.Format(
                "n.review.leader",
                ("person", scene.Names.Of(record.Person!.Value)),
                ("n", file.Reminders.Length),
                ("window", ReminderViews.Window(reminders[^1], scene.PolicyAt(file.OpenedBy.At), scene))
            )
            : scene.Texts.Format("sum.review", ("person", scene.Names.Of(record.Person!.Value)), ("state", State(file, scene)));

    private static IEnumerable<LongText> Passages(ReminderRecord record, FormalReminder reminder, Scene scene)
    {
        var order = ReminderViews.Order(record, reminder, scene);
        yield return new LongText(
            scene.Texts.Format("lbl.review.fact", ("order", order), ("date", reminder.On), ("state", ReminderViews.State(reminder, scene))),
            scene.Texts.Format("name.reviewFact", ("fact", reminder.Fact.Title), ("text", reminder.Text))
        );
        yield return new LongText(
            scene.Texts["lbl.review.explanation"],
            reminder.Explanation ?? scene.Texts[reminder.MayBeWithdrawn ? "note.review.awaited" : "note.review.noExplanation"]
        );
    }

    private static LongText? Outcome(PersonnelReviewFile file, Scene scene) =>
        file is { Outcome: { } outcome, ConcludedBy: { } concluded, Reason: { } reason }
            ? new LongText(
                scene.Texts.Format(
                    "lbl.review.outcome",
                    ("outcome", scene.Texts[KeyOf(outcome)]),
                    ("person", scene.Names.Of(concluded)),
                    ("at", concluded.At)
                ),
                reason
            )
            : null;

    private static IEnumerable<string> Notes(PersonnelReviewFile file, ReviewReader reader, Scene scene)
    {
        string?[] notes =
        [
            file.IsOpen && reader.Conflict is { } conflict ? scene.Names.Of(conflict) : null,
            file.IsOpen ? scene.Texts["note.review.human"] : null,
            file.Phase == ReviewPhase.Dismissed ? scene.Texts["note.review.dismissed"] : null,
        ];
        return notes.OfType<string>();
    }

    private static IEnumerable<CardButton> Buttons(ReminderRecord record, PersonnelReviewFile file, long version, ReviewSeat seat, Scene scene)
    {
        var buttons = scene.ButtonsOf(record.Id, version);
        return (file.Phase, seat) switch
        {
            (ReviewPhase.Proposed or ReviewPhase.UnderReview, ReviewSeat.Decider) =>
            [
                buttons.OpenItem(file.Item, "btn.conclude", "reminder.conclude") with
                {
                    Style = ButtonStyle.Positive,
                },
            ],
            (ReviewPhase.Proposed, ReviewSeat.Body) => [buttons.OpenItem(file.Item, "btn.advise", "reminder.advise")],
            _ => [],
        };
    }
}
