using DutyBot.Domain.Clock;

namespace DutyBot.Domain.Consultations;

/// <summary>What a round waits for (1.7), as a pure function of its state.</summary>
public static class ConsultationObligations
{
    public const string CloseRound = "closeRound";
    public const string Lead = "lead";
    private const string ReplyPrefix = "reply:";
    private const string SilencePrefix = "silence:";

    /// <summary>The unit's answer is due.</summary>
    public static string Reply(UnitId unit) => ReplyPrefix + unit;

    /// <summary>The unit's silence is to be recorded .</summary>
    public static string RecordSilence(UnitId unit) => SilencePrefix + unit;

    public static IReadOnlyList<Obligation> Of(Consultation round)
    {
        if (round.Phase is not (RoundPhase.Open or RoundPhase.Closed))
        {
            return [];
        }

        // A round closed without waiting still records the silence of those who never answered.
        var waiting = round.Phase == RoundPhase.Open ? round.Items : round.Items.Where(i => i.Phase == ItemPhase.Overdue);
        var open = waiting.Select(item => OfItem(item, round.LeadUnit)).OfType<Obligation>().ToList();
        if (round.Phase == RoundPhase.Closed)
        {
            return open;
        }

        open.AddRange(NoticeRules.Waiting(round.Notices, open.ToArray()));
        if (!round.Items.Any(i => i.IsOpen && i.Phase != ItemPhase.Overdue))
        {
            open.Add(new(CloseRound, ObligationKind.CloseRound, Owner.Of(round.LeadUnit), null));
        }

        open.Add(new(Lead, ObligationKind.Lead, Owner.Of(round.LeadUnit), null));

        return open;
    }

    private static Obligation? OfItem(ConsultationItem item, UnitId lead) =>
        item.Phase switch
        {
            ItemPhase.Requested or ItemPhase.SentBack => new(Reply(item.Unit), ObligationKind.Reply, Owner.Of(item.Unit), item.ReplyBy),
            ItemPhase.Drafting => new(Reply(item.Unit), ObligationKind.IssueDraft, Owner.Of(item.Unit), item.ReplyBy),
            ItemPhase.Overdue => new(RecordSilence(item.Unit), ObligationKind.Reply, Owner.Of(item.Unit), item.NonResponseAt),
            ItemPhase.AwaitingPapers => new("papers:" + item.Unit, ObligationKind.SupplyPapers, Owner.Of(lead), null),
            _ => null,
        };
}
