using System.Collections.Immutable;

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
        if (context.AsHead(command.Act, round.Opening!.LeadUnit) is not { } act)
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
}
