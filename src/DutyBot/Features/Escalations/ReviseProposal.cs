using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The lead unit's head completes a proposal that the leader sent back (1.4.6).</summary>
internal sealed class ReviseProposal() : FormFeature("escalation.revise")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        await visit.Desk.Escalation(action.Duty!.Value, cancel) is { Proposal: { } proposal, Opening: { } opening } escalation
            ? ProposalForm.Of(
                visit,
                action,
                ProposalForm.Filled(proposal),
                opening.TaskTitle,
                visit.Texts.Format("form.revise.missing", ("missing", escalation.MissingWork ?? ""))
            )
            : null;

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.Resubmit(visit.Act, ProposalForm.Read(values));
}

/// <summary>The lead unit's head withdraws the escalation because the units have agreed meanwhile (1.4.6).</summary>
internal sealed class WithdrawEscalation() : FormFeature("escalation.withdraw")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        ReasonForm.Of(
            action,
            visit.Texts["card.withdraw"],
            visit.Texts["btn.withdraw"],
            "reason",
            visit.Texts["fld.reason"],
            (await visit.Desk.Escalation(action.Duty!.Value, cancel)).Opening?.TaskTitle ?? ""
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.Withdraw(visit.Act, values.Text("reason"));
}
