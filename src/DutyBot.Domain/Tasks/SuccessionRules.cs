using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Tasks.TaskCommand;
using static DutyBot.Domain.Tasks.TaskEvent;

namespace DutyBot.Domain.Tasks;

/// <summary>What becomes of a task whose lead or coordinating unit has ended (D-04, 1.4.14): its part passes on, its dates stay .</summary>
internal static class SuccessionRules
{
    public static Decision<TaskEvent> Decide(WorkTask task, SucceedUnit command, DutyContext context)
    {
        if (!context.Permits(command, task, out _, out var refusal))
        {
            return refusal;
        }

        return !task.IsLive || command.From == command.To ? Decision<TaskEvent>.Nothing
            : task.LeadUnit == command.From ? AsLead(task, command, context)
            : task.CoordinatingUnits.Contains(command.From)
                ? new UnitSucceeded(command.Act, command.From, command.To, AsLead: false, null, null, null)
            : Decision<TaskEvent>.Nothing;
    }

    // the officer goes on with the work if they belong to the new unit; a head who only stood in for one (T7) does not.
    private static UnitSucceeded AsLead(WorkTask task, SucceedUnit command, DutyContext context)
    {
        var on = context.DateOf(command.Act);
        var officer = task.AwaitsOfficer ? null : task.Officer;
        var stays = officer is { } person && context.Organisation.IsMemberOf(person, command.To, on);
        return new UnitSucceeded(
            command.Act,
            command.From,
            command.To,
            AsLead: true,
            context.Organisation.HeadOf(command.To, on),
            stays ? officer : null,
            stays ? null : officer
        );
    }
}
