using DutyBot.Domain;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Reminders;
using DutyBot.Teams.Cards;
using DutyBot.Teams.Commands;

namespace DutyBot.Features;

/// <summary>Which form a typed act opens: the same as the button of a card, for phones and for whoever likes typing.</summary>
internal sealed class TypedForms(FeatureTable features)
{
    /// <summary>The press that the typed line stands for, or null when this kind of duty knows no such act.</summary>
    public async ValueTask<CardSubmission?> Press(Visit visit, TypedAct act, DutyId duty, CancellationToken cancel)
    {
        var verb = (act, duty.Kind) switch
        {
            (TypedAct.Accept, DutyKind.Task) => "task.accept",
            (TypedAct.NameOfficer, DutyKind.Task) => "task.nameOfficer",
            (TypedAct.Return, DutyKind.Task) => "task.return",
            (TypedAct.RejectReturn, DutyKind.Task) => "task.rejectReturn",
            (TypedAct.Reassign, DutyKind.Task) => "task.reassign",
            (TypedAct.Cancel, DutyKind.Task) => "task.cancel",
            (TypedAct.Consult, DutyKind.Task) => "task.consult",
            (TypedAct.Escalate, DutyKind.Task) => "task.escalate",
            (TypedAct.Answer, DutyKind.Consultation) => "consult.answer",
            (TypedAct.Draft, DutyKind.Consultation) => "consult.draft",
            (TypedAct.Return, DutyKind.Consultation) => "consult.return",
            (TypedAct.RejectReturn, DutyKind.Consultation) => "consult.rejectReturn",
            (TypedAct.AskPapers, DutyKind.Consultation) => "consult.askPapers",
            (TypedAct.SupplyPapers, DutyKind.Consultation) => "consult.supplyPapers",
            (TypedAct.SendBack, DutyKind.Consultation) => "consult.sendBack",
            (TypedAct.Resolve, DutyKind.Consultation) => "consult.resolve",
            (TypedAct.Close, DutyKind.Consultation) => "consult.close",
            (TypedAct.Decide, DutyKind.Escalation) => "escalation.decide",
            (TypedAct.Supersede, DutyKind.Escalation) => "escalation.supersede",
            (TypedAct.ReturnForWork, DutyKind.Escalation) => "escalation.returnForWork",
            (TypedAct.Meeting, DutyKind.Escalation) => "escalation.meeting",
            (TypedAct.Revise, DutyKind.Escalation) => "escalation.revise",
            (TypedAct.Withdraw, DutyKind.Escalation) => "escalation.withdraw",
            (TypedAct.Cancel, DutyKind.Campaign) => "campaign.cancel",
            (TypedAct.Remind, DutyKind.Task) => "task.remind",
            (TypedAct.Remind, DutyKind.Consultation) => "consult.remind",
            // "giải trình" is one word for what a lead unit and what a reminded person does.
            (TypedAct.Explain or TypedAct.Resolve, DutyKind.Reminders) => "reminder.explain",
            (TypedAct.Uphold, DutyKind.Reminders) => "reminder.uphold",
            (TypedAct.Withdraw, DutyKind.Reminders) => "reminder.withdraw",
            (TypedAct.SendAgain, DutyKind.Reminders) => "reminder.sendAgain",
            (TypedAct.Advise, DutyKind.Reminders) => "reminder.advise",
            (TypedAct.Decide, DutyKind.Reminders) => "reminder.conclude",
            _ => null,
        };
        return verb is not null && features.Sending(verb) is { } feature
            ? new CardSubmission(feature.OpenVerb, duty, null, null, await ExtrasOf(visit, act, duty, cancel), NoInputs)
            : null;
    }

    private static Dictionary<string, string> NoInputs { get; } = [];

    // A card says which unit's item is meant; a typed line means the unit of the person, or the one that waits for them.
    private static async ValueTask<Dictionary<string, string>> ExtrasOf(Visit visit, TypedAct act, DutyId duty, CancellationToken cancel)
    {
        if (duty.Kind == DutyKind.Reminders)
        {
            return ItemOf(act, await visit.Desk.Reminders(duty, cancel)) is { } item ? new() { [FormFeature.Extras.Item] = item } : [];
        }

        if (duty.Kind != DutyKind.Consultation)
        {
            return [];
        }

        var round = await visit.Desk.Consultation(duty, cancel);
        var today = visit.Context.DateOf(visit.Act);
        var meant = act switch
        {
            TypedAct.RejectReturn => round.Items.FirstOrDefault(i => i.Phase == ItemPhase.Returned),
            TypedAct.SupplyPapers => round.Items.FirstOrDefault(i => i.Phase == ItemPhase.AwaitingPapers),
            _ => round.Items.FirstOrDefault(i => visit.Context.Organisation.MayActAsHead(visit.Person, i.Unit, today).IsGranted)
                ?? round.Items.FirstOrDefault(i => visit.Context.Organisation.IsMemberOf(visit.Person, i.Unit, today)),
        };
        return meant is null ? [] : new() { [FormFeature.Extras.Unit] = meant.Unit.Value };
    }

    // The oldest that the act is for; whether this person may do it is said by the form.
    private static string? ItemOf(TypedAct act, ReminderRecord record) =>
        act switch
        {
            TypedAct.Advise or TypedAct.Decide => (record.OpenFile ?? record.Files.LastOrDefault())?.Item,
            TypedAct.Uphold => record.Reminders.FirstOrDefault(r => r.Phase == ReminderPhase.Explained)?.Item,
            TypedAct.SendAgain => record.Reminders.FirstOrDefault(r => r.Undeliverable is not null)?.Item,
            TypedAct.Withdraw => (record.Reminders.FirstOrDefault(r => r.MayBeWithdrawn) ?? record.Reminders.LastOrDefault())?.Item,
            _ => (
                record.Reminders.FirstOrDefault(r => r.Phase == ReminderPhase.Issued && r.DeliveredAt is not null) ?? record.Reminders.LastOrDefault()
            )?.Item,
        };
}
