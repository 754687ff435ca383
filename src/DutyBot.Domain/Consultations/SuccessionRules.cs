using DutyBot.Domain.Authorisation;
using static DutyBot.Domain.Consultations.ConsultationCommand;
using static DutyBot.Domain.Consultations.ConsultationEvent;

namespace DutyBot.Domain.Consultations;

/// <summary>What becomes of a round whose lead or consulted unit has ended (D-04, 1.4.14). What was answered stays as it was said.</summary>
internal static class SuccessionRules
{
    public static Decision<ConsultationEvent> Decide(Consultation round, SucceedUnit command, DutyContext context) =>
        !context.Permits(command, round, out _, out var refusal) ? refusal
        : command.From == command.To ? Decision<ConsultationEvent>.Nothing
        : round.Phase == RoundPhase.Open && round.LeadUnit == command.From ? Succeeded(command, asLead: true, context)
        // A round closed without waiting may still be answered by those who are silent.
        : round.Phase is RoundPhase.Open or RoundPhase.Closed && round.Item(command.From) is { } item && round.MayPass(item)
            ? Succeeded(command, asLead: false, context)
        : Decision<ConsultationEvent>.Nothing;

    private static UnitSucceeded Succeeded(SucceedUnit command, bool asLead, DutyContext context) =>
        new(command.Act, command.From, command.To, asLead, context.Organisation.HeadOf(command.To, context.DateOf(command.Act)));
}
