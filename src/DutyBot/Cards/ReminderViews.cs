using System.Globalization;
using DutyBot.Delivery;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Reminders;
using DutyBot.Teams;
using DutyBot.Teams.Cards;
using NodaTime;

namespace DutyBot.Cards;

/// <summary>Whose buttons a reminder's card shows.</summary>
internal enum ReminderSeat
{
    Reader,
    Person,
    Issuer,
}

/// <summary>One formal reminder in ready words.</summary>
internal static class ReminderViews
{
    public static ReminderView Of(ReminderRecord record, FormalReminder reminder, long version, ReminderSeat seat, Scene scene) =>
        new(
            scene.Head(
                record.Id,
                version,
                "card.reminder.formal",
                State(reminder, scene),
                Urgency.Normal,
                Summary(record, reminder, seat, scene)
            ) with
            {
                Item = reminder.Item,
            },
            scene.Names.Of(record.Person!.Value),
            Order(record, reminder, scene),
            reminder.Fact.Title,
            scene.Texts.Format("name.factOfUnit", ("code", reminder.Fact.Duty), ("unit", scene.Names.Of(reminder.Fact.Unit))),
            reminder.Fact.Due is { } due ? scene.Names.Deadline(due) : null,
            reminder.LegalBasis,
            reminder.Text,
            scene.Done("note.by", reminder.IssuedBy),
            reminder.Phase == ReminderPhase.Issued && (seat == ReminderSeat.Person || reminder.DeliveredAt is not null)
                ? scene.Names.Deadline(ExplainBy(reminder, scene))
                : null,
            reminder is { Explanation: { } explanation, ExplainedBy: { } explained }
                ? new LongText(scene.Texts.Format("lbl.explanation", ("at", explained.At)), explanation)
                : null,
            Answer(reminder, scene),
            [.. Notes(reminder, scene)],
            [.. Buttons(record, reminder, version, seat, scene)]
        );

    /// <summary>"Lần thứ 2/3, năm 2026".</summary>
    public static string Order(ReminderRecord record, FormalReminder reminder, Scene scene)
    {
        var policy = scene.PolicyAt(reminder.IssuedBy.At);
        return scene.Texts.Format(
            "name.reminderOrder",
            ("k", record.OrderOf(reminder, policy.ReminderWindow)),
            ("n", policy.ReminderThreshold),
            ("window", Window(reminder, policy, scene))
        );
    }

    public static string Window(FormalReminder reminder, Policy policy, Scene scene) =>
        policy.ReminderWindow == ReminderWindow.CalendarYear
            ? scene.Texts.Format("name.windowYear", ("year", reminder.On.Year.ToString(CultureInfo.InvariantCulture)))
            : scene.Texts["name.windowTwelve"];

    public static string State(FormalReminder reminder, Scene scene) =>
        reminder switch
        {
            { Phase: ReminderPhase.Withdrawn } => scene.Texts["st.reminder.withdrawn"],
            { Phase: ReminderPhase.Upheld } => scene.Texts["st.reminder.upheld"],
            { Phase: ReminderPhase.Explained } => scene.Texts["st.reminder.explained"],
            { Undeliverable: DeliveryErrors.OutcomeUnknown } => scene.Texts["st.reminder.inDoubt"],
            { Undeliverable: not null } => scene.Texts["st.reminder.notDelivered"],
            { DeliveredAt: null } => scene.Texts["st.reminder.sending"],
            _ => scene.Texts["st.reminder.issued"],
        };

    private static string Summary(ReminderRecord record, FormalReminder reminder, ReminderSeat seat, Scene scene)
    {
        var policy = scene.PolicyAt(reminder.IssuedBy.At);
        return seat == ReminderSeat.Person && reminder.Phase == ReminderPhase.Issued
            ? scene.Texts.Format(
                "n.reminder",
                ("k", record.OrderOf(reminder, policy.ReminderWindow)),
                ("n", policy.ReminderThreshold),
                ("window", Window(reminder, policy, scene)),
                ("fact", Scene.Short(reminder.Fact.Title)),
                ("date", scene.Names.Deadline(ExplainBy(reminder, scene)))
            )
            : scene.Texts.Format(
                "sum.reminder",
                ("person", scene.Names.Of(record.Person!.Value)),
                ("fact", Scene.Short(reminder.Fact.Title)),
                ("state", State(reminder, scene))
            );
    }

    // Until it is known to have arrived: as if it arrived now.
    private static Instant ExplainBy(FormalReminder reminder, Scene scene)
    {
        var (calendar, policy) = (scene.Names.Calendar, scene.PolicyAt(reminder.IssuedBy.At));
        return reminder.ExplainBy ?? calendar.EndOfDay(calendar.AddWorkingDays(scene.Names.Today, policy.ExplainWithin));
    }

    private static LongText? Answer(FormalReminder reminder, Scene scene) =>
        reminder is { AnsweredBy: { By: not null } answered, AnswerReason: { Length: > 0 } reason }
            ? new LongText(
                scene.Texts.Format(
                    reminder.Phase == ReminderPhase.Withdrawn ? "lbl.reminderWithdrawn" : "lbl.reminderUpheld",
                    ("person", scene.Names.Of(answered)),
                    ("at", answered.At)
                ),
                reason
            )
            : null;

    private static IEnumerable<string> Notes(FormalReminder reminder, Scene scene)
    {
        string?[] notes =
        [
            reminder is { Undeliverable: { } why, Phase: ReminderPhase.Issued } ? NotDelivered(why, scene.Texts) : null,
            reminder is { Phase: ReminderPhase.Issued, DeliveredAt: not null } ? scene.Texts["note.reminder.mayExplain"] : null,
            reminder is { Phase: ReminderPhase.Upheld, AnsweredBy.By: null } ? scene.Texts["note.reminder.lapsed"] : null,
            reminder.Phase == ReminderPhase.Withdrawn ? scene.Texts["note.reminder.withdrawn"] : null,
        ];
        return notes.OfType<string>();
    }

    // Other reasons are codes of the service.
    private static string NotDelivered(string why, Texts texts) =>
        why switch
        {
            DeliveryErrors.OutcomeUnknown => texts["note.reminder.inDoubt"],
            DeliveryErrors.NoAddress => texts.Format("note.reminder.notDelivered", ("why", texts["note.reminder.noAddress"])),
            _ => texts.Format("note.reminder.notDelivered", ("why", why)),
        };

    private static IEnumerable<CardButton> Buttons(ReminderRecord record, FormalReminder reminder, long version, ReminderSeat seat, Scene scene)
    {
        var buttons = scene.ButtonsOf(record.Id, version);
        (bool Shown, string Label, string Verb, bool First)[] acts =
        [
            (seat == ReminderSeat.Person && reminder.Phase == ReminderPhase.Issued, "btn.explain", "reminder.explain", true),
            (
                seat == ReminderSeat.Issuer && reminder is { Phase: ReminderPhase.Issued, Undeliverable: not null },
                "btn.sendAgain",
                "reminder.sendAgain",
                true
            ),
            (seat == ReminderSeat.Issuer && reminder is { Phase: ReminderPhase.Explained }, "btn.uphold", "reminder.uphold", false),
            (seat == ReminderSeat.Issuer && reminder.MayBeWithdrawn, "btn.withdrawReminder", "reminder.withdraw", false),
        ];
        return acts.Where(act => act.Shown)
            .Select(act => buttons.OpenItem(reminder.Item, act.Label, act.Verb) with { Style = act.First ? ButtonStyle.Positive : default });
    }
}
