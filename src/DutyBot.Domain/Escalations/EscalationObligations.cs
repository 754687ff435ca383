using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Escalations;

/// <summary>What an escalation waits for (1.7). A decision is owed by the leadership unit, whoever heads it when it falls due.</summary>
public static class EscalationObligations
{
    public const string Decide = "decide";
    public const string Revise = "revise";

    public static IReadOnlyList<Obligation> Of(Escalation escalation) =>
        escalation.Phase switch
        {
            EscalationPhase.Submitted =>
            [
                new(
                    Decide,
                    ObligationKind.DecideEscalation,
                    Owner.Of(escalation.Opening!.LeadershipUnit),
                    escalation.DecisionWasOverdue ? null : escalation.DecideBy
                ),
            ],
            EscalationPhase.ReturnedForWork => [new(Revise, ObligationKind.ReviseProposal, Owner.Of(escalation.Opening!.LeadUnit), null)],
            _ => [],
        };
}
