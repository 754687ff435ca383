using DutyBot.Duties;
using DutyBot.Storage;
using NodaTime;

namespace DutyBot.Delivery;

/// <summary>How an effect ends that gives a duty a command.</summary>
internal static class Settlements
{
    /// <summary>
    /// The other duty takes a repeated command as done. A refusal is a fault of the program: it stays visible as a dead letter.
    /// </summary>
    public static Settlement Of(Answer answer, Instant now) =>
        answer switch
        {
            { IsAccepted: true } => new Settlement.Done(),
            { Busy: true } => Busy(now),
            _ => new Settlement.Dead(string.Join(' ', answer.Problems.Select(problem => problem.Key))),
        };

    /// <summary>Others wrote first every time.</summary>
    public static Settlement.RetryAt Busy(Instant now) => new(now + Duration.FromSeconds(1), "busy");
}
