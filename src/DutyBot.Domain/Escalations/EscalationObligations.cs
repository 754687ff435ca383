using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Escalations;

/// <summary>
/// What an escalation waits for (1.7). A decision is owed by the leadership unit, whoever heads it when it falls due; by one person only where
/// the leader is concerned in person.
/// </summary>
public static class EscalationObligations
{
    public const string Decide = "decide";
    public const string Revise = "revise";
    public const string Lead = "lead";

    public static IReadOnlyList<Obligation> Of(Escalation escalation) =>
        escalation.Phase switch
        {
            EscalationPhase.Submitted =>
            [
                Decision(escalation),
                .. NoticeRules.Waiting(escalation.Notices, [Decision(escalation)]),
                Leads(escalation),
            ],
            EscalationPhase.ReturnedForWork => [new(Revise, ObligationKind.ReviseProposal, Owner.Of(escalation.LeadUnit), null), Leads(escalation)],
            _ => [],
        };

    private static Obligation Decision(Escalation escalation) =>
        new(
            Decide,
            ObligationKind.DecideEscalation,
            escalation.Decider is { } decider ? Owner.Of(decider) : Owner.Of(escalation.LeadershipUnit),
            escalation.DecisionWasOverdue ? null : escalation.DecideBy
        );

    private static Obligation Leads(Escalation escalation) => new(Lead, ObligationKind.Lead, Owner.Of(escalation.LeadUnit), null);
}
