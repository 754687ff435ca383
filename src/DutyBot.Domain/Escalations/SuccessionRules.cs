using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Escalations.EscalationCommand;
using static DutyBot.Domain.Escalations.EscalationEvent;

namespace DutyBot.Domain.Escalations;

/// <summary>
/// What becomes of an escalation that waits while its lead unit or the leadership ends, or those who decide change (D-04, 1.6). What was decided
/// stays as it is.
/// </summary>
internal static class SuccessionRules
{
    public static Decision<EscalationEvent> Decide(Escalation escalation, SucceedUnit command, Act act, DutyContext context)
    {
        if (
            command.From == command.To
            || escalation.Phase is not (EscalationPhase.Submitted or EscalationPhase.ReturnedForWork)
            || (command.From != escalation.LeadUnit && command.From != escalation.LeadershipUnit)
        )
        {
            return Decision<EscalationEvent>.Nothing;
        }

        var head = context.Organisation.HeadOf(command.To, context.DateOf(act));
        var succeeded = new UnitSucceeded(act, command.From, command.To, command.From == escalation.LeadUnit, head);
        return Decision<EscalationEvent>.Accept([succeeded, .. DeciderChanged(Escalation.Evolve(escalation, succeeded), act, context)]);
    }

    /// <summary>Nothing while whoever was asked is still the one who decides; a proposal that was sent back is asked anew when it comes again.</summary>
    public static IEnumerable<EscalationEvent> DeciderChanged(Escalation escalation, Act act, DutyContext context) =>
        escalation.Phase == EscalationPhase.Submitted
        && context.LineOf(escalation, act).InsteadOfLeader is var decider
        && decider != escalation.Decider
            ? [new DeciderChanged(act, decider)]
            : [];
}
