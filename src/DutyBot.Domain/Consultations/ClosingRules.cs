using System.Collections.Immutable;
using DutyBot.Domain.Documents;
using DutyBot.Domain.Text;

namespace DutyBot.Domain.Consultations;

/// <summary>When a round may close, also as the one sentence that says what is still missing.</summary>
public static class ClosingRules
{
    /// <summary>What keeps a round from closing: nothing in it means it may close.</summary>
    public sealed record Missing(
        ImmutableArray<UnitId> Replies,
        ImmutableArray<UnitId> OverdueReplies,
        ImmutableArray<(UnitId Unit, int No)> Unresolved
    )
    {
        public bool IsNothing => Replies.IsEmpty && OverdueReplies.IsEmpty && Unresolved.IsEmpty;
    }

    public static Missing StillMissing(Consultation round) =>
        new(
            [.. round.Items.Where(i => i.IsOpen && i.Phase != ItemPhase.Overdue).Select(i => i.Unit)],
            [.. round.Items.Where(i => i.Phase == ItemPhase.Overdue).Select(i => i.Unit)],
            [.. round.Unresolved]
        );

    internal static Decision<ConsultationEvent> Decide(Consultation round, ConsultationCommand.Close command, DutyContext context)
    {
        if (context.AsHead(command.Act, round.LeadUnit) is not { } act)
        {
            return Rights.Forbidden;
        }

        var missing = StillMissing(round);
        if (!missing.Replies.IsEmpty)
        {
            return new Problem("E-REPLIES-OPEN", null, ("list", missing.Replies));
        }

        if (!missing.OverdueReplies.IsEmpty && !command.WithoutWaiting)
        {
            return new Problem("E-REPLIES-OVERDUE", "withoutWaiting", ("list", missing.OverdueReplies));
        }

        return missing.Unresolved.IsEmpty
            ? new ConsultationEvent.Closed(act, round.DisagreeingUnits)
            : new Problem("E-EXPLAIN-OPINION", null, ("list", missing.Unresolved));
    }

    /// <summary>Tiếp thu, giải trình: all rows that were filled in, or none of them.</summary>
    internal static Decision<ConsultationEvent> Decide(Consultation round, ConsultationCommand.Resolve command, DutyContext context)
    {
        if (context.AsHead(command.Act, round.LeadUnit) is not { } act)
        {
            return Rights.Forbidden;
        }

        var problems = new List<Problem>();
        var events = new List<ConsultationEvent>();
        for (var row = 1; row <= command.Resolutions.Length; row++)
        {
            var draft = command.Resolutions[row - 1];
            if (draft.Kind is null && Reason.LengthOf(draft.Explanation) == 0)
            {
                continue;
            }

            if (round.Item(draft.Unit)?.Opinion?.On(draft.No)?.Stance is not (Stance.Disagree or Stance.AgreeWithChanges))
            {
                return new Problem("E-STALE");
            }

            if (NotResolved(draft, row, context) is { } problem)
            {
                problems.Add(problem);
            }
            else if (!IsSaid(round, draft))
            {
                events.Add(
                    new ConsultationEvent.OpinionResolved(
                        act,
                        new OpinionResolution(draft.Unit, draft.No, draft.Kind!.Value, draft.Explanation.Trim(), act)
                    )
                );
            }
        }

        return problems.Count > 0 ? Decision<ConsultationEvent>.Reject(problems) : Decision<ConsultationEvent>.Accept([.. events]);
    }

    private static Problem? NotResolved(ResolutionDraft draft, int row, DutyContext context) =>
        draft.Kind switch
        {
            _ when SecrecyMarks.Check(draft.Explanation, ResolutionDraft.Fields.Explanation(row)) is { } secret => secret,
            ResolutionKind.Adopt => null,
            ResolutionKind.Explain => context.NotAReason(draft.Explanation, ResolutionDraft.Fields.Explanation(row)),
            _ => new Problem("E-RESOLUTION-KIND", ResolutionDraft.Fields.Kind(row)),
        };

    private static bool IsSaid(Consultation round, ResolutionDraft draft) =>
        round.ResolutionOf(draft.Unit, draft.No) is { } said && said.Kind == draft.Kind && said.Explanation == draft.Explanation.Trim();
}
