using DutyBot.Domain;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The lead unit's head returns a task that is not the unit's (T8, R-26).</summary>
internal sealed class ReturnTask() : FormFeature("task.return")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Task(action.Duty!.Value, cancel) is { LeadPeriods.IsEmpty: false } task
            ? ReturnForm.Of(visit, action, task.Content.Work, task.LeadUnit)
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.RequestReturn(visit.Act, ReturnForm.Reason(values), Unit(values, "competentUnit"), values.Text("text"));
}

/// <summary>The assigner does not accept a return and says why (T9).</summary>
internal sealed class RejectTaskReturn() : FormFeature("task.rejectReturn")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        ReasonForm.Of(
            action,
            visit.Texts["card.rejectReturn"],
            visit.Texts["btn.rejectReturn"],
            "reason",
            visit.Texts["fld.reason"],
            (await visit.Desk.Task(action.Duty!.Value, cancel)).Content.Work
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.RejectReturn(visit.Act, values.Text("reason"));
}

/// <summary>The assigner accepts a return and names another lead unit (T10).</summary>
internal sealed class ReassignTask() : FormFeature("task.reassign")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Task(action.Duty!.Value, cancel) is { LeadPeriods.IsEmpty: false } task
            ? new Form
            {
                Title = visit.Texts["card.reassign"],
                Intro = [task.Content.Work],
                Submit = action,
                SubmitLabel = visit.Texts["btn.reassign"],
                Values = FormValues.Empty.With("leadUnit", task.PendingReturn?.CompetentUnit?.Value),
                Items = [visit.Units(task.LeadUnit).One("leadUnit", visit.Texts["fld.lead"], required: true)],
            }
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.Reassign(visit.Act, Unit(values, "leadUnit"));
}

/// <summary>The assigner calls a task off (T11, T24).</summary>
internal sealed class CancelTask() : FormFeature("task.cancel")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        ReasonForm.Of(
            action,
            visit.Texts["card.cancelTask"],
            visit.Texts["btn.cancelTask"],
            "reason",
            visit.Texts["fld.reason"],
            (await visit.Desk.Task(action.Duty!.Value, cancel)).Content.Work,
            visit.Texts["n.confirm.irreversible"]
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.Cancel(visit.Act, values.Text("reason"));
}
