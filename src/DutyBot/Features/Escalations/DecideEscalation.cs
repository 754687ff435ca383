using System.Globalization;
using DutyBot.Domain;
using DutyBot.Domain.Escalations;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Forms;

namespace DutyBot.Features;

/// <summary>The form with which a leader approves an option or decides otherwise .</summary>
internal static class DecisionForm
{
    public static Form? Of(Visit visit, CardAction action, Escalation escalation, string title, string label) =>
        escalation.Proposal is not { } proposal
            ? null
            : new Form
            {
                Title = title,
                Intro = [escalation.Opening!.TaskTitle, visit.Texts["form.decide.binding"]],
                Submit = action,
                SubmitLabel = label,
                Items =
                [
                    new ChoiceField("option", visit.Texts["fld.decidedOption"], Options(visit, proposal))
                    {
                        Style = ChoiceStyle.Expanded,
                        Hint = visit.Texts["hint.decidedOption"],
                    },
                    new TextField("text", visit.Texts["fld.decision"], 4_000) { Multiline = true },
                ],
            };

    public static int? Option(FormValues values) => int.TryParse(values.Choice("option"), out var option) ? option : null;

    private static Choice[] Options(Visit visit, Proposal proposal) =>
        [
            .. proposal.Options.Select(
                (text, index) =>
                    new Choice(
                        visit.Texts.Format("form.option", ("n", index + 1), ("text", text)),
                        (index + 1).ToString(CultureInfo.InvariantCulture)
                    )
            ),
        ];
}

/// <summary>A leader decides .</summary>
internal sealed class DecideEscalation() : FormFeature("escalation.decide")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        DecisionForm.Of(
            visit,
            action,
            await visit.Desk.Escalation(action.Duty!.Value, cancel),
            visit.Texts["card.decide"],
            visit.Texts["btn.decide"]
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.Decide(visit.Act, DecisionForm.Option(values), values.Text("text"));
}

/// <summary>A leader replaces an earlier decision openly; the earlier one stays in the record .</summary>
internal sealed class SupersedeDecision() : FormFeature("escalation.supersede")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        DecisionForm.Of(
            visit,
            action,
            await visit.Desk.Escalation(action.Duty!.Value, cancel),
            visit.Texts["card.supersede"],
            visit.Texts["btn.supersede"]
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.Supersede(visit.Act, DecisionForm.Option(values), values.Text("text"));
}

/// <summary>A leader wants more work and says what is missing (1.4.6).</summary>
internal sealed class ReturnForWork() : FormFeature("escalation.returnForWork")
{
    public override bool JudgesWhatWasRead => true;

    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        ReasonForm.Of(
            action,
            visit.Texts["card.returnForWork"],
            visit.Texts["btn.returnForWork"],
            "missing",
            visit.Texts["fld.missing"],
            (await visit.Desk.Escalation(action.Duty!.Value, cancel)).Opening?.TaskTitle ?? ""
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.ReturnForWork(visit.Act, values.Text("missing"));
}

/// <summary>A leader calls the units concerned to a meeting .</summary>
internal sealed class CallMeeting() : FormFeature("escalation.meeting")
{
    public override async ValueTask<Form?> Form(Visit visit, CardAction action, CancellationToken cancel) =>
        ReasonForm.Of(
            action,
            visit.Texts["card.meeting"],
            visit.Texts["btn.meeting"],
            "meeting",
            visit.Texts["fld.meeting"],
            (await visit.Desk.Escalation(action.Duty!.Value, cancel)).Opening?.TaskTitle ?? ""
        );

    public override DutyCommand Command(Visit visit, CardAction action, FormValues values) =>
        new EscalationCommand.CallMeeting(visit.Act, values.Text("meeting"));
}
