using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The head of a consulted unit returns the request with one of the two reasons .</summary>
internal sealed class ReturnConsultation() : FormFeature("consult.return")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Consultation(action.Duty!.Value, cancel) is { Opening: { } opening } round && round.Item(UnitOf(action)) is { } item
            ? ReturnForm.Of(visit, action, opening.TaskTitle, item.Unit)
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.Return(visit.Act, UnitOf(action), ReturnForm.Reason(values), Unit(values, "competentUnit"), values.Text("text"));
}

/// <summary>A leader judges that a unit that returned a request must answer after all (1.4.3).</summary>
internal sealed class RejectConsultationReturn() : FormFeature("consult.rejectReturn")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Consultation(action.Duty!.Value, cancel) is { Opening: { } opening } round && round.Item(UnitOf(action)) is { } item
            ? ReasonForm.Of(
                action,
                visit.Texts["card.rejectReturn"],
                visit.Texts["btn.rejectReturn"],
                "reason",
                visit.Texts["fld.reason"],
                opening.TaskTitle,
                visit.Names.Of(item.Unit)
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.RejectReturn(visit.Act, UnitOf(action), values.Text("reason"));
}

/// <summary>A consulted unit asks once for papers that are missing .</summary>
internal sealed class AskPapers() : FormFeature("consult.askPapers")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Consultation(action.Duty!.Value, cancel) is { Opening: { } opening } round && round.Item(UnitOf(action)) is not null
            ? ReasonForm.Of(
                action,
                visit.Texts["card.askPapers"],
                visit.Texts["btn.askPapers"],
                "what",
                visit.Texts["fld.missingPapers"],
                opening.TaskTitle
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.AskPapers(visit.Act, UnitOf(action), values.Text("what"));
}

/// <summary>The lead unit supplies missing papers; the unit's clock starts again .</summary>
internal sealed class SupplyPapers() : FormFeature("consult.supplyPapers")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Consultation(action.Duty!.Value, cancel) is { Opening: { } opening } round && round.Item(UnitOf(action)) is { } item
            ? ReasonForm.Of(
                action,
                visit.Texts["card.supplyPapers"],
                visit.Texts["btn.supplyPapers"],
                "papers",
                visit.Texts["fld.papers"],
                opening.TaskTitle,
                visit.Texts.Format("form.papersAsked", ("unit", visit.Names.Of(item.Unit)), ("what", item.PapersAsked ?? ""))
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new ConsultationCommand.SupplyPapers(visit.Act, UnitOf(action), values.Text("papers"));
}
