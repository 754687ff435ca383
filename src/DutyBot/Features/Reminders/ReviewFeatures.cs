using DutyBot.Cards;
using DutyBot.Domain;
using DutyBot.Domain.Reminders;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The personnel body says what it thinks of a review file (1.4.8).</summary>
internal sealed class AdviseReview() : ReminderFeature("reminder.advise")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await File(visit, action, cancel) is not null
            ? ReasonForm.Of(
                action,
                visit.Texts["card.advise"],
                visit.Texts["btn.advise"],
                "text",
                visit.Texts["fld.advice"],
                visit.Texts["form.advise.leader"]
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ReminderCommand.Advise(visit.Act, NoOf(action), values.Text("text"));
}

/// <summary>A leader decides a review file; nothing is chosen beforehand (R-55, decision D7).</summary>
internal sealed class ConcludeReview() : ReminderFeature("reminder.conclude")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await File(visit, action, cancel) is not null
            ? new Form
            {
                Title = visit.Texts["card.conclude"],
                Intro = [visit.Texts["form.conclude.human"]],
                Submit = action,
                SubmitLabel = visit.Texts["btn.conclude"],
                Items =
                [
                    new ChoiceField("outcome", visit.Texts["fld.outcome"], Outcomes(visit)) { Required = true, Style = ChoiceStyle.Expanded },
                    new TextField("reason", visit.Texts["fld.reason"], 4_000) { Required = true, Multiline = true },
                ],
            }
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ReminderCommand.Conclude(visit.Act, NoOf(action), Choice<ReviewOutcome>(values, "outcome"), values.Text("reason"));

    private static Choice[] Outcomes(Visit visit) =>
        [.. Enum.GetValues<ReviewOutcome>().Select(outcome => new Choice(visit.Texts[ReviewViews.KeyOf(outcome)], outcome.ToString()))];
}
