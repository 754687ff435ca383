using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The lead unit's head closes the round .</summary>
internal sealed class CloseRound() : FormFeature("consult.close")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var round = await visit.Desk.Consultation(action.Duty!.Value, cancel);
        if (round.Opening is null)
        {
            return null;
        }

        var overdue = ClosingRules.StillMissing(round).OverdueReplies;
        return new Form
        {
            Title = visit.Texts["card.closeRound"],
            Intro = [round.Opening.TaskTitle, visit.Texts["n.confirm.irreversible"]],
            Submit = action,
            SubmitLabel = visit.Texts["btn.closeRound"],
            Items = overdue.IsEmpty
                ? []
                :
                [
                    new FormNote(visit.Texts.Format("form.close.overdue", ("list", overdue.Select(visit.Names.Of).ToList()))),
                    new ToggleField("withoutWaiting", visit.Texts["fld.withoutWaiting"]),
                ],
        };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.Close(visit.Act, values.Toggle("withoutWaiting"));
}

/// <summary>The lead unit's head sends one answer back, once, as too general .</summary>
internal sealed class SendBackAnswer() : FormFeature("consult.sendBack")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel)
    {
        var round = await visit.Desk.Consultation(action.Duty!.Value, cancel);
        return round.Opening is null
            ? null
            : new Form
            {
                Title = visit.Texts["card.sendBack"],
                Intro = [round.Opening.TaskTitle],
                Submit = action,
                SubmitLabel = visit.Texts["btn.sendBack"],
                Items =
                [
                    new ChoiceField("unit", visit.Texts["fld.answeredUnit"], Answered(visit, round)) { Required = true },
                    new TextField("reason", visit.Texts["fld.reason"], 4_000) { Required = true, Multiline = true },
                ],
            };
    }

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.SendBack(visit.Act, Unit(values, "unit"), values.Text("reason"));

    private static Choice[] Answered(Visit visit, Consultation round) =>
        [.. round.Items.Where(i => i.Phase == ItemPhase.Answered).Select(i => new Choice(visit.Names.Of(i.Unit), i.Unit.Value))];
}
