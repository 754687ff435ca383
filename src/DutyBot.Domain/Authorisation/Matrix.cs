using System.Collections.Frozen;
using System.Collections.Immutable;
using DutyBot.Domain.Campaigns;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Inboxes;
using DutyBot.Domain.Organisations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Urgings;
using static DutyBot.Domain.Authorisation.Capacity;
using static DutyBot.Domain.Authorisation.Conflict;

namespace DutyBot.Domain.Authorisation;

/// <summary>One row: any of the capacities is enough, the first that the person has is recorded.</summary>
public sealed record MatrixRow(Type Command, ImmutableArray<Capacity> Who)
{
    /// <summary>Who is concerned in person may not, whatever their capacity; the next in line may instead.</summary>
    public Conflict Except { get; private init; }

    /// <summary>Who is concerned in person may not, and nobody gets the right in their place.</summary>
    public Conflict Never { get; private init; }

    internal MatrixRow NeverIn(Conflict conflict) => this with { Never = conflict };

    internal MatrixRow Unless(Conflict conflict) => this with { Except = conflict };
}

/// <summary>
/// Who may do what: one row per command, and nothing is allowed that has no row (1.4, 1.6, D-06). In which state a command makes sense is said
/// by the deciders, one arm per transition.
/// </summary>
public static class Matrix
{
    public static ImmutableArray<MatrixRow> Rows { get; } =
    [
        May<TaskCommand.Issue>(Assigner),
        May<TaskCommand.Accept>(LeadHead),
        May<TaskCommand.NameOfficer>(LeadHead),
        May<TaskCommand.RequestReturn>(LeadHead),
        May<TaskCommand.RejectReturn>(AssignerOfTask, Leader).Unless(OwnReturn),
        May<TaskCommand.Reassign>(AssignerOfTask, Leader).Unless(OwnReturn),
        May<TaskCommand.Cancel>(AssignerOfTask, Leader).Unless(OwnReturn),
        May<TaskCommand.OpenConsultation>(LeadHead),
        May<TaskCommand.Escalate>(LeadHead),
        May<TaskCommand.RecordRoundEnded>(OtherDuty),
        May<TaskCommand.RecordDecision>(OtherDuty),
        May<TaskCommand.RecordEscalationWithdrawn>(OtherDuty),
        May<TaskCommand.RecordUrged>(OtherDuty),
        May<TaskCommand.SucceedUnit>(Capacity.System),
        May<TaskCommand.RecountTerms>(OtherDuty),
        May<TaskCommand.PassDeadline>(Capacity.System),
        May<ConsultationCommand.Open>(OtherDuty),
        May<ConsultationCommand.SaveDraft>(ConsultedMember, ConsultedHead),
        May<ConsultationCommand.IssueAnswer>(ConsultedHead),
        May<ConsultationCommand.Return>(ConsultedHead),
        May<ConsultationCommand.AskPapers>(ConsultedHead),
        May<ConsultationCommand.RejectReturn>(Leader).Unless(OwnReturn),
        May<ConsultationCommand.SupplyPapers>(LeadHead),
        May<ConsultationCommand.SendBack>(LeadHead),
        May<ConsultationCommand.Resolve>(LeadHead),
        May<ConsultationCommand.Close>(LeadHead),
        May<ConsultationCommand.Cancel>(Capacity.System, LeadHead),
        May<ConsultationCommand.SucceedUnit>(Capacity.System),
        May<ConsultationCommand.RecountTerms>(OtherDuty),
        May<ConsultationCommand.PassDeadline>(Capacity.System),
        May<EscalationCommand.Submit>(OtherDuty),
        May<EscalationCommand.Decide>(Leader).Unless(OwnDispute),
        May<EscalationCommand.Supersede>(Leader).Unless(OwnDispute),
        May<EscalationCommand.ReturnForWork>(Leader).Unless(OwnDispute),
        May<EscalationCommand.CallMeeting>(Leader).Unless(OwnDispute),
        May<EscalationCommand.Resubmit>(LeadHead),
        May<EscalationCommand.Withdraw>(Capacity.System, LeadHead),
        May<EscalationCommand.SucceedUnit>(Capacity.System),
        May<EscalationCommand.AskAnew>(Capacity.System),
        May<EscalationCommand.RecountTerms>(OtherDuty),
        May<EscalationCommand.PassDeadline>(Capacity.System),
        // a leader or the head of the Office, never the program; and nobody judges a reminder to themselves.
        May<ReminderCommand.Issue>(Leader, OfficeHead).NeverIn(OwnReminder),
        May<ReminderCommand.SendAgain>(IssuerOfReminder, Leader).NeverIn(OwnReminder),
        May<ReminderCommand.Explain>(Oneself),
        May<ReminderCommand.Uphold>(IssuerOfReminder, Leader).NeverIn(OwnReminder),
        May<ReminderCommand.Withdraw>(IssuerOfReminder, Leader).NeverIn(OwnReminder),
        May<ReminderCommand.Advise>(PersonnelBody).NeverIn(OwnReminder),
        May<ReminderCommand.Conclude>(Leader).Unless(OwnReminder),
        May<ReminderCommand.RecordDelivered>(Capacity.System),
        May<ReminderCommand.RecordNotDelivered>(Capacity.System),
        May<ReminderCommand.RecordLoad>(Capacity.System),
        May<ReminderCommand.AskAnew>(Capacity.System),
        May<ReminderCommand.RecountTerms>(OtherDuty),
        May<ReminderCommand.PassDeadline>(Capacity.System),
        // urging is the Office's; a leader reminds formally instead.
        May<UrgingCommand.Send>(OfficeHead),
        // the Office reviews, or a leader; the heads say how their tasks stand.
        May<CampaignCommand.Open>(OfficeHead, Leader),
        May<CampaignCommand.Mark>(LeadHead, FocalPoint),
        May<CampaignCommand.NoteTasks>(Capacity.System),
        May<CampaignCommand.Cancel>(OfficeHead, Leader),
        May<CampaignCommand.PassDeadline>(Capacity.System),
        May<InboxCommand.Receive>(Capacity.System),
        May<InboxCommand.ReceiveBacklog>(Capacity.System),
        May<InboxCommand.LeaveOut>(Capacity.System),
        May<InboxCommand.PassDeadline>(Capacity.System),
        May<InboxCommand.Miss>(Capacity.System),
        May<InboxCommand.PassOn>(Capacity.System),
        May<InboxCommand.Hear>(Capacity.System),
        May<OrganisationCommand.NameTenant>(Admin),
        May<OrganisationCommand.SetLanguage>(Admin),
        May<OrganisationCommand.MergeUnits>(Admin),
        May<OrganisationCommand.SplitUnit>(Admin),
        May<OrganisationCommand.DissolveUnit>(Admin),
        May<OrganisationCommand.BindChannel>(Admin),
        May<OrganisationCommand.UnbindChannel>(Admin),
        May<OrganisationCommand.WithdrawRole>(Admin),
        May<OrganisationCommand.ChangeSetting>(Admin),
        May<OrganisationCommand.SetCalendarEntry>(Admin),
        May<OrganisationCommand.RemoveCalendarEntry>(Admin),
        May<OrganisationCommand.ConfirmRecount>(Admin),
        May<OrganisationCommand.AssignCompetence>(Admin),
        May<OrganisationCommand.EndCompetence>(Admin),
        May<OrganisationCommand.SetNorm>(Admin),
        May<OrganisationCommand.SaveTemplate>(Admin),
        May<OrganisationCommand.RemoveTemplate>(Admin),
        May<OrganisationCommand.SendTestMessage>(Admin),
        May<OrganisationCommand.RetryLetter>(Admin),
        May<OrganisationCommand.DismissLetter>(Admin),
        // An operator imports files from the command line, where no person is known.
        May<OrganisationCommand.CreateUnit>(Admin, Capacity.System),
        May<OrganisationCommand.RenameUnit>(Admin, Capacity.System),
        May<OrganisationCommand.MoveUnit>(Admin, Capacity.System),
        May<OrganisationCommand.Appoint>(Admin, Capacity.System),
        May<OrganisationCommand.EndAppointment>(Admin, Capacity.System),
        // The first admin is named in the settings of the program, which no person can do from a chat.
        May<OrganisationCommand.RegisterPerson>(Admin, Capacity.System),
        May<OrganisationCommand.GrantRole>(Admin, Capacity.System),
        May<OrganisationCommand.DelegateRights>(Oneself, Admin),
        May<OrganisationCommand.EndDelegation>(Oneself, Admin),
        May<OrganisationCommand.RecordAbsence>(Oneself, Admin),
        May<OrganisationCommand.EndAbsence>(Oneself, Admin),
        // What the program learns from Teams and from its own duties.
        May<OrganisationCommand.JoinTeam>(Capacity.System),
        May<OrganisationCommand.LeaveTeam>(Capacity.System),
        May<OrganisationCommand.NoteFirstTask>(Capacity.System),
        // Each of the acts in it is judged by its own row.
        May<OrganisationCommand.All>(Admin, Capacity.System),
        May<OrganisationCommand.PassDeadline>(Capacity.System),
    ];

    private static readonly FrozenDictionary<Type, MatrixRow> ByCommand = Rows.ToFrozenDictionary(row => row.Command);

    internal static MatrixRow RowOf(Type command) => ByCommand[command];

    private static MatrixRow May<TCommand>(params ImmutableArray<Capacity> who) => new(typeof(TCommand), who);
}
