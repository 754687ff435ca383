using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Policies;
using DutyBot.Domain.Tasks;
using DutyBot.Domain.Text;
using NodaTime;
using static DutyBot.Domain.Escalations.ProposalDraft;

namespace DutyBot.Domain.Escalations;

/// <summary>Nothing goes up without the lead's own viewpoint, a legal basis, the competence and a chosen option .</summary>
internal static class ProposalRules
{
    public static (Proposal? Proposal, IReadOnlyList<Problem> Problems) Check(ProposalDraft draft, Policy policy)
    {
        if (Wording.HasSecrecyMark([draft.Differences, draft.LegalBasis, draft.Competence, draft.Viewpoint, draft.ChoiceReason, .. draft.Options]))
        {
            return (null, [new("E-SECRET")]);
        }

        var problems = Parts(draft, policy).Concat(Options(draft, policy)).ToList();
        return problems.Count > 0 ? (null, problems) : (Proposal(draft), problems);
    }

    /// <summary>The nearer of the leader's term and the task's deadline, but never before the submission itself.</summary>
    public static Instant DecideBy(Urgency urgency, Instant? taskDeadline, Act act, DutyContext context)
    {
        var term = context.Policy.LeaderDecisionWithin.For(urgency).From(act.At, context.Calendar);
        return taskDeadline is { } deadline && deadline > act.At ? Instant.Min(term, deadline) : term;
    }

    public static EscalationOpening Open(WorkTask task, KnownRound round, Proposal proposal, UnitId leadership, Act act, DutyContext context) =>
        new(
            task.Id,
            task.Content.Work,
            round.Consultation,
            task.LeadUnit,
            leadership,
            [.. round.Opening.Units.Select(u => u.Unit)],
            task.CoordinatingUnits,
            proposal,
            DecideBy(task.Content.Urgency, task.CompleteBy, act, context),
            task.Content.Urgency,
            task.CompleteBy,
            round.Outcome!.DisagreeingUnits
        );

    private static IEnumerable<Problem> Parts(ProposalDraft draft, Policy policy)
    {
        if (Reason.LengthOf(draft.Differences) == 0)
        {
            yield return new("E-NO-DIFFERENCES", Fields.Differences);
        }

        if (Reason.LengthOf(draft.LegalBasis) == 0)
        {
            yield return new("E-NO-LEGAL-BASIS", Fields.LegalBasis);
        }

        if (Reason.LengthOf(draft.Competence) == 0)
        {
            yield return new("E-NO-COMPETENCE", Fields.Competence);
        }

        if (Reason.LengthOf(draft.Viewpoint) < policy.ReasonMinLength)
        {
            yield return new("E-NO-VIEWPOINT", Fields.Viewpoint);
        }
    }

    private static IEnumerable<Problem> Options(ProposalDraft draft, Policy policy)
    {
        var given = Enumerable.Range(1, draft.Options.Length).Where(k => Reason.LengthOf(draft.Options[k - 1]) > 0).ToList();
        if (given.Count == 0)
        {
            yield return new("E-NO-OPTION", Fields.Option(1));
        }
        else if (given.Count > policy.MaxOptions)
        {
            yield return new("E-TOO-MANY-OPTIONS", Fields.Option(policy.MaxOptions + 1), ("n", policy.MaxOptions));
        }
        else if (given.Count > 1 && (draft.ChosenOption is not { } chosen || !given.Contains(chosen)))
        {
            yield return new("E-CHOOSE-OPTION", Fields.ChosenOption);
        }

        if (given.Count > 1 && Reason.LengthOf(draft.ChoiceReason) < policy.ReasonMinLength)
        {
            yield return new("E-CHOICE-REASON", Fields.ChoiceReason);
        }
    }

    // Empty rows of the form are dropped, so the chosen row may move up.
    private static Proposal Proposal(ProposalDraft draft)
    {
        var given = Enumerable.Range(1, draft.Options.Length).Where(k => Reason.LengthOf(draft.Options[k - 1]) > 0).ToList();
        var chosen = given.Count == 1 ? 1 : given.IndexOf(draft.ChosenOption!.Value) + 1;
        return new Proposal(
            draft.Differences.Trim(),
            draft.LegalBasis.Trim(),
            draft.Competence.Trim(),
            draft.Viewpoint.Trim(),
            [.. given.Select(k => draft.Options[k - 1].Trim())],
            chosen,
            draft.ChoiceReason.Trim()
        );
    }
}
