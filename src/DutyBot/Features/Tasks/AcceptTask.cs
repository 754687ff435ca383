using DutyBot.Domain;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The lead unit's head accepts the task and names who does it (T6, R-06, R-16).</summary>
internal sealed class AcceptTask() : FormFeature("task.accept")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Task(action.Duty!.Value, cancel) is { LeadPeriods.IsEmpty: false } task
            ? new Form
            {
                Title = visit.Texts["card.accept"],
                Intro = [task.Content.Work],
                Submit = action,
                SubmitLabel = visit.Texts["btn.accept"],
                Items = [visit.Officers(task.LeadUnit).One("officer", visit.Texts["fld.assignee"], required: true)],
            }
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.Accept(visit.Act, Person(values, "officer"));
}

/// <summary>Names the officer after a deemed acceptance, or another one with a reason (T13, R-16).</summary>
internal sealed class NameOfficer() : FormFeature("task.nameOfficer")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Task(action.Duty!.Value, cancel) is { LeadPeriods.IsEmpty: false } task
            ? new Form
            {
                Title = visit.Texts["card.nameOfficer"],
                Intro = [task.Content.Work],
                Submit = action,
                SubmitLabel = visit.Texts["btn.nameOfficer"],
                Items =
                [
                    visit.Officers(task.LeadUnit).One("officer", visit.Texts["fld.assignee"], required: true),
                    new TextField("reason", visit.Texts["fld.reason"], ShortText) { Multiline = true, Required = !task.AwaitsOfficer },
                ],
            }
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.NameOfficer(visit.Act, Person(values, "officer"), values.Text("reason"));
}
