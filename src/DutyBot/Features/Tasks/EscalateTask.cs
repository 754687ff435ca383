using DutyBot.Domain;
using DutyBot.Domain.Tasks;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The lead unit's head submits what is left of a disagreement, with the unit's own viewpoint .</summary>
internal sealed class EscalateTask() : FormFeature("task.escalate")
{
    public override CardAction Opening(Visit visit, CardAction action) => action.With(Extras.NewDuty, visit.Ids.New(DutyKind.Escalation).Value);

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Task(action.Duty!.Value, cancel) is { LeadPeriods.IsEmpty: false } task && NewEscalation(action) is not null
            ? ProposalForm.Of(visit, action, FormValues.Empty, task.Content.Work)
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new TaskCommand.Escalate(visit.Act, NewEscalation(action)!.Value, ProposalForm.Read(values));

    private static DutyId? NewEscalation(CardAction action) =>
        DutyId.TryParse(action.Extras?.GetValueOrDefault(Extras.NewDuty), out var id) && id.Kind == DutyKind.Escalation ? id : null;
}
