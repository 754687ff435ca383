using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;

namespace DutyBot.Domain.Authorisation;

/// <summary>What the capacities mean in one duty: which unit leads, which is asked, whose task it is.</summary>
internal sealed record Circumstances
{
    /// <summary>Of a command that concerns no duty, or one that does not exist yet.</summary>
    public static Circumstances None { get; } = new();

    public UnitId? LeadUnit { get; private init; }

    public UnitId? ConsultedUnit { get; private init; }

    public PersonId? Assigner { get; private init; }

    /// <summary>Whose right or absence a command about the organisation concerns; who was reminded.</summary>
    public PersonId? Subject { get; private init; }

    /// <summary>In whose right the reminder was issued that a command concerns.</summary>
    public PersonId? Issuer { get; private init; }

    /// <summary>Before whom the matter was put, where that was one person.</summary>
    public PersonId? Asked { get; private init; }

    /// <summary>Who was asked stayed silent, so the next in line may decide as well (T12).</summary>
    public bool IsOverdue { get; private init; }

    private Parties? Return { get; init; }

    private Parties? Dispute { get; init; }

    private Parties? Reminded { get; init; }

    public static Circumstances Of(WorkTask task) =>
        task.Phase == TaskPhase.NotIssued
            ? None
            : new()
            {
                LeadUnit = task.LeadUnit,
                Assigner = task.Assigner,
                Asked = task.ReturnDecider ?? task.Assigner,
                IsOverdue = task.ReturnDecisionOverdue,
                Return = task.PendingReturn is { } asked ? Parties.Of(asked.Act, task.LeadUnit) : null,
            };

    /// <param name="command">Names the unit whose item it concerns, if it concerns one.</param>
    public static Circumstances Of(Consultation round, ConsultationCommand command) =>
        UnitIn(command) is { } unit && round.Item(unit) is { } item
            ? Of(round, item)
            : new() { LeadUnit = round.Opening is null ? null : round.LeadUnit };

    public static Circumstances Of(Consultation round, ConsultationItem item) =>
        new()
        {
            LeadUnit = round.LeadUnit,
            ConsultedUnit = item.Unit,
            Return = item.Phase == ItemPhase.Returned ? Parties.Of(item.Return!.Act, item.Unit, round.LeadUnit) : null,
        };

    public static Circumstances Of(Escalation escalation) =>
        escalation.Opening is not { } opening
            ? None
            : new()
            {
                LeadUnit = escalation.LeadUnit,
                Dispute = Parties.Of(escalation.SubmittedBy, [escalation.LeadUnit, .. opening.UnitsInDispute]),
            };

    /// <param name="command">Names the person who is to be reminded, or the reminder it concerns.</param>
    public static Circumstances Of(ReminderRecord record, ReminderCommand command)
    {
        var person = command is ReminderCommand.Issue issue ? issue.Person : record.Person;
        return new()
        {
            Subject = person,
            Issuer = NoIn(command) is { } no ? record.Reminder(no)?.Issuer : null,
            Reminded = person is { } reminded ? new Parties([], [reminded]) : null,
        };
    }

    /// <param name="command">Names the unit whose tasks are marked.</param>
    public static Circumstances Of(Campaign campaign, CampaignCommand command) =>
        campaign.Phase != CampaignPhase.NotOpened && command is CampaignCommand.Mark mark ? new() { LeadUnit = mark.Unit } : None;

    public static Circumstances Of(OrganisationCommand command) =>
        new()
        {
            Subject = command switch
            {
                OrganisationCommand.DelegateRights c => c.Grantor,
                OrganisationCommand.EndDelegation c => c.Grantor,
                OrganisationCommand.RecordAbsence c => c.Person,
                OrganisationCommand.EndAbsence c => c.Person,
                _ => null,
            },
        };

    /// <summary>Null when the matter is not before anybody.</summary>
    public Parties? PartiesTo(Conflict conflict) =>
        conflict switch
        {
            Conflict.OwnReturn => Return,
            Conflict.OwnDispute => Dispute,
            Conflict.OwnReminder => Reminded,
            _ => null,
        };

    private static int? NoIn(ReminderCommand command) =>
        command switch
        {
            ReminderCommand.SendAgain c => c.No,
            ReminderCommand.Uphold c => c.No,
            ReminderCommand.Withdraw c => c.No,
            _ => null,
        };

    private static UnitId? UnitIn(ConsultationCommand command) =>
        command switch
        {
            ConsultationCommand.SaveDraft c => c.Unit,
            ConsultationCommand.IssueAnswer c => c.Unit,
            ConsultationCommand.Return c => c.Unit,
            ConsultationCommand.AskPapers c => c.Unit,
            ConsultationCommand.RejectReturn c => c.Unit,
            _ => null,
        };
}
