using System.Text.Json.Serialization;
using DutyBot.Domain.Consultations;
using DutyBot.Domain.Escalations;
using DutyBot.Domain.Reminders;
using DutyBot.Domain.Tasks;

namespace DutyBot.Domain;

/// <summary>Something a person, the clock or another duty wants done. Only the commands that duties send each other are ever written down.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(ConsultationCommand.Open), "consultation.open")]
[JsonDerivedType(typeof(ConsultationCommand.Cancel), "consultation.cancel")]
[JsonDerivedType(typeof(EscalationCommand.Submit), "escalation.submit")]
[JsonDerivedType(typeof(EscalationCommand.Withdraw), "escalation.withdraw")]
[JsonDerivedType(typeof(ConsultationCommand.SucceedUnit), "consultation.succeedUnit")]
[JsonDerivedType(typeof(EscalationCommand.SucceedUnit), "escalation.succeedUnit")]
[JsonDerivedType(typeof(TaskCommand.SucceedUnit), "task.succeedUnit")]
[JsonDerivedType(typeof(TaskCommand.RecordRoundEnded), "task.recordRoundEnded")]
[JsonDerivedType(typeof(TaskCommand.RecordDecision), "task.recordDecision")]
[JsonDerivedType(typeof(TaskCommand.RecordUrged), "task.recordUrged")]
[JsonDerivedType(typeof(TaskCommand.RecordEscalationWithdrawn), "task.recordEscalationWithdrawn")]
[JsonDerivedType(typeof(TaskCommand.RecountTerms), "task.recountTerms")]
[JsonDerivedType(typeof(ConsultationCommand.RecountTerms), "consultation.recountTerms")]
[JsonDerivedType(typeof(EscalationCommand.RecountTerms), "escalation.recountTerms")]
[JsonDerivedType(typeof(ReminderCommand.RecountTerms), "reminder.recountTerms")]
public abstract record DutyCommand
{
    private protected DutyCommand(Act act)
    {
        Act = act;
    }

    public Act Act { get; init; }
}
