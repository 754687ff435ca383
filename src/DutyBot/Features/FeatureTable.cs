using System.Collections.Frozen;
using DutyBot.Administration;

namespace DutyBot.Features;

/// <summary>Everything that can be done with a form, in one readable list.</summary>
internal sealed class FeatureTable
{
    private static readonly FormFeature[] All =
    [
        new AssignTask(),
        new AcceptTask(),
        new NameOfficer(),
        new ReturnTask(),
        new RejectTaskReturn(),
        new ReassignTask(),
        new CancelTask(),
        new ConsultUnits(),
        new EscalateTask(),
        new AnswerConsultation(issues: true),
        new AnswerConsultation(issues: false),
        new ReturnConsultation(),
        new RejectConsultationReturn(),
        new AskPapers(),
        new SupplyPapers(),
        new SendBackAnswer(),
        new ResolveOpinions(),
        new CloseRound(),
        new DecideEscalation(),
        new SupersedeDecision(),
        new ReturnForWork(),
        new CallMeeting(),
        new ReviseProposal(),
        new WithdrawEscalation(),
        new IssueReminder("task.remind"),
        new IssueReminder("consult.remind"),
        new SendReminderAgain(),
        new ExplainReminder(),
        new UpholdReminder(),
        new WithdrawReminder(),
        new AdviseReview(),
        new ConcludeReview(),
        new UrgeUnits(),
        new OpenCampaign(),
        new MarkTasks(),
        new CancelCampaign(),
        new NameOfficeForm(),
        new CreateUnitForm(),
        new RenameUnitForm(),
        new MoveUnitForm(),
        new MergeUnitsForm(),
        new SplitUnitForm(),
        new DissolveUnitForm(),
        new RegisterMembersForm(),
        new FindPeopleForm(),
        new LeadersForm(),
        new ProposeHeadForm(),
        new TeamOfficersForm(),
        new AppointForm(),
        new EndAppointmentForm(),
        new GrantRoleForm(),
        new WithdrawRoleForm(),
        new DelegateForm(),
        new EndDelegationForm(),
        new RecordAbsenceForm(),
        new EndAbsenceForm(),
        new MailboxForm(),
        new OwnDelegateForm(),
        new EndOwnDelegationForm(),
        new OwnAbsenceForm(),
        new EndOwnAbsenceForm(),
        new BindChannelForm(),
        new UnbindChannelForm(),
        new InstallForm(),
        new ChangeSetting(),
        new SetCalendarEntry(),
        new RemoveCalendarEntry(),
        new RecountForm(),
        new CalendarImportForm(),
        new AssignCompetence(),
        new EndCompetence(),
        new SetNorm(),
        new SaveTemplate(),
        new RemoveTemplate(),
        new SendTestMessageForm(),
        new RetryLetterForm(),
        new DismissLetterForm(),
        new WhoIsToldForm(),
        new ImportForm(),
        new ExportForm(),
    ];

    private readonly FrozenDictionary<string, FormFeature> opening = All.ToFrozenDictionary(f => f.OpenVerb, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, FormFeature> sending = All.ToFrozenDictionary(f => f.Verb, StringComparer.Ordinal);

    public FormFeature? Opening(string verb) => opening.GetValueOrDefault(verb);

    public FormFeature? Sending(string verb) => sending.GetValueOrDefault(verb);
}
