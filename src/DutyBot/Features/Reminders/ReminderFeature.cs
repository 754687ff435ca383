using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>Something done with one reminder, or one review file, of a person's record. Which one travels in the button.</summary>
internal abstract class ReminderFeature : FormFeature
{
    private protected ReminderFeature(string verb)
        : base(verb) { }

    public sealed override IReadOnlyDictionary<string, string> ViewAfter(CardAction action) =>
        ItemOf(action) is { Length: > 0 } item ? new Dictionary<string, string> { [Extras.Item] = item } : CardAction.EmptyExtras;

    protected static async ValueTask<FormalReminder?> Reminder(Visit visit, CardAction action, CancellationToken cancel) =>
        (await visit.Desk.Reminders(action.Duty!.Value, cancel)).Reminder(ItemOf(action));

    protected static async ValueTask<PersonnelReviewFile?> File(Visit visit, CardAction action, CancellationToken cancel) =>
        (await visit.Desk.Reminders(action.Duty!.Value, cancel)).Files.FirstOrDefault(file => file.Item == ItemOf(action));

    /// <summary>The number at the end of the item's name; 0, which there never is, when the button names none.</summary>
    protected static int NoOf(CardAction action) =>
        int.TryParse(ItemOf(action).Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0;

    private static string ItemOf(CardAction action) => action.Extras?.GetValueOrDefault(Extras.Item) ?? "";
}

/// <summary>The person explains .</summary>
internal sealed class ExplainReminder() : ReminderFeature("reminder.explain")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await Reminder(visit, action, cancel) is { } reminder
            ? ReasonForm.Of(
                action,
                visit.Texts["card.explain"],
                visit.Texts["btn.explain"],
                "text",
                visit.Texts["fld.explanation"],
                reminder.Fact.Title,
                reminder.Text
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ReminderCommand.Explain(visit.Act, NoOf(action), values.Text("text"));
}

/// <summary>The issuer keeps the reminder after reading the explanation .</summary>
internal sealed class UpholdReminder() : ReminderFeature("reminder.uphold")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await Reminder(visit, action, cancel) is { } reminder
            ? ReasonForm.Of(
                action,
                visit.Texts["card.uphold"],
                visit.Texts["btn.uphold"],
                "reason",
                visit.Texts["fld.reason"],
                reminder.Fact.Title,
                reminder.Explanation ?? ""
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ReminderCommand.Uphold(visit.Act, NoOf(action), values.Text("reason"));
}

/// <summary>The issuer withdraws the reminder: it does not count any more .</summary>
internal sealed class WithdrawReminder() : ReminderFeature("reminder.withdraw")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await Reminder(visit, action, cancel) is { } reminder
            ? ReasonForm.Of(
                action,
                visit.Texts["card.withdrawReminder"],
                visit.Texts["btn.withdrawReminder"],
                "reason",
                visit.Texts["fld.reason"],
                reminder.Fact.Title,
                visit.Texts["form.withdrawReminder.effect"]
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ReminderCommand.Withdraw(visit.Act, NoOf(action), values.Text("reason"));
}

/// <summary>The issuer has the card sent once more that did not reach the person.</summary>
internal sealed class SendReminderAgain() : ReminderFeature("reminder.sendAgain")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await Reminder(visit, action, cancel) is { } reminder
            ? new Form
            {
                Title = visit.Texts["card.sendAgain"],
                Intro = [reminder.Fact.Title],
                Submit = action,
                SubmitLabel = visit.Texts["btn.sendAgain"],
                Items = [],
            }
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) => new ReminderCommand.SendAgain(visit.Act, NoOf(action));
}
