using System.Collections.Immutable;
using DutyBot.Domain.Clock;
using NodaTime;

namespace DutyBot.Domain.Escalations;

/// <summary>The term of an escalation: the leadership's decision, counted from the submission.</summary>
public static class EscalationTerms
{
    /// <summary>How many notices before the decision would have another time, or lose it, by the calendar as it is now (D-05).</summary>
    public static int MovedNotices(Escalation escalation, DutyContext context) =>
        escalation.Notices.MovedIn(DecisionNotices.Rescheduled(escalation, context));

    /// <summary>What would move if the running term were counted with the calendar as it is now, by the settings of its start .</summary>
    public static ImmutableArray<RecountedTerm> Moved(Escalation escalation, Instant now, DutyContext context) =>
        escalation is { Phase: EscalationPhase.Submitted, DecisionWasOverdue: false, Opening: { } opening, SubmittedBy: { } submitted }
        && RecountedTerm.Of(
            RelativeTerm.Decide,
            null,
            escalation.DecideBy,
            ProposalRules.DecideBy(opening.Urgency, opening.TaskDeadline, submitted, context.StartedAt(escalation.TermSettingsOf)),
            now
        )
            is { } moved
            ? [moved]
            : [];
}
